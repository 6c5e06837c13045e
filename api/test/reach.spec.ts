import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, PERMISSIONS, ROLES, type Permission, type Role } from '@parc/domain';
import { conventionScope } from '../src/agreements/convention.scope.js';
import type { Actor } from '../src/identity/actor.js';
import { countedOrderScope, orderScope } from '../src/orders/order.scope.js';
import { schoolReach, totalReach, type Reader } from '../src/directory/reach.sql.js';
import { numbered, type Predicate } from '../src/platform/database/predicate.js';
import { House } from './harness/house.js';

/** Two communes; in the first a public school, a private one and a public unit that a medico-social body runs. */
let house: House;
let scopes: Record<'school' | 'commune' | 'circonscription' | 'ogec' | 'social' | 'firm', string>;

const ALL = ['far', 'private', 'public', 'unit'];

/** What each role reaches where it holds a permission over schools, as rights.md says it: not taken from the table that is judged. */
const EXPECTED: Record<Role, readonly string[]> = {
  teacher: ['public'],
  'school-head': ['public'],
  technician: ALL,
  // It has no work yet.
  installer: [],
  'plan-manager': ALL,
  'commune-officer': ['public', 'unit'],
  'private-body-officer': ['private'],
  inspector: ['far', 'private', 'public'],
  'digital-trainer': ['far', 'private', 'public'],
  committee: ALL,
  administrator: [],
};

beforeAll(async () => {
  house = await House.open();
  const { build } = house;
  const commune = await build.commune();
  const circonscription = await build.insert('circonscription', { code: '0421397H', name: 'Vallée' });
  const ogec = await build.insert('managing_body', { name: 'OGEC', kind: 'ogec' });
  const social = await build.insert('managing_body', { name: 'ADAPEI', kind: 'medico-social' });
  const here = { commune_id: commune, circonscription_id: circonscription };
  const { id: school } = await build.school({ ...here, name: 'public' });
  await build.school({
    ...here,
    name: 'private',
    sector: 'private',
    state_contract: 'association',
    managing_body_id: ogec,
  });
  await build.school({ commune_id: commune, name: 'unit', kind: 'teaching-unit', managing_body_id: social });
  await build.school({ circonscription_id: circonscription, name: 'far' });
  const { holderId: firm } = await build.contract();
  scopes = { school, commune, circonscription, ogec, social, firm };
});
afterAll(() => house.close());

const NOBODY = {
  schoolId: null,
  communeId: null,
  managingBodyId: null,
  circonscriptionId: null,
  contractHolderId: null,
};

function reader(role: Role, body: 'ogec' | 'social' = 'ogec'): Reader {
  const over = (...roles: Role[]) => roles.includes(role);
  return {
    role,
    schoolId: over('teacher', 'school-head') ? scopes.school : null,
    communeId: over('commune-officer') ? scopes.commune : null,
    managingBodyId: over('private-body-officer') ? scopes[body] : null,
    circonscriptionId: over('inspector', 'digital-trainer') ? scopes.circonscription : null,
    contractHolderId: over('installer') ? scopes.firm : null,
  };
}

async function reached(reach: Predicate, besides = 'true'): Promise<string[]> {
  const { sql, values } = numbered(reach, 0);
  const rows = await house.sql<{ name: string }>(
    `select s.name from school s where ${sql} and ${besides} order by s.name`,
    values,
  );
  return rows.map(({ name }) => name);
}

/** Permissions over schools and what belongs to them: the catalogue is the whole plan's, and one's account no school. */
const OVER_SCHOOLS = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
  /^(directory|rooms|access-card|conventions|budgets|orders|home|steering|deputies)\./.test(permission),
);

describe('the schools that a role reaches', () => {
  it.each(ROLES)('as %s are the same by every permission it holds, and none by the others', async (role) => {
    for (const permission of OVER_SCHOOLS) {
      const held = PERMISSIONS[permission][role] !== undefined;
      expect([permission, await reached(schoolReach(reader(role), permission))]).toEqual([
        permission,
        held ? EXPECTED[role] : [],
      ]);
    }
  });

  it('of a body are all that it runs: the public unit of a medico-social one is its own', async () => {
    expect(await reached(schoolReach(reader('private-body-officer', 'social'), 'budgets.read'))).toEqual(['unit']);
  });

  it('are none when the assignment names no scope', async () => {
    for (const role of ROLES.filter((each) => !['technician', 'plan-manager', 'committee'].includes(each)))
      expect([role, await reached(schoolReach({ ...NOBODY, role }, 'directory.read'))]).toEqual([role, []]);
  });
});

describe('the orders of the schools that a role reaches', () => {
  /** In which states it reads them, whatever else they are; a firm's are its contracts', which `order-walk.spec.ts` shows. */
  const statesIn = async (scope: Predicate): Promise<string[]> => {
    const { sql, values } = numbered(scope, 1);
    const rows = await house.sql<{ state: string }>(
      `select distinct o.state from school s, unnest($1::text[]) as o (state) where ${sql}`,
      [ORDER_STATE_NAMES, ...values],
    );
    return rows.map(({ state }) => state).sort();
  };
  const asActor = (role: Role) => reader(role) as Actor;
  const EVERY = [...ORDER_STATE_NAMES].sort();
  const SENT = EVERY.filter((state) => state !== 'draft' && state !== 'discarded');
  const APPROVED = SENT.filter((state) => state !== 'submitted' && state !== 'rejected');

  it.each<[Role, string[]]>([
    ['teacher', EVERY],
    ['school-head', EVERY],
    ['plan-manager', SENT],
    ['commune-officer', SENT],
    ['private-body-officer', SENT],
    ['technician', APPROVED],
    ['inspector', APPROVED],
    ['digital-trainer', APPROVED],
    ['committee', []],
    ['administrator', []],
  ])('are read by %s from its step on, and drafts by the school alone', async (role, states) => {
    expect(await statesIn(orderScope(asActor(role)))).toEqual(states);
  });

  it('are counted by the committee once they were sent', async () => {
    expect(await statesIn(countedOrderScope(asActor('committee')))).toEqual(SENT);
  });
});

describe('the conventions that a role reaches', () => {
  /** One of each party, and a framework that lists nobody in particular. */
  beforeAll(async () => {
    const { build } = house;
    const site = async (name: string) => {
      const [found] = await house.sql<{ id: string; communeId: string }>(
        'select id, commune_id as "communeId" from school where name = $1',
        [name],
      );
      return found!;
    };
    const ofBody = (kind: string, body: string) => ({ kind, commune_id: null, managing_body_id: body, title: kind });
    await build.convention(await site('public'), { title: 'commune' });
    await build.convention(await site('private'), ofBody('private-body', scopes.ogec));
    await build.convention(await site('unit'), ofBody('medico-social-body', scopes.social));
  });

  const titles = async (scope: Predicate): Promise<string[]> => {
    const { sql, values } = numbered(scope, 0);
    const rows = await house.sql<{ title: string }>(`select c.title from convention c where ${sql}`, values);
    return rows.map(({ title }) => title).sort();
  };
  const EVERY = ['commune', 'medico-social-body', 'private-body'];

  it.each<[Role, string[]]>([
    ['plan-manager', EVERY],
    ['technician', EVERY],
    ['committee', EVERY],
    // A unit of the commune that another body signs for is not the commune’s to read.
    ['commune-officer', ['commune']],
    ['private-body-officer', ['private-body']],
    ['school-head', ['commune']],
    ['inspector', ['commune', 'private-body']],
    ['teacher', []],
    ['installer', []],
    ['administrator', []],
  ])('are, for %s, those it signs or that list its schools', async (role, expected) => {
    expect(await titles(conventionScope(reader(role) as Actor))).toEqual(expected);
  });

  it('are, for a medico-social body, its own', async () => {
    expect(await titles(conventionScope(reader('private-body-officer', 'social') as Actor))).toEqual([
      'medico-social-body',
    ]);
  });
});

describe('a sum', () => {
  const SUMMED = ['budgets.totals', 'budgets.list', 'budgets.read', 'orders.read', 'steering.read'] as const;

  it.each(ROLES)('for %s is of every school or of one party’s, whatever commune it is narrowed to', async (role) => {
    for (const permission of SUMMED) {
      const reach = totalReach(reader(role), permission);
      const whole = (await reached(reach)).length === ALL.length;
      const ofCommune = await reached(reach, `s.commune_id = '${scopes.commune}'`);
      const mixed = ofCommune.includes('private') && ofCommune.includes('public');
      expect([permission, whole || !mixed]).toEqual([permission, true]);
    }
  });

  it('is not made for who reaches schools of several parties without reaching all', async () => {
    expect(await reached(totalReach(reader('inspector'), 'orders.read'))).toEqual([]);
    expect(await reached(totalReach(reader('commune-officer'), 'budgets.read'))).toEqual(['public', 'unit']);
    expect(await reached(totalReach(reader('plan-manager'), 'budgets.totals'))).toEqual(ALL);
  });
});

describe('a medico-social body', () => {
  it('reads the budget of the public unit it runs, and counts it', async () => {
    const [unit] = await house.sql<{ id: string }>(`select id from school where name = 'unit'`);
    await house.build.envelope(unit!.id, 120_000);
    const officer = await house.person('private-body-officer', { managing_body_id: scopes.social });
    const list = (await officer.get('/api/v1/budgets')).body;
    expect(list.items).toMatchObject([{ schoolId: unit!.id, openedCents: 120_000 }]);
    expect((await officer.get('/api/v1/steering/overview')).body).toMatchObject({
      schools: 1,
      budgets: [{ openedCents: 120_000, sector: 'public' }],
    });
  });
});
