import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { equipmentFields } from './equipment-fields.js';
import { EQUIPMENT, type EquipmentAction } from './equipment-lifecycle.js';
import { judgeEquipmentMove, possibleEquipmentActions, type EquipmentFacts } from './equipment-rules.js';
import { EQUIPMENT_HELD } from './equipment-states.js';

const FACTS: EquipmentFacts = {
  state: 'in-stock',
  before: null,
  untouched: true,
  inside: false,
  inRoom: false,
  contents: 0,
  awaitsTraining: false,
  openTickets: 0,
  loan: 'none',
  forLoans: false,
  wiped: false,
};

/** What each fact turned against a move answers; null lets it through. */
// prettier-ignore
const TURNED: [EquipmentAction, Partial<EquipmentFacts>, string | null][] = [
  ['release',        { state: 'awaiting-training' },                       null],
  ['release',        { state: 'awaiting-training', awaitsTraining: true }, 'equipment.training-awaited'],
  ['release',        { state: 'awaiting-training', inside: true },         'equipment.inside'],
  ['lend',           { loan: 'none' },                                     'equipment.loan-missing'],
  ['lend',           { loan: 'granted' },                                  'equipment.loan-missing'],
  ['lend',           { loan: 'handed-over' },                              null],
  ['lend',           { loan: 'handed-over', inside: true },                'equipment.inside'],
  ['return',         { state: 'on-loan', loan: 'handed-over' },            'equipment.loan-missing'],
  ['return',         { state: 'on-loan', loan: 'returned' },               null],
];
// prettier-ignore
const BY_MANAGER: [EquipmentAction, Partial<EquipmentFacts>, string | null][] = [
  ['undo-receipt',   {},                                             null],
  ['undo-receipt',   { untouched: false },                           'delivery.moved-since'],
  ['undo-receipt',   { contents: 1 },                                'delivery.moved-since'],
  ['waive-training', { state: 'awaiting-training', inside: true },   'equipment.inside'],
  ['waive-training', { state: 'awaiting-training', awaitsTraining: true }, null],
  ['retire',         {},                                             null],
  ['retire',         { openTickets: 1 },                             'equipment.ticket-open'],
  ['retire',         { loan: 'granted' },                            'equipment.on-loan'],
  ['retire',         { forLoans: true },                             'equipment.of-kit'],
  ['undo-receipt',   { loan: 'granted' },                            'equipment.on-loan'],
  ['undo-receipt',   { forLoans: true },                             'equipment.of-kit'],
  ['place',          {},                                             null],
  ['place',          { loan: 'granted' },                            'equipment.on-loan'],
  ['place',          { loan: 'returned' },                           'equipment.on-loan'],
  ['place',          { forLoans: true },                             'equipment.of-kit'],
  ['store',          { forLoans: true, loan: 'granted' },            null],
  ['retire',         { contents: 3 },                                'equipment.not-empty'],
  ['restore',        { state: 'retired', before: 'in-stock' },       null],
  ['restore',        { state: 'retired', before: 'lost' },           'equipment.was-missing'],
  ['restore',        { state: 'retired', before: 'stolen' },         'equipment.was-missing'],
  ['dispose',        { state: 'retired', before: 'in-stock' },       'equipment.not-wiped'],
  ['dispose',        { state: 'retired', before: 'in-stock', wiped: true }, null],
  ['dispose',        { state: 'retired', before: 'stolen' },         null],
];
// prettier-ignore
const BY_TECHNICIAN: [EquipmentAction, Partial<EquipmentFacts>, string | null][] = [
  ['send-to-repair', { openTickets: 0 },                             'equipment.ticket-missing'],
  ['send-to-repair', { openTickets: 1 },                             null],
  ['send-to-repair', { openTickets: 1, loan: 'granted' },            'equipment.on-loan'],
  // Of a kit that nobody was promised, what is broken is repaired.
  ['send-to-repair', { openTickets: 1, forLoans: true },             null],
  ['bring-back',     { state: 'under-repair' },                      'equipment.no-room'],
  ['bring-back',     { state: 'under-repair', inRoom: true },        null],
];

describe('a fact of a device', () => {
  it.each([
    ...TURNED.map((row) => ['system', ...row] as const),
    ...BY_MANAGER.map((row) => ['plan-manager', ...row] as const),
    ...BY_TECHNICIAN.map((row) => ['technician', ...row] as const),
  ])('judges what the %s does: %s with %j is %s', (role, action, turned, refused) => {
    const verdict = judgeEquipmentMove(role, action, { ...FACTS, ...turned }, 'Parce que');
    expect(verdict.refused?.code ?? null).toBe(refused);
  });

  it('asks a reason where the table does', () => {
    const asked = EQUIPMENT.actions.filter((action) =>
      EQUIPMENT.moves.some((move) => move.action === action && move.reason),
    );
    expect(asked).toEqual(['waive-training', 'withdraw', 'restore']);
    for (const action of asked) {
      const [state] = EQUIPMENT.statesFrom(action);
      const verdict = judgeEquipmentMove('plan-manager', action, { ...FACTS, state: state! }, ' ');
      expect(verdict.refused).toEqual({ code: 'equipment.reason-missing' });
    }
  });
});

describe('what a person may do with a device now', () => {
  it('is what its facts let through, and nothing whose other half is not there', () => {
    expect(possibleEquipmentActions('plan-manager', FACTS)).toEqual(['store', 'place', 'lose', 'steal', 'retire']);
    expect(possibleEquipmentActions('technician', FACTS)).toEqual(['store', 'place', 'lose', 'steal']);
    expect(possibleEquipmentActions('technician', { ...FACTS, openTickets: 1 })).toContain('send-to-repair');
    expect(possibleEquipmentActions('school-head', { ...FACTS, state: 'in-service' })).toEqual(['lose', 'steal']);
    expect(possibleEquipmentActions('plan-manager', { ...FACTS, state: 'retired', wiped: true })).toEqual([
      ...['restore', 'wipe', 'dispose'],
    ]);
    expect(possibleEquipmentActions('plan-manager', { ...FACTS, state: 'retired' })).toEqual(['restore', 'wipe']);
    expect(possibleEquipmentActions('teacher', FACTS)).toEqual([]);
  });
});

describe('a device', () => {
  it('is counted while somebody holds it', () =>
    expect(EQUIPMENT_HELD).toEqual(['in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair']));

  it('shows its price to those who pay or order, its history to those who keep it, names to the metropole', () => {
    const who = (group: 'prices' | 'history' | 'names') => ROLES.filter((role) => equipmentFields(role)[group]);
    expect(who('prices')).toEqual(['teacher', 'school-head', 'technician', 'plan-manager', 'private-body-officer']);
    expect(who('history')).toEqual(['teacher', 'school-head', 'technician', 'plan-manager']);
    expect(who('names')).toEqual(['technician', 'plan-manager']);
  });
});
