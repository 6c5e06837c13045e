import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanTermsService } from '../src/loans/loan-terms.service.js';
import { said } from './harness/answers.js';
import { aDevice, aFleet, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import {
  actOnLoan,
  aKit,
  aLoan,
  loanMovesOf,
  loanRow,
  morningOf,
  PERIOD,
  type BuiltKit,
} from './harness/loan-builders.js';
import type { Person } from './harness/person.js';

/** A loan from the request to the check, as people live it; what the system does of it by itself. */
let house: House;
let fleet: Fleet;
let teacher: Person;
let head: Person;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  head = await house.person('school-head', { school_id: fleet.school.id });
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

const ground = () => ({ schoolId: fleet.school.id, teacherId: teacher.accountId, technicianId: technician.accountId });
const checked = (kit: BuiltKit, seenIds = kit.contents) => ({ seenIds, condition: 'good', accessoriesComplete: true });
const askFor = (kit: BuiltKit, period: object, more: object = {}) =>
  teacher.post('/api/v1/loans', { kitId: kit.id, ...period, ...more });
const subjectsTo = async (person: Person, id: string) =>
  (
    await house.sql<{ subject: string }>(
      `select substring(m.subject from ': (.*)') as subject from mail m join account c on c.email = m.recipient
        where c.id = $1 and m.dedupe like $2 order by m.id`,
      [person.accountId, `loan-%:${id}:%`],
    )
  ).map(({ subject }) => subject);

describe('a request', () => {
  it('takes its days with the check after them, and tells nobody until it is answered', async () => {
    const kit = await aKit(house, fleet);
    const { status, body } = await askFor(kit, PERIOD('2026-10-12', '2026-10-15'), { purpose: 'Robots en CE1' });
    expect([status, body.state]).toEqual([201, 'requested']);
    expect(body.number).toMatch(/^P-2026-\d{5}$/);
    expect(await loanRow(house, body.id)).toMatchObject({
      ...{ school_id: fleet.school.id, referent_id: teacher.accountId, purpose: 'Robots en CE1' },
      // Thursday afternoon, then both halves of the Friday.
      held_until: morningOf('2026-10-17'),
    });
    expect((await actOnLoan(house, manager, body.id, 'approve')).status).toBe(200);
    expect(await subjectsTo(teacher, body.id)).toEqual(['accordé']);
    expect(await subjectsTo(head, body.id)).toEqual(['accordé']);
    expect(await subjectsTo(manager, body.id)).toEqual([]);
  });

  it('of a kit that asks for nobody is granted at once, by the house', async () => {
    const kit = await aKit(house, fleet, { needs_approval: false, checking_half_days: 0 });
    const { body } = await askFor(kit, PERIOD('2026-10-12', '2026-10-13'));
    expect(body.state).toBe('approved');
    expect((await loanMovesOf(house, body.id)).map(({ action, role }) => `${action} ${role}`)).toEqual([
      ...['request teacher', 'approve system'],
    ]);
    expect((await loanRow(house, body.id)).held_until).toBe(morningOf('2026-10-14'));
  });

  it.each([
    ['loan.period-wrong', 'ends before it begins', PERIOD('2026-10-15', '2026-10-12')],
    ['loan.period-wrong', 'is over', PERIOD('2026-10-01', '2026-10-05')],
    ['loan.period-wrong', 'is longer than a month', PERIOD('2026-11-02', '2026-12-03')],
    ['loan.period-wrong', 'is years away', PERIOD('2028-10-12', '2028-10-13')],
    ['loan.school-closed', 'begins on a Sunday', PERIOD('2026-10-11', '2026-10-12')],
    ['loan.school-closed', 'ends on a Wednesday', PERIOD('2026-10-12', '2026-10-14')],
  ])('is refused, %s, where it %s', async (code, _, period) => {
    const kit = await aKit(house, fleet);
    expect(said(await askFor(kit, period))).toBe(`422 ${code}`);
    expect(await house.sql('select id from loan where kit_id = $1', [kit.id])).toEqual([]);
  });

  it('is refused where the kit is not for this school, is no longer lent, or lies in no stock', async () => {
    const kits = [
      await aKit(house, fleet, { kinds: ['teaching-unit'] }),
      await aKit(house, fleet, { offered: false }),
      await aKit(house, fleet),
    ];
    await house.arrange(`update equipment set state = 'lost' where id = $1 or container_id = $1`, [
      kits[2]!.equipmentId,
    ]);
    for (const kit of kits)
      expect(said(await askFor(kit, PERIOD('2026-10-12', '2026-10-13')))).toBe('422 loan.not-offered');
    const offered = (await teacher.get('/api/v1/loan-kits')).body.items.map(({ id }: { id: string }) => id);
    for (const kit of kits) expect(offered).not.toContain(kit.id);
  });

  it('names somebody of the school who answers for it', async () => {
    const kit = await aKit(house, fleet);
    const stranger = { referentId: technician.accountId };
    expect(said(await askFor(kit, PERIOD('2026-10-12', '2026-10-13'), stranger))).toBe('422 loan.referent-unknown');
    expect((await askFor(kit, PERIOD('2026-10-12', '2026-10-13'), { referentId: head.accountId })).status).toBe(201);
  });
});

describe('what is free', () => {
  it('is shown by half-days: taken, checked, one’s own, closed, without whose it is', async () => {
    const kit = await aKit(house, fleet);
    const other = await house.build.school();
    await aLoan(house, kit, { ...ground(), schoolId: other.id }, 'approved', {
      from_day: '2026-10-08',
      to_day: '2026-10-08',
    });
    await aLoan(house, kit, ground(), 'approved', {
      from_day: '2026-10-12',
      to_day: '2026-10-12',
      held_until: morningOf('2026-10-13') + 1,
    });
    const { body } = await teacher.get(`/api/v1/loan-kits/${kit.id}/days?from=2026-10-07&weeks=2&days=2`);
    const shown = body.calendar.map(
      ({ day, morning, afternoon }: Record<string, string>) => `${day} ${morning} ${afternoon}`,
    );
    expect(shown.slice(0, 9)).toEqual([
      '2026-10-05 closed closed',
      '2026-10-06 free free',
      // No class on a Wednesday.
      '2026-10-07 closed closed',
      '2026-10-08 taken taken',
      '2026-10-09 checking checking',
      '2026-10-10 closed closed',
      '2026-10-11 closed closed',
      '2026-10-12 mine mine',
      '2026-10-13 checking free',
    ]);
    expect(JSON.stringify(body)).not.toContain(other.id);
    expect(body.free[0]).toEqual(PERIOD('2026-10-15', '2026-10-16'));
  });

  it('is nothing, while it is late', async () => {
    const kit = await aKit(house, fleet);
    await aLoan(house, kit, ground(), 'out', { from_day: '2026-09-28', to_day: '2026-10-01' });
    const { body } = await head.get(`/api/v1/loan-kits/${kit.id}/days?from=2026-11-02&weeks=1&days=1`);
    expect([body.free, body.calendar[0].morning]).toEqual([[], 'taken']);
    const answer = await askFor(kit, PERIOD('2026-11-02', '2026-11-03'));
    expect([answer.status, answer.body.code]).toEqual([409, 'loan.taken']);
    expect(answer.body.title).toMatch(/Personne ne sait encore quand il sera rendu\.$/);
  });

  it('of every kit is one look for who lends', async () => {
    const kit = await aKit(house, fleet);
    await aLoan(house, kit, ground(), 'out', { from_day: '2026-09-28', to_day: '2026-10-01' });
    const { body } = await manager.get('/api/v1/loans/calendar?from=2026-10-06&weeks=3');
    expect([body.from, body.weeks, body.now]).toEqual(['2026-10-05', 3, morningOf('2026-10-06')]);
    const row = body.kits.find(({ id }: { id: string }) => id === kit.id);
    expect(row).toMatchObject({ contents: 2, equipmentState: 'on-loan' });
    expect(row.loans).toMatchObject([{ late: true, heldUntil: null, starts: morningOf('2026-09-28') }]);
  });
});

describe('a hand-over', () => {
  it('takes the case and what lies in it along, each with its own line of history', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'approved');
    expect(
      said(
        await actOnLoan(house, technician, id, 'hand-over', {
          ...checked(kit, kit.contents.slice(1)),
          referentId: teacher.accountId,
        }),
      ),
    ).toBe('422 loan.contents-missing');
    expect(
      said(await actOnLoan(house, technician, id, 'hand-over', { ...checked(kit), referentId: manager.accountId })),
    ).toBe('422 loan.referent-unknown');
    expect(
      (await actOnLoan(house, technician, id, 'hand-over', { ...checked(kit), referentId: head.accountId })).status,
    ).toBe(200);
    for (const device of [kit.equipmentId, ...kit.contents]) {
      expect((await deviceRow(house, device)).state).toBe('on-loan');
      expect((await movesOf(house, device)).at(-1)).toMatchObject({ action: 'lend', account_id: technician.accountId });
    }
    expect((await loanRow(house, id)).referent_id).toBe(head.accountId);
  });

  it('waits for its day, and for the loan before to be back and checked', async () => {
    const kit = await aKit(house, fleet);
    const next = await aLoan(house, kit, ground(), 'approved', { from_day: '2026-10-12', to_day: '2026-10-13' });
    const before = await aLoan(house, kit, ground(), 'out', { from_day: '2026-09-28', to_day: '2026-10-01' });
    const give = (by: Person) =>
      actOnLoan(house, by, next, 'hand-over', { ...checked(kit), referentId: teacher.accountId });
    expect(said(await give(technician))).toBe('409 loan.early');
    house.setNow('2026-10-12T07:00:00Z');
    const later = await house.person('technician');
    const refused = await give(later);
    expect([refused.status, refused.body.code]).toEqual([409, 'loan.kit-out']);
    expect((await actOnLoan(house, later, before, 'return', checked(kit))).status).toBe(200);
    expect((await give(later)).body.code).toBe('loan.kit-out');
    expect((await actOnLoan(house, later, before, 'clear', { missing: [] })).status).toBe(200);
    expect((await give(later)).status).toBe(200);
  });

  it('of a device with a loan keeps it from being retired', async () => {
    const kit = await aKit(house, fleet, {}, 0);
    await aLoan(house, kit, ground(), 'approved');
    const { version } = await deviceRow(house, kit.equipmentId);
    const retire = await manager.post(
      `/api/v1/equipment/${kit.equipmentId}/retire`,
      { decisionNumber: 'D-1' },
      { version: version as number },
    );
    expect(said(retire)).toBe('409 equipment.on-loan');
  });
});

describe('a return', () => {
  it('before its end frees the rest of its days', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'out', { to_day: '2026-10-16', held_until: morningOf('2026-10-20') });
    expect((await askFor(kit, PERIOD('2026-10-13', '2026-10-13'))).status).toBe(409);
    expect((await actOnLoan(house, technician, id, 'return', checked(kit))).status).toBe(200);
    // Back on the morning of the 6th: checked that afternoon and the next morning.
    expect((await loanRow(house, id)).held_until).toBe(morningOf('2026-10-07') + 1);
    expect((await deviceRow(house, kit.equipmentId)).state).toBe('in-stock');
    expect((await askFor(kit, PERIOD('2026-10-13', '2026-10-13'))).status).toBe(201);
  });

  it('that is late is checked until the next one begins', async () => {
    const kit = await aKit(house, fleet);
    await aLoan(house, kit, ground(), 'approved', {
      from_day: '2026-10-06',
      from_half: 'afternoon',
      to_day: '2026-10-08',
    });
    const id = await aLoan(house, kit, ground(), 'out', { from_day: '2026-09-28', to_day: '2026-10-01' });
    expect((await actOnLoan(house, technician, id, 'return', checked(kit))).status).toBe(200);
    expect((await loanRow(house, id)).held_until).toBe(morningOf('2026-10-06') + 1);
  });

  it('says what is missing: each is found, lost or a ticket before the loan ends', async () => {
    const kit = await aKit(house, fleet, {}, 4);
    const id = await aLoan(house, kit, ground(), 'out');
    const [there, found, lost, broken] = kit.contents as [string, string, string, string];
    const stranger = await aDevice(house, fleet, 'in-stock');
    expect(said(await actOnLoan(house, technician, id, 'return', checked(kit, [there, stranger])))).toBe(
      '422 loan.contents-unknown',
    );
    await actOnLoan(house, technician, id, 'return', {
      ...checked(kit, [there]),
      condition: 'worn',
      note: 'Trois manquent',
    });
    const outcomes = [
      { equipmentId: found, outcome: 'found' },
      { equipmentId: lost, outcome: 'lost' },
      { equipmentId: broken, outcome: 'ticket' },
    ];
    expect(said(await actOnLoan(house, technician, id, 'clear', { missing: outcomes.slice(1) }))).toBe(
      '409 loan.missing-unsettled',
    );
    expect(await house.application.get(LoanTermsService).clearChecked()).toBe(0);
    expect((await actOnLoan(house, technician, id, 'clear', { missing: outcomes })).status).toBe(200);
    expect(await deviceRow(house, lost)).toMatchObject({ state: 'lost', container_id: null });
    expect((await deviceRow(house, found)).state).toBe('in-stock');
    const [ticket] = await house.sql('select school_id, description, state from ticket where equipment_id = $1', [
      broken,
    ]);
    expect(ticket).toMatchObject({ school_id: fleet.school.id, state: 'new' });
    const { body } = await teacher.get(`/api/v1/loans/${id}`);
    expect(body.checks).toMatchObject([{ direction: 'back', condition: 'worn', note: 'Trois manquent' }]);
    expect(body.devices.map(({ outcome }: { outcome: string | null }) => outcome).sort()).toEqual(
      ['found', 'lost', null, 'ticket'].sort(),
    );
  });
});
