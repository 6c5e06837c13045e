import { describe, expect, it } from '@jest/globals';
import type { EnvelopeBar, StatementLineAnswer } from '@parc/api-client';
import { compositionWords, searchLines, shownLines, statementTitle } from './statement-reading';
import { entry } from './statement.fixture';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const BAR: EnvelopeBar = {
  year: 2026,
  kind: 'installation',
  closedOn: null,
  openedCents: 310_000,
  reservedCents: 43_100,
  committedCents: 52_700,
  spentCents: 105_400,
  availableCents: 108_800,
  allocatedCents: 290_000,
  transferredCents: 20_000,
  carriedCents: 0,
  lapsedCents: 0,
  orders: 7,
};

describe('the title of a budget', () => {
  it('answers what came in and what is free', () => {
    expect(plain(statementTitle(BAR, true))).toBe('Vous avez reçu 3 100,00 €, 1 088,00 € sont encore libres.');
    expect(plain(statementTitle(BAR, false))).toBe('L’école a reçu 3 100,00 €, 1 088,00 € sont encore libres.');
  });

  it('says of a closed year what was received, what lapsed included, and spent', () => {
    const closed = {
      ...BAR,
      year: 2025,
      closedOn: '2025-12-31',
      openedCents: 250_000,
      lapsedCents: 40_000,
      spentCents: 250_000,
    };
    expect(plain(statementTitle(closed, true))).toBe('En 2025, vous avez reçu 2 900,00 € et dépensé 2 500,00 €.');
  });
});

describe('what a budget is made of', () => {
  it('adds up to what came in', () => {
    expect(plain(compositionWords(BAR))).toBe('2 900,00 € alloués + 200,00 € virés = 3 100,00 € reçus');
    const lapsed = {
      ...BAR,
      transferredCents: -20_000,
      carriedCents: 5_000,
      lapsedCents: 25_000,
      openedCents: 250_000,
    };
    expect(plain(compositionWords(lapsed))).toBe(
      '2 900,00 € alloués − 200,00 € virés + 50,00 € reportés − 250,00 € non utilisés = 2 500,00 €',
    );
  });

  it('is one figure when there is only the allocation', () => {
    expect(plain(compositionWords({ ...BAR, transferredCents: 0, openedCents: 290_000 }))).toBe('2 900,00 € reçus');
  });
});

describe('the lines of a statement', () => {
  const lines: StatementLineAnswer[] = [
    entry('commitment', 'moves', 3_100, { at: '2026-11-09T11:04:32Z', about: 'd’office, sous le seuil' }),
    entry('reservation', 'takes', 3_100, { at: '2026-11-09T11:04:25Z', about: 'Déplacement d’un vidéoprojecteur' }),
    entry('transfer', 'gives', 105_400, { at: '2026-10-06T23:30:00Z', about: 'reçu de la réserve', orderNumber: null }),
  ];

  it('say a day once, the one of Paris', () => {
    expect(shownLines(lines).map(({ day, repeated }) => [day, repeated])).toEqual([
      ['2026-11-09', false],
      ['2026-11-09', true],
      ['2026-10-07', false],
    ]);
  });

  it('carry the sign of what they do to what is left', () => {
    expect(shownLines(lines).map(({ amount }) => plain(amount))).toEqual(['= 31,00', '− 31,00', '+ 1 054,00']);
  });

  it('are found by an amount, a movement, an order or a word, accents or not', () => {
    const found = (typed: string): number[] => searchLines(lines, typed).map((line) => lines.indexOf(line));
    expect(found('1 054')).toEqual([2]);
    expect(found('31,00')).toEqual([0, 1]);
    expect(found('deplacement VIDEO')).toEqual([1]);
    expect(found('virement')).toEqual([2]);
    expect(found('C-2026-00181')).toEqual([0, 1]);
    expect(found('  ')).toEqual([0, 1, 2]);
  });
});
