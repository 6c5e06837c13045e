import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
  type Posting,
} from './ledger.js';
import {
  EFFECT_SIGNS,
  STATEMENT_EFFECTS,
  statementLines,
  type StatementEntry,
  type StatementLine,
} from './statement.js';

const NOTHING: Balance = { openedCents: 0, reservedCents: 0, committedCents: 0, spentCents: 0 };

/** Posts one after the other, as the ledger would, and reads the lines as people do. */
function statementOf(postings: readonly Posting[]): StatementLine[] {
  let balance = NOTHING;
  return postings.flatMap((posting) => {
    balance = applyPosting(balance, posting);
    const entry: StatementEntry = {
      ...posting,
      availableAfterCents: availableCents(balance),
      opensCents: posting.opens?.amountCents ?? null,
    };
    return statementLines(entry);
  });
}

const told = (lines: StatementLine[]) =>
  lines.map(({ word, effect, amountCents, availableAfterCents }) => [word, effect, amountCents, availableAfterCents]);

const reserved = (amountCents: number): Hold => ({ entryId: 'reserved', kind: 'reserved', amountCents });
const committed = (amountCents: number): Hold => ({ entryId: 'committed', kind: 'committed', amountCents });

describe('the statement of an envelope', () => {
  it('tells the worked example line by line', () => {
    const lines = statementOf([
      allocation('allocation', 151_900),
      reservation(43_100),
      commitment(reserved(43_100), 38_000),
      commitment(committed(38_000), 40_000),
      expense(committed(40_000), 37_650),
    ]);
    expect(told(lines)).toEqual([
      ['Allocation', 'gives', 151_900, 151_900],
      ['Réservation', 'takes', 43_100, 108_800],
      ['Engagement', 'moves', 38_000, 108_800],
      ['Dégagement', 'gives', 5_100, 113_900],
      ['Engagement', 'takes', 2_000, 111_900],
      ['Réalisé', 'moves', 37_650, 111_900],
      ['Dégagement', 'gives', 2_350, 114_250],
    ]);
  });

  it('tells a whole approval and a certification at the commitment as one line each', () => {
    const lines = statementOf([
      allocation('allocation', 50_000),
      reservation(49_600),
      commitment(reserved(49_600), 49_600),
      expense(committed(49_600), 49_600),
    ]);
    expect(told(lines).slice(2)).toEqual([
      ['Engagement', 'moves', 49_600, 400],
      ['Réalisé', 'moves', 49_600, 400],
    ]);
  });

  it('tells a cent of rounding as what it takes', () => {
    const lines = statementOf([
      allocation('allocation', 50_000),
      reservation(41_249),
      commitment(reserved(41_249), 41_249),
      rounding(committed(41_249), 41_250),
      expense(committed(41_250), 41_250),
    ]);
    expect(told(lines).slice(3)).toEqual([
      ['Écart d’arrondi', 'takes', 1, 8_750],
      ['Réalisé', 'moves', 41_250, 8_750],
    ]);
  });

  it('tells work that could not be done as nothing spent and all given back', () => {
    const lines = statementOf([
      allocation('allocation', 10_000),
      reservation(10_000),
      commitment(reserved(10_000), 10_000),
      expense(committed(10_000), 0),
    ]);
    expect(told(lines).slice(3)).toEqual([
      ['Réalisé', 'moves', 0, 0],
      ['Dégagement', 'gives', 10_000, 10_000],
    ]);
  });

  it('tells a ticket’s expense as what it takes, and money sent to another school too', () => {
    const ticket = { ...allocation('allocation', 0), kind: 'expense' as const, spentChange: 900 };
    const lines = statementOf([allocation('allocation', 5_000), ticket, allocation('transfer', -2_000)]);
    expect(told(lines).slice(1)).toEqual([
      ['Réalisé', 'takes', 900, 4_100],
      ['Virement', 'takes', 2_000, 2_100],
    ]);
  });

  it('tells what is carried into the new year as money that only changes its box', () => {
    const carriedOut = { ...release(committed(3_800)), kind: 'carry-over' as const, openedChange: -3_800 };
    const lines = statementOf([
      allocation('allocation', 3_800),
      reservation(3_800),
      commitment(reserved(3_800), 3_800),
      carriedOut,
    ]);
    expect(told(lines).at(-1)).toEqual(['Report', 'moves', 3_800, 0]);
  });

  it('tells what changes nothing as neither taken nor given', () => {
    const lines = statementOf([allocation('allocation', 5_000), allocation('transfer', 0)]);
    expect(told(lines).at(-1)).toEqual(['Virement', 'moves', 0, 5_000]);
  });

  it('tells a commitment that no reservation came before as what it takes', () => {
    const unreserved: Posting = { ...allocation('allocation', 0), kind: 'commitment', committedChange: 700 };
    const lines = statementOf([allocation('allocation', 5_000), unreserved]);
    expect(told(lines).at(-1)).toEqual(['Engagement', 'takes', 700, 4_300]);
  });

  it('signs what it takes, gives and moves', () => {
    expect(STATEMENT_EFFECTS.map((effect) => EFFECT_SIGNS[effect].sign)).toEqual(['−', '+', '=']);
    expect(STATEMENT_EFFECTS.filter((effect) => EFFECT_SIGNS[effect].legend === '')).toEqual([]);
  });

  it('can be checked on every line: the line before, plus or minus this one', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(cents, cents, cents, fc.constantFrom('withdraw', 'cancel', 'certify'), (asked, kept, spent, end) => {
        const approved = Math.min(kept, asked);
        const ends: Record<typeof end, Posting[]> = {
          withdraw: [release(reserved(asked))],
          cancel: [commitment(reserved(asked), approved), release(committed(approved))],
          certify: [commitment(reserved(asked), approved), expense(committed(approved), Math.min(spent, approved))],
        };
        const lines = statementOf([allocation('allocation', 2_000_000), reservation(asked), ...ends[end]]);
        const signs = { takes: -1, gives: 1, moves: 0 };
        let before = 0;
        for (const line of lines) {
          expect(line.amountCents).toBeGreaterThanOrEqual(0);
          expect(line.availableAfterCents).toBe(before + signs[line.effect] * line.amountCents);
          before = line.availableAfterCents;
        }
      }),
    );
  });
});
