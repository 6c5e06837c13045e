import { makeUai } from '@parc/domain';
import type { House } from '../harness/house.js';
import { addConduct } from './conduct-world.js';
import { Dice } from './dice.js';
import { addEnds } from './ends-world.js';
import { addFleet } from './fleet-world.js';
import { addUse } from './use-world.js';
import { insertRows } from './insert-rows.js';
import { addSeen } from './seen-world.js';
import { addTeachers } from './teachers-world.js';
import { addBreakdowns } from './breakdowns-world.js';
import { addKit } from './kit-world.js';
import { addLent } from './lent-world.js';
import { addEndedTickets } from './tickets-world.js';

/** The day on which the house's clock stands, and the last one that its data know. */
export const TODAY = '2026-10-06';
export const DATA_DAY = '2026-10-05';
/** Late, so that few periods are worked out; what happened before it counts all the same. */
const PLAN_START = '2026-06-10';
/** From when on things happen: three years. */
export const FIRST_DAY = '2023-09-01';

export interface WorldSchool {
  id: string;
  sector: string;
  kind: string;
  communeId: string;
  circonscriptionId: string | null;
  bodyId: string | null;
  rooms: readonly string[];
  /** It is closed today: nothing stands there any more. */
  isClosed: boolean;
}

/** What random tables hang on. */
export interface World {
  schools: readonly WorldSchool[];
  communes: readonly string[];
  models: readonly { id: string; family: string | null }[];
  stockPlaceId: string;
  accountId: string;
}

/** What each group of figures adds, in its own file: a line each. */
const ADDED: readonly ((house: House, dice: Dice, world: World) => Promise<void>)[] = [
  addFleet,
  addKit,
  addEndedTickets,
  addEnds,
  addLent,
  addUse,
  addTeachers,
  addSeen,
  addBreakdowns,
  addConduct,
];

/** A plan by chance: schools of all kinds, what is known of them and what is not, and three years of what happened to them. */
export async function randomWorld(house: House, seed: number): Promise<World> {
  const dice = new Dice(seed);
  await addSettings(house, dice);
  const world: World = {
    ...(await addSchools(house, dice)),
    models: await addModels(house, dice),
    ...(await addOffice(house)),
  };
  for (const add of ADDED) await add(house, dice, world);
  return world;
}

async function addSettings(house: House, dice: Dice): Promise<void> {
  const level = { nursery: 4, elementary: dice.pick([4, 8, 12]), primary: dice.pick([4, 8, 12]), 'teaching-unit': 8 };
  const settings = { 'plan.start': PLAN_START, 'equity.baseLevel': level };
  const source = 'Au hasard';
  await insertRows(
    house,
    'setting',
    Object.entries(settings).map(([name, value]) => ({ id: dice.uuid(), name, value, from_day: '2023-01-01', source })),
  );
  const holidays = [
    ['Été', '2025-07-05', '2025-08-31'],
    ['Toussaint', '2025-10-18', '2025-11-02'],
    ['Noël', '2025-12-20', '2026-01-04'],
    ['Hiver', '2026-02-07', '2026-02-22'],
    ['Printemps', '2026-04-04', '2026-04-19'],
    ['Ascension', '2026-05-14', '2026-05-17'],
    ['Été', '2026-07-04', '2026-08-31'],
    ['Toussaint', '2026-10-17', '2026-11-01'],
  ].map(([name, from_day, to_day]) => ({ id: dice.uuid(), zone: 'A', name, from_day, to_day }));
  await insertRows(house, 'school_holiday', holidays);
  await insertRows(house, 'public_holiday', [{ id: dice.uuid(), day: '2026-07-14', name: 'Fête nationale' }]);
}

/** A shelf, and somebody who writes. */
async function addOffice(house: House): Promise<Pick<World, 'stockPlaceId' | 'accountId'>> {
  const stockPlaceId = await house.build.insert('stock_place', { name: 'Réserve du hasard' });
  return { stockPlaceId, accountId: (await house.build.account('plan-manager')).id };
}

async function addSchools(house: House, dice: Dice): Promise<Pick<World, 'schools' | 'communes'>> {
  const people = [null, 1_999, 2_000, 9_999, 10_000, dice.whole(100, 50_000)];
  const communes = people.map((population, place) => ({
    ...{ id: dice.uuid(), insee_code: String(42_001 + place), name: `Commune ${place}`, population },
  }));
  const circonscriptions = [1, 2, 3].map((place) => ({
    ...{ id: dice.uuid(), code: makeUai('042', 8_000 + place), name: `Circonscription ${place}` },
  }));
  const bodies = ['ogec', 'diocese'].map((kind) => ({ id: dice.uuid(), name: `Organisme ${kind}`, kind }));
  await insertRows(house, 'commune', communes);
  await insertRows(house, 'circonscription', circonscriptions);
  await insertRows(house, 'managing_body', bodies);
  const rows = Array.from({ length: dice.whole(14, 26) }, (_, place) =>
    randomSchool(dice, place, dice.pick(communes).id, dice.pick(circonscriptions).id, dice.pick(bodies).id),
  );
  await insertRows(house, 'school', rows);
  const rooms = rows.flatMap(({ id }) =>
    [1, 2].map((one) => ({ id: dice.uuid(), school_id: id, name: `Salle ${one}` })),
  );
  await insertRows(house, 'room', rooms);
  await insertRows(house, 'school_year_figures', randomFigures(dice, rows));
  const schools = rows.map(({ id, sector, kind, commune_id, circonscription_id, managing_body_id, state }) => ({
    isClosed: state === 'closed',
    ...{ id, sector, kind, communeId: commune_id, circonscriptionId: circonscription_id, bodyId: managing_body_id },
    rooms: rooms.filter(({ school_id }) => school_id === id).map((room) => room.id),
  }));
  return { schools, communes: communes.map(({ id }) => id) };
}

function randomSchool(dice: Dice, place: number, communeId: string, circonscriptionId: string, bodyId: string) {
  const kind = dice.pick([
    'nursery',
    'nursery',
    'elementary',
    'elementary',
    'elementary',
    'primary',
    'primary',
    'teaching-unit',
  ]);
  const sector = dice.chance(0.3) ? 'private' : 'public';
  const contract = dice.pick(['association', 'association', 'association', 'simple', 'none']);
  // Some were not open yet in the last months, some closed in them, and some have a day of closing that has not come.
  const closed = dice.pick([null, null, null, null, '2026-07-31', '2026-08-31', '2027-08-31']);
  return {
    ...{ id: dice.uuid(), uai: makeUai('042', 7_000 + place), name: `École ${place}`, kind, sector },
    state_contract: sector === 'private' ? contract : null,
    priority: dice.pick(['none', 'none', 'none', 'REP', 'REP+']),
    ...{ commune_id: communeId, circonscription_id: sector === 'public' ? circonscriptionId : null },
    managing_body_id: sector === 'private' ? bodyId : null,
    opened_on: dice.pick([null, null, null, '2024-09-01', '2026-07-31', '2026-09-01']),
    ...{ closed_on: closed, state: closed !== null && closed < TODAY ? 'closed' : 'open' },
  };
}

/** Some years of each school are missing, some numbers of a year; bounds are met to the pupil, and indexes stand together now and then. */
function randomFigures(dice: Dice, schools: readonly { id: string }[]): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (const { id } of schools)
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      if (dice.chance(0.35)) continue;
      const pupils = dice.pick([0, 79, 80, 179, 180, 25, 50, 25 * dice.whole(1, 8), dice.whole(15, 400)]);
      const isIndexed = year < 2026 && dice.chance(0.7);
      rows.push({
        ...{ id: dice.uuid(), school_id: id, school_year: year, pupils: dice.chance(0.1) ? null : pupils },
        classes: dice.chance(0.1) ? null : Math.ceil(pupils / 24),
        teachers: dice.chance(0.1) ? null : Math.ceil(pupils / 20),
        social_index: isIndexed ? dice.whole(60, 75) * 2 : null,
      });
    }
  return rows;
}

/** Models of the families that figures tell apart, a teacher's own among them, and one whose family nobody has said. */
async function addModels(house: House, dice: Dice): Promise<World['models']> {
  const families = [
    'laptop',
    'laptop',
    'desktop',
    'tablet',
    'projector',
    'interactive-display',
    'monitor',
    'robot',
    null,
  ];
  const models: { id: string; family: string | null }[] = [];
  for (const [place, family] of families.entries()) {
    const id = await house.build.item({ kind: 'model', category: 'hardware', name: `Modèle ${place}` });
    models.push({ id, family });
    const stores_data = family !== 'projector' && family !== 'monitor' && family !== 'robot';
    if (family !== null)
      await insertRows(house, 'equipment_model', [
        { id: dice.uuid(), model_id: id, family, stores_data, for_teachers: place === 1, version: 1 },
      ]);
  }
  return models;
}
