import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EQUIPMENT_ACTIONS,
  EQUIPMENT_STATE_NAMES,
  ROLES,
  type EquipmentAction,
  type EquipmentState,
  type Role,
} from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import {
  act,
  aDevice,
  aFleet,
  BUILT_EQUIPMENT_STATES,
  deviceRow,
  movesOf,
  type Fleet,
} from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';

/** What the rules of the plan say of a device, written by hand. Who awaits no training goes on into service at once. */
const MOVES = textMoves(`
  state                                                         | action           | who   | next              | guards
  ordered                                                       | receive          | S K M | in-stock          |
  in-stock                                                      | undo-receipt     | K M   | ordered           | no-route
  in-stock                                                      | store            | K M   | =                 | place-named
  in-stock                                                      | place            | S K M | awaiting-training | place-named
  awaiting-training                                             | release          | S     | in-service        |
  awaiting-training                                             | waive-training r | M     | in-service        |
  in-service awaiting-training                                  | move             | S K M | =                 | place-named
  in-stock                                                      | lend             | S     | on-loan           |
  on-loan                                                       | return           | S     | in-stock          |
  in-service awaiting-training in-stock                         | send-to-repair   | S K   | under-repair      | ticket-open
  under-repair                                                  | bring-back       | K     | awaiting-training |
  under-repair                                                  | shelve-repaired  | K     | in-stock          | place-named
  in-service awaiting-training                                  | withdraw r       | S K M | in-stock          | place-named
  in-stock awaiting-training in-service on-loan under-repair    | lose             | H K M | lost              |
  in-stock awaiting-training in-service on-loan under-repair lost | steal          | H K M | stolen            |
  stolen                                                        | record-complaint | H K M | =                 | number
  lost stolen                                                   | find             | K M   | in-stock          | place-named
  in-stock lost stolen                                          | retire           | M     | retired           | number
  retired                                                       | restore r        | M     | in-stock          |
  retired                                                       | wipe             | K M   | =                 |
  retired                                                       | dispose          | M     | disposed          |
`);

/** Reasons, places and numbers that are right; a new action is told by the compiler. */
const BODIES: Record<EquipmentAction, (fleet: Fleet) => Body | undefined> = {
  receive: () => undefined,
  'undo-receipt': () => undefined,
  store: ({ otherStockPlaceId }) => ({ stockPlaceId: otherStockPlaceId }),
  place: ({ roomId }) => ({ roomId }),
  release: () => undefined,
  'waive-training': () => ({ reason: 'Remise en main faite' }),
  move: ({ otherRoomId }) => ({ roomId: otherRoomId }),
  lend: () => undefined,
  return: () => undefined,
  'send-to-repair': () => undefined,
  'bring-back': () => undefined,
  'shelve-repaired': ({ stockPlaceId }) => ({ stockPlaceId }),
  withdraw: ({ stockPlaceId }) => ({ stockPlaceId, reason: 'Classe fermée' }),
  lose: () => ({ reason: 'Introuvable depuis la rentrée' }),
  steal: () => ({ complaintNumber: 'PV-2026-118' }),
  'record-complaint': () => ({ complaintNumber: 'PV-2026-118' }),
  find: ({ stockPlaceId }) => ({ stockPlaceId }),
  retire: () => ({ decisionNumber: 'DEC-2026-4' }),
  restore: () => ({ reason: 'Retiré par erreur' }),
  wipe: () => ({ method: 'overwrite', operator: 'Sami Roux', wipedOn: '2026-10-06', result: 'wiped' }),
  dispose: () => ({
    ...{ destination: 'transfer', receiver: 'Commune de Sorbiers', proofNumber: 'CES-1', disposedOn: '2026-10-06' },
  }),
};

/** Made as it is received, and what no person asks for; their routes are others, or none. */
const ASKED = EQUIPMENT_ACTIONS.filter(
  (action) => !['receive', 'undo-receipt', 'release', 'lend', 'return'].includes(action),
);
/** Nobody can open a ticket yet: a device goes to no repairer without one. */
const REFUSED: Partial<Record<EquipmentAction, string>> = { 'send-to-repair': '409 equipment.ticket-missing' };
const IN_ROOM: EquipmentState[] = ['awaiting-training', 'in-service', 'under-repair', 'lost', 'stolen'];

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

const ask = (role: Role, id: string, action: EquipmentAction) =>
  act(house, people[role], id, action, BODIES[action](fleet));
const rowOf = (action: string, state: string) => MOVES.find((one) => one.action === action && one.state === state);

/** What follows at once: a model that asks for no training waits for none. */
const settled = (next: string, from: string) => (next === 'awaiting-training' && next !== from ? 'in-service' : next);

function expectedAnswer(role: Role, action: EquipmentAction, state: EquipmentState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  // A school reaches what stands in it.
  if (role === 'school-head' && !IN_ROOM.includes(state)) return '404 object.not-found';
  const move = rowOf(action, state);
  if (!move) return `409 equipment.state ${possibleFor(MOVES, role, state)}`;
  return REFUSED[action] ?? `200 ${settled(move.next, state)}`;
}

async function traces(id: string) {
  return { row: await deviceRow(house, id), moves: await movesOf(house, id) };
}

describe('a device', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(EQUIPMENT_STATE_NAMES.filter((state) => !BUILT_EQUIPMENT_STATES.includes(state))).toEqual([]);
    expect(EQUIPMENT_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_EQUIPMENT_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const id = await aDevice(house, fleet, state);
    const before = await traces(id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of ASKED) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });

  it.each(BUILT_EQUIPMENT_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const id = await aDevice(house, fleet, state);
    for (const role of ['plan-manager', 'technician', 'school-head', 'teacher', 'inspector'] as const) {
      const { status, body } = await people[role].get(`/api/v1/equipment/${id}`);
      const reached = ['plan-manager', 'technician'].includes(role) || IN_ROOM.includes(state);
      expect([role, status]).toEqual([role, reached ? 200 : 404]);
      if (!reached) continue;
      const expected = ASKED.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as EquipmentState, move.action as EquipmentAction, role] as const),
)
  .filter(([, action]) => ASKED.includes(action))
  .filter(([state, action, role]) => expectedAnswer(role, action, state).startsWith('200'));

describe('a move of a device that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const id = await aDevice(house, fleet, state);
      const before = await traces(id);
      const move = rowOf(action, state)!;
      const answer = await ask(role, id, action);
      expect(said(answer)).toBe(`200 ${settled(move.next, state)}`);
      const after = await traces(id);
      expect(after.row).toMatchObject({ state: settled(move.next, state), version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(move.next !== state);
      const written = after.moves.slice(before.moves.length);
      const { reason = null } = (BODIES[action](fleet) ?? {}) as { reason?: string };
      expect(written[0]).toMatchObject({
        ...{ action, from_state: state, to_state: move.next, role, account_id: people[role].accountId, reason },
        ...{ stock_place_id: after.row.stock_place_id, room_id: after.row.room_id, container_id: null },
      });
      // What follows at once is of the same moment: a life that nobody waited in shows no waiting.
      expect(new Set(written.map(({ at }) => at)).size).toBe(1);
      const released = settled(move.next, state) !== move.next;
      expect(written.slice(1)).toMatchObject(
        released
          ? [
              {
                action: 'release',
                from_state: 'awaiting-training',
                to_state: 'in-service',
                role: 'system',
                account_id: null,
              },
            ]
          : [],
      );
    },
  );
});
