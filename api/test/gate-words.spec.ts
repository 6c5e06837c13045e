import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CONVENTION_STATES, conventionNext, type ConventionState } from '@parc/domain';
import { House } from './harness/house.js';
import { draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  plan = await smallPlan(house);
});

const setConvention = (state: string) =>
  house.arrange(
    `update convention c set state = $2 where exists (select from convention_site s where s.convention_id = c.id and s.school_id = $1)`,
    [plan.school.id, state],
  );

describe('the refusal of the gate', () => {
  it('tells the manager which convention, of whom, in which state, and what to do; the school in its own terms', async () => {
    const id = await submitted(plan);
    for (const state of ['drafted', 'sent', 'approved', 'signed', 'expired', 'renewed', 'ended'] as ConventionState[]) {
      await setConvention(state);
      const { title, convention } = (await plan.manager.act(id, 'approve', {})).body;
      expect(title).toContain(`La convention avec ${convention.party} est`);
      expect(title).toContain(CONVENTION_STATES[state].word);
      expect(title).toContain(conventionNext('plan-manager')[state]);
      expect(title).not.toContain('brouillon');
      expect((await plan.manager.get(`/api/v1/orders/${id}`)).body.gate.missing.next).toBe(
        conventionNext('plan-manager')[state],
      );
    }
    expect((await plan.head.act((await draft(plan)).id, 'submit')).body.title).toContain('Le brouillon est gardé');
    await house.arrange('delete from convention_site where school_id = $1', [plan.school.id]);
    const { version } = (await plan.manager.get(`/api/v1/orders/${id}`)).body;
    const orders = [{ id, version, seenCents: 48_000 }];
    const bulk = await plan.manager.post('/api/v1/orders/bulk/approve', { orders });
    expect(bulk.body.outcomes[0].sentence).toMatch(/^Aucune convention avec la commune de .* Préparez-la/);
  });
});

describe('whose convention a school waits for', () => {
  const partyOf = async (row: Record<string, unknown>) => {
    const school = await house.build.school(row);
    return (await plan.manager.get(`/api/v1/schools/${school.id}`)).body.gate.missing.party;
  };

  it('is its body’s, public or private, else its commune’s; a body that nobody has named is not the commune', async () => {
    const body = await house.build.insert('managing_body', { name: 'ADAPEI de la Loire', kind: 'medico-social' });
    expect(await partyOf({ kind: 'teaching-unit', managing_body_id: body })).toBe('ADAPEI de la Loire');
    expect(await partyOf({ kind: 'teaching-unit' })).toBe('son organisme médico-social');
    expect(await partyOf({ sector: 'private', state_contract: 'simple' })).toBe('son organisme de gestion');
    expect(await partyOf({})).toMatch(/^la commune de /);
  });
});
