import { describe, expect, it } from '@jest/globals';
import { ordersInStatement, totalGivenBackCents } from './order-in-statement';
import { entry } from './statement.fixture';

const ASKED = { at: '2026-06-11T08:00:00Z' };
const DECIDED = { at: '2026-06-15T08:00:00Z' };
const DONE = { at: '2026-07-07T08:00:00Z' };

/** Newest first, as a statement gives them: the worked example of the ledger. */
const LINES = [
  entry('release', 'gives', 350, { ...DONE, about: 'moins cher que prévu' }),
  entry('expense', 'moves', 37_650, DONE),
  entry('release', 'gives', 5_100, { ...DECIDED, about: 'accordée en partie' }),
  entry('commitment', 'moves', 38_000, DECIDED),
  entry('reservation', 'takes', 43_100, ASKED),
  entry('allocation', 'gives', 290_000, { orderId: null, orderNumber: null, orderTitle: null }),
];

describe('one order followed through a statement', () => {
  const [order, ...others] = ordersInStatement(LINES);

  it('leaves out what no order did', () => {
    expect(others).toEqual([]);
    expect(order).toMatchObject({ number: 'C-2026-00181', firstDay: '2026-06-11' });
  });

  it('accounts for every cent that was taken', () => {
    expect(order).toMatchObject({ takenCents: 43_100, spentCents: 37_650, givenBackCents: [5_100, 350], heldCents: 0 });
    expect(totalGivenBackCents(order!)).toBe(5_450);
  });

  it('is told decision by decision, with what was held then', () => {
    expect(order!.steps.map(({ word, day }) => [word, day])).toEqual([
      ['Demandé', '2026-06-11'],
      ['Accordé en partie', '2026-06-15'],
      ['Service fait', '2026-07-07'],
    ]);
    expect(order!.steps.map(({ figures }) => figures)).toEqual([
      { openedCents: 43_100, reservedCents: 43_100, committedCents: 0, spentCents: 0 },
      { openedCents: 43_100, reservedCents: 0, committedCents: 38_000, spentCents: 0 },
      { openedCents: 43_100, reservedCents: 0, committedCents: 0, spentCents: 37_650 },
    ]);
  });

  it('still holds what is neither spent nor given back, complements included', () => {
    const [open] = ordersInStatement([
      entry('commitment', 'takes', 2_000, { at: '2026-06-20T08:00:00Z' }),
      ...LINES.slice(2),
    ]);
    expect(open).toMatchObject({ takenCents: 45_100, heldCents: 40_000 });
    expect(open!.steps.at(-1)).toMatchObject({ word: 'Complément', figures: { committedCents: 40_000 } });
  });

  it('holds nothing after it was withdrawn', () => {
    const [withdrawn] = ordersInStatement([entry('release', 'gives', 43_100, DECIDED), LINES[4]!]);
    expect(withdrawn).toMatchObject({ heldCents: 0, spentCents: 0 });
    expect(withdrawn!.steps.at(-1)).toMatchObject({ word: 'Rendu', figures: { reservedCents: 0, committedCents: 0 } });
  });

  it('says nothing of what it holds once it left for another year', () => {
    const [carried] = ordersInStatement([entry('carry-over', 'moves', 38_000, DONE), ...LINES.slice(2)]);
    expect(carried!.heldCents).toBeNull();
  });
});
