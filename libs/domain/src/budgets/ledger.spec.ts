import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindsOf } from '../kinds/kinds.js';
import { ENTRY_KINDS } from './entry-kinds.js';
import {
  allocation,
  applyPosting,
  availableCents,
  commitment,
  expense,
  release,
  reservation,
  rounding,
  type Balance,
  type Hold,
} from './ledger.js';

const reserved = (amountCents: number): Hold => ({ entryId: 'r', kind: 'reserved', amountCents });
const committed = (amountCents: number): Hold => ({ entryId: 'c', kind: 'committed', amountCents });
const OPENED: Balance = { openedCents: 151_900, reservedCents: 0, committedCents: 0, spentCents: 0 };

/** Reserved, committed, spent, available: the columns of the worked example. */
function columns(balance: Balance): number[] {
  return [balance.reservedCents, balance.committedCents, balance.spentCents, availableCents(balance)];
}

describe('the moves of an order in the ledger', () => {
  it('are the worked example, to the cent', () => {
    const submitted = applyPosting(OPENED, reservation(43_100));
    expect(columns(submitted)).toEqual([43_100, 0, 0, 108_800]);
    const approved = applyPosting(submitted, commitment(reserved(43_100), 38_000));
    expect(columns(approved)).toEqual([0, 38_000, 0, 113_900]);
    const complemented = applyPosting(approved, commitment(committed(38_000), 40_000));
    expect(columns(complemented)).toEqual([0, 40_000, 0, 111_900]);
    expect(columns(applyPosting(complemented, expense(committed(40_000), 37_650)))).toEqual([0, 0, 37_650, 114_250]);
    expect(columns(applyPosting(submitted, release(reserved(43_100))))).toEqual([0, 0, 0, 151_900]);
    expect(columns(applyPosting(approved, release(committed(38_000))))).toEqual([0, 0, 0, 151_900]);
  });

  it('certify a few cents above the commitment by a rounding, then the expense', () => {
    const approved = { ...OPENED, committedCents: 40_000 };
    const rounded = applyPosting(approved, rounding(committed(40_000), 40_002));
    expect(columns(rounded)).toEqual([0, 40_002, 0, 111_898]);
    expect(columns(applyPosting(rounded, expense(committed(40_002), 40_002)))).toEqual([0, 0, 40_002, 111_898]);
  });

  it('open the hold they leave and resolve the one they take, whole', () => {
    expect(commitment(reserved(500), 300)).toMatchObject({
      opens: { kind: 'committed', amountCents: 300 },
      resolves: reserved(500),
    });
    expect(expense(committed(300), 10)).toMatchObject({ opens: null, resolves: committed(300) });
    expect(release(committed(300))).toMatchObject({ opens: null, resolves: committed(300) });
    expect(reservation(500)).toMatchObject({ opens: { kind: 'reserved', amountCents: 500 }, resolves: null });
    expect(rounding(committed(300), 301)).toMatchObject({ opens: { kind: 'committed', amountCents: 301 } });
  });

  it('never make nor lose a cent: what leaves one box is in another', () => {
    const cents = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(cents, cents, cents, (asked, approved, cost) => {
        const commits = Math.min(asked, approved);
        const spends = Math.min(commits, cost);
        const postings = [
          allocation('allocation', 5_000_000),
          reservation(asked),
          commitment(reserved(asked), commits),
          expense(committed(commits), spends),
        ];
        const after = postings.reduce(applyPosting, { ...OPENED, openedCents: 0 });
        expect(after).toEqual({ openedCents: 5_000_000, reservedCents: 0, committedCents: 0, spentCents: spends });
        expect(availableCents(after)).toBe(5_000_000 - spends);
      }),
    );
  });

  it('have a word each, and no two the same', () => {
    const kinds = kindsOf(ENTRY_KINDS);
    expect(new Set(kinds.map((kind) => ENTRY_KINDS[kind].word)).size).toBe(kinds.length);
  });
});
