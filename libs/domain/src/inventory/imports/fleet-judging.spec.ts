import { describe, expect, it } from '@jest/globals';
import { EQUIPMENT } from '../equipment-lifecycle.js';
import type { EquipmentState } from '../equipment-states.js';
import { FleetSeen, judgeFleetRow, type FleetDevice, type FleetKnowledge } from './fleet-judging.js';
import { FleetPlaces } from './fleet-places.js';
import { fleetFaultSaid, readFleetRow } from './fleet-rows.js';
import { FLEET_STATES } from './fleet-states.js';

const MAPPING = { serial: 0, tag: 1, state: 2, place: 3, model: 4, purchasedOn: 5, quantity: 6, netPrice: 7 } as const;
const read = (cells: readonly string[], line = 2) => readFleetRow(cells, line, MAPPING);
const device = (state: EquipmentState, row: Partial<FleetDevice> = {}): FleetDevice => ({
  ...{ id: 'd1', tag: 'PE-1', serial: 'S1', modelId: 'm', modelName: 'Tablette', state },
  ...(EQUIPMENT.initial === state ? { stockPlaceId: null } : { stockPlaceId: 'stock' }),
  ...{ schoolId: null, roomId: null, roomName: null, inCase: false, forLoans: false },
  ...row,
});
const inRoom = (state: EquipmentState, row: Partial<FleetDevice> = {}) =>
  device(state, { stockPlaceId: null, schoolId: 'tilleuls', roomId: 'r1', roomName: 'Salle 1', ...row });
const schools = [
  { id: 'tilleuls', uais: ['0420318T'], name: 'Les Tilleuls', communeName: 'Sorbiers' },
  { id: 'mail', uais: ['0420562H'], name: 'Le Mail', communeName: 'Firminy' },
];
const knowing = (...devices: FleetDevice[]): FleetKnowledge => ({
  bySerial: new Map(devices.flatMap((one) => (one.serial === null ? [] : [[one.serial, one] as const]))),
  byTag: new Map(devices.map((one) => [one.tag, one])),
  places: new FleetPlaces(
    schools,
    [
      { id: 'stock', name: 'Réserve' },
      { id: 'other', name: 'Dépôt' },
    ],
    new Map(),
  ),
  models: new Map([
    ['tablette', { modelId: 'm' }],
    ['autre', { modelId: 'x' }],
    ['vieux', { leftOut: true }],
  ]),
  states: new Map(),
});
const judged = (cells: readonly string[], known = knowing(), seen = new FleetSeen(), line = 2) =>
  judgeFleetRow(read(cells, line), known, seen).judgment;
const faults = (cells: readonly string[], known?: FleetKnowledge) => {
  const judgment = judged(cells, known);
  return judgment.outcome === 'refused'
    ? judgment.faults.map(({ code, column }) => `${code} ${column}`)
    : judgment.outcome;
};
const actions = (known: FleetDevice, state: string, place: string): string => {
  const judgment = judged(['S1', '', state, place, 'Tablette'], knowing(known));
  if (judgment.outcome === 'refused') return judgment.faults.map(({ code }) => code).join(' ');
  return judgment.outcome === 'changed' ? judgment.actions.join(' ') : judgment.outcome;
};

describe('a row', () => {
  it.each([
    ['nothing to know it by', ['', '', 'En service', 'Les Tilleuls', 'Tablette'], 'unnamed serial'],
    [
      'a serial number that a maker left out',
      ['To be filled by O.E.M.', '', '', 'Réserve', 'Tablette'],
      'unnamed serial',
    ],
    [
      'a serial number that a spreadsheet broke',
      ['2,17E+13', 'A-1', '', 'Réserve', 'Tablette'],
      'serial-broken serial',
    ],
    ['a label that is none', ['S9', 'A 1?', '', 'Réserve', 'Tablette'], 'tag-shape tag'],
    ['a day that does not exist', ['S9', '', '', 'Réserve', 'Tablette', '31/02/2024'], 'date-bad purchasedOn'],
    ['several devices', ['S9', '', '', 'Réserve', 'Tablette', '', '2'], 'several quantity'],
    ['several devices in words', ['S9', '', '', 'Réserve', '2 PC'], 'several model,model-unknown model'],
    ['letters that were lost', ['S\uFFFD9', '', '', 'Réserve', 'Tablette'], 'text-damaged serial'],
    ['a price that is none', ['S9', '', '', 'Réserve', 'Tablette', '', '', 'offert'], 'price-bad netPrice'],
    [
      'words that nobody explained',
      ['S9', '', 'Bizarre', 'Ailleurs', 'Truc'],
      'model-unknown model,state-unknown state,place-unknown place',
    ],
    ['a model that is left out', ['S9', '', '', 'Réserve', 'Vieux'], 'left-out model'],
    [
      'a state and a place that contradict each other',
      ['S9', '', 'En stock', 'Les Tilleuls', 'Tablette'],
      'place-of-state state',
    ],
  ])('stays out that has %s', (_, cells, expected) => {
    expect([faults(cells)].flat().join(',')).toBe(expected);
  });

  it('says what is wrong in a sentence with the value', () => {
    const judgment = judged(['2,17E+13', '', '', 'Réserve', 'Tablette']);
    expect('faults' in judgment && fleetFaultSaid(judgment.faults[0]!)).toMatch(/« 2,17E\+13 ».*abîmé par un tableur/);
  });

  it('that names a device named before stays out, and says on which line', () => {
    const seen = new FleetSeen();
    expect(judged(['S5', 'A-1', '', 'Réserve', 'Tablette'], knowing(), seen, 2).outcome).toBe('created');
    expect(judged(['S5', 'A-2', '', 'Réserve', 'Tablette'], knowing(), seen, 3)).toMatchObject({
      faults: [{ code: 'serial-repeated', other: '2' }],
    });
    expect(judged(['S6', 'A-1', '', 'Réserve', 'Tablette'], knowing(), seen, 4)).toMatchObject({
      faults: [{ code: 'tag-repeated', other: '2' }],
    });
  });

  it('of a known device is known by its number first, then by its label, and by none of two', () => {
    const one = device('in-stock');
    const two = device('in-stock', { id: 'd2', tag: 'PE-2', serial: 'S2' });
    expect(judged(['S1', 'AUTRE-1', '', 'Réserve', 'Tablette'], knowing(one)).outcome).toBe('unchanged');
    expect(judged(['', 'pe-1', '', 'Réserve', 'Tablette'], knowing(one)).outcome).toBe('unchanged');
    expect(faults(['S1', 'PE-2', '', 'Réserve', 'Tablette'], knowing(one, two))).toEqual(['tag-known tag']);
    expect(faults(['S9', 'PE-1', '', 'Réserve', 'Tablette'], knowing(one))).toEqual(['serial-other serial']);
    expect(faults(['S1', '', '', 'Réserve', 'Autre'], knowing(one))).toEqual(['model-other model']);
  });
});

describe('a device that is new', () => {
  it.each([
    ['', 'Réserve', 'receive'],
    ['', 'Les Tilleuls > Salle 1', 'receive place release'],
    ['En panne', 'Les Tilleuls', 'receive place release send-to-repair'],
    ['Perdu', 'Les Tilleuls', 'receive place release lose'],
    ['Volé', 'Réserve', 'receive steal'],
    ['Réformé', 'Les Tilleuls', 'receive retire'],
  ])('« %s » in « %s » comes by the moves of the table', (state, place, moves) => {
    const judgment = judged(['S9', '', state, place, 'Tablette']);
    expect('actions' in judgment && judgment.actions.join(' ')).toBe(moves);
    let now: EquipmentState = EQUIPMENT.initial;
    for (const action of 'actions' in judgment ? judgment.actions : []) now = EQUIPMENT.find(now, action)!.next;
    expect(FLEET_STATES).toContain(now);
  });
});

describe('a device that is known', () => {
  it.each<[string, FleetDevice, string, string, string]>([
    ['stands as the list says', inRoom('in-service'), 'En service', 'Les Tilleuls > salle 1', 'unchanged'],
    ['stands somewhere in the school that the list names', inRoom('in-service'), '', 'Les Tilleuls', 'unchanged'],
    ['awaits a training, which no list tells', inRoom('awaiting-training'), 'En service', 'Les Tilleuls', 'unchanged'],
    ['changes rooms', inRoom('in-service'), '', 'Les Tilleuls > Salle 2', 'move'],
    ['changes schools', inRoom('in-service'), '', 'Le Mail > CP', 'withdraw place release'],
    ['goes into stock', inRoom('in-service'), '', 'Réserve', 'withdraw'],
    ['leaves the stock', device('in-stock'), '', 'Le Mail', 'place release'],
    ['changes shelves', device('in-stock'), 'En stock', 'Dépôt', 'store'],
    ['is lost', inRoom('in-service'), 'Perdu', 'Les Tilleuls', 'lose'],
    ['is lost already, wherever', inRoom('lost'), 'Perdu', 'Le Mail', 'unchanged'],
    ['is found', inRoom('lost'), '', 'Le Mail', 'find place release'],
    ['is written off', inRoom('in-service'), 'Réformé', 'Les Tilleuls', 'withdraw retire'],
    [
      'is at the repairer’s: its technician brings it back',
      inRoom('under-repair'),
      'En service',
      'Les Tilleuls',
      'state-apart',
    ],
    ['was written off: nobody brings it back by a list', device('retired'), 'En service', 'Le Mail', 'state-apart'],
    ['is lent', device('on-loan'), 'En service', 'Le Mail', 'state-apart'],
    ['is awaited from a delivery', device('ordered'), 'En service', 'Le Mail', 'state-apart'],
    ['may be lent', device('in-stock', { forLoans: true }), 'En service', 'Le Mail', 'for-loans'],
    ['lies in a case', inRoom('in-service', { inCase: true }), '', 'Le Mail', 'in-case'],
  ])('%s', (_, known, state, place, expected) => {
    expect(actions(known, state, place)).toBe(expected);
  });
});
