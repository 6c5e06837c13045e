import { describe, expect, it } from '@jest/globals';
import { lifecycle, type MoveRow } from '../lifecycle/lifecycle.js';
import { ORDERS } from './order-lifecycle.js';
import { ORDER_STATES, type OrderStateRow } from './order-states.js';
import { orderTableFaults } from './order-table-check.js';

/** The order's table with a state more, that the manager stops an order in and its performer leaves again. */
function faultsWith(row: Partial<OrderStateRow>, more: MoveRow<string>[] = []): string[] {
  const stopped: OrderStateRow = {
    ...ORDER_STATES.approved,
    ...{ word: 'Suspendue', milestone: null, awaits: 'Reprise attendue', photos: 'work', behind: 3 },
    ...row,
  };
  const states: Record<string, OrderStateRow> = { ...ORDER_STATES, stopped };
  const standing = ORDERS.moves.map(({ state, next, ...move }) => ({ ...move, from: state, to: next }));
  const moves: MoveRow<string>[] = [
    ...standing,
    { from: ['scheduled', 'installed'], action: 'stop', who: ['plan-manager'], to: 'stopped' },
    { from: 'stopped', action: 'resume', who: ['technician'], to: 'in-progress' },
    { from: 'stopped', action: 'report', who: ['technician'], to: 'installed' },
    ...more,
  ];
  return orderTableFaults(states, lifecycle({ name: 'orders', states, initial: 'draft', moves }));
}

describe('the row of an order’s state', () => {
  it('agrees with itself and with the moves, as the table stands', () =>
    expect(orderTableFaults(ORDER_STATES, ORDERS)).toEqual([]));

  it('may be another’s that agrees as well', () => expect(faultsWith({ appointment: true })).toEqual([]));

  it.each<[string, Partial<OrderStateRow>]>([
    ['"stopped" counts what was done, and is reached before any report', { appointment: true, quantity: 'done' }],
    ['"stopped" may be reported, and takes no photos of the work', { appointment: true, photos: null }],
    ['"stopped" is on the path and stopped, or neither on the path nor stopped', { appointment: true, behind: null }],
    [
      '"stopped" is on the path and stopped, or neither on the path nor stopped',
      { appointment: true, phase: 'stopped' },
    ],
    [
      '"stopped" is a milestone, and not on the path',
      { appointment: true, behind: null, phase: 'stopped', milestone: 'Suspendue' },
    ],
  ])('is told: %s', (sentence, row) => expect(faultsWith(row)).toEqual([sentence]));

  it('is told where it may be reported, and has no appointment: whoever comes from there brings none either', () =>
    expect(faultsWith({})).toEqual([
      '"stopped" may be started or reported, and has no appointment',
      '"stopped" has no appointment and comes by "resume" to "in-progress", which tells one: its row needs the effect "plan"',
      '"stopped" has no appointment and comes by "report" to "installed", which tells one: its row needs the effect "plan"',
    ]));

  const resting = { from: 'scheduled', action: 'rest', who: ['plan-manager'], to: 'resting' } as const;
  const dropping = { from: 'resting', action: 'cancel', who: ['plan-manager'], to: 'cancelled' } as const;
  const waking = { from: 'resting', action: 'wake', who: ['technician'], to: 'scheduled', effects: ['plan'] } as const;
  /** The order's table with a state that nothing can be done in but leaving it. */
  function faultsAtRest(row: Partial<OrderStateRow>, more: MoveRow<string>[] = [waking, dropping]): string[] {
    const states: Record<string, OrderStateRow> = {
      ...ORDER_STATES,
      resting: { ...ORDER_STATES.approved, milestone: null, photos: null, behind: 3, ...row },
    };
    const standing = ORDERS.moves.map(({ state, next, ...move }) => ({ ...move, from: state, to: next }));
    const moves: MoveRow<string>[] = [...standing, resting, ...more];
    return orderTableFaults(states, lifecycle({ name: 'orders', states, initial: 'draft', moves }));
  }

  it.each<[string, Partial<OrderStateRow>]>([
    [
      '"resting" is read from the submission on, which is not what its orders have behind them',
      { readFrom: 'submission' },
    ],
    ['"resting" counts what was asked, and less may have been approved', { quantity: 'asked' }],
    ['"resting" takes photos of the work, and nobody may report in it nor has', { photos: 'work' }],
    ['"resting" has an appointment, and nobody may start or report in it', { appointment: true }],
    ['"resting" holds money, and neither awaits anything nor has an appointment', { awaits: null }],
    ['"resting" is aside of the path, and has not behind it what the states before it have', { behind: 2 }],
  ])('is told at rest: %s', (sentence, row) => expect(faultsAtRest(row)).toEqual([sentence]));

  it('is told where what comes back to an appointment brings none, and not where one is brought or stands already', () => {
    const bare = { from: 'resting', action: 'wake', who: ['technician'], to: 'scheduled' } as const;
    expect(faultsAtRest({}, [bare, dropping])).toEqual([
      '"resting" has no appointment and comes by "wake" to "scheduled", which tells one: its row needs the effect "plan"',
    ]);
    expect(faultsAtRest({})).toEqual([]);
    expect(faultsWith({ appointment: true })).toEqual([]);
  });

  it.each<Partial<OrderStateRow>>([
    { hold: null, awaits: 'Réponse attendue', photos: null },
    { hold: null, awaits: null, photos: 'place' },
  ])('is told where it is final and still awaits or takes something: %j', (row) =>
    expect(faultsAtRest({ final: true, ...row }, [])).toEqual([
      '"resting" is final, and still holds, awaits or takes something',
    ]),
  );

  it('is told where it is final and holds money', () =>
    expect(faultsAtRest({ final: true, hold: null }, [])).toEqual([
      '"resting" is final, and still holds, awaits or takes something',
    ]));

  it('is told where a school may ask to cancel what nobody may', () => {
    const asked = { from: 'resting', action: 'ask-to-cancel', who: ['school-head'], to: 'same' } as const;
    expect(faultsAtRest({}, [waking, asked])).toContain(
      '"resting" may be asked to be cancelled, and nobody may cancel it there',
    );
  });

  it.each([{}, { photos: 'place' }, { photos: 'work' }] as const)(
    'is told where a cancellation asked before is lost, whatever its photos: %j',
    (row) =>
      expect(faultsAtRest(row, [waking])).toEqual(
        expect.arrayContaining([
          '"approved" loses the cancellation asked for: it may come to "resting", where none may cancel',
          '"scheduled" loses the cancellation asked for: it may come to "resting", where none may cancel',
        ]),
      ),
  );

  it('is told where nobody leads it on once the work has begun and the school has closed', () => {
    const asking = { ...waking, guards: ['assignee-named', 'school-open'] };
    const unbegunOnly = { ...dropping, guards: ['never-started'] };
    const dead =
      '"resting" holds money once the work has begun, and every way on asks for an open school or for no work begun: where the school closes, nobody leads it on';
    expect(faultsAtRest({}, [asking, unbegunOnly])).toEqual([dead]);
    expect(faultsAtRest({}, [waking, unbegunOnly])).toEqual([]);
    expect(faultsAtRest({}, [asking, dropping])).toEqual([]);
  });

  it('is told where it counts, or lets others read, what was not approved yet', () => {
    const halted = { from: 'submitted', action: 'halt', who: ['plan-manager'], to: 'resting' } as const;
    // What comes after it comes without approval as well.
    expect(faultsAtRest({}, [waking, dropping, halted])).toEqual(
      expect.arrayContaining([
        '"resting" is read from the approval on, which is not what its orders have behind them',
        '"resting" counts what was approved, and is reached before',
        '"scheduled" counts what was approved, and is reached before',
      ]),
    );
  });
});
