import type { EnvelopeBar, StatementLineAnswer } from '@parc/api-client';
import { EFFECT_SIGNS, type EntryKind, parisDateOf, type PlainDate, plainText } from '@parc/domain';
import { amount, type IconName, money, NARROW_SPACE } from '@parc/ui';

/** A line of the statement as the table shows it. */
export interface ShownLine {
  readonly line: StatementLineAnswer;
  /** Two lines may tell one entry. */
  readonly key: string;
  readonly day: PlainDate;
  /** The line above has the same day: it is not written twice. */
  readonly repeated: boolean;
  readonly icon: IconName;
  /** "− 431,00", in a column whose head says the unit. */
  readonly amount: string;
}

export const ENTRY_ICONS: Record<EntryKind, IconName> = {
  allocation: 'plus',
  'provisional-allocation': 'plus',
  transfer: 'exchange',
  reservation: 'clock',
  commitment: 'lock',
  release: 'undo',
  expense: 'check',
  rounding: 'equal',
  'carry-over': 'arrow-right',
  lapse: 'cross',
};

export const SIGN_LEGEND = Object.values(EFFECT_SIGNS);

/** @param lines newest first, as the API gives them */
export function shownLines(lines: readonly StatementLineAnswer[]): readonly ShownLine[] {
  return lines.map((line, index) => {
    const day = dayOf(line);
    const above = lines[index - 1];
    return {
      line,
      key: `${line.entryId}-${line.word}`,
      day,
      repeated: above !== undefined && dayOf(above) === day,
      icon: ENTRY_ICONS[line.kind],
      amount: signedAmount(line),
    };
  });
}

/** "− 431,00", "+ 200,00", "= 496,00": what the line does to what is left. */
export function signedAmount({ effect, amountCents }: Pick<StatementLineAnswer, 'effect' | 'amountCents'>): string {
  return `${EFFECT_SIGNS[effect].sign}${NARROW_SPACE}${amount(amountCents)}`;
}

/** Lines in which every word that was typed occurs: an amount, a number, a movement, a word; accents or not. */
export function searchLines(lines: readonly StatementLineAnswer[], typed: string): readonly StatementLineAnswer[] {
  const words = plainText(typed.replace(/(\d)[\s\u202f](?=\d{3})/g, '$1'))
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = plainText(
      [line.word, line.orderNumber ?? '', line.orderTitle ?? '', line.about, plainAmount(line.amountCents)].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

/** The title of the page: the answer. @param own read by the school's head */
export function statementTitle(bar: EnvelopeBar, own: boolean): string {
  const who = own ? 'vous avez' : 'l’école a';
  const received = money(bar.openedCents + bar.lapsedCents);
  if (bar.closedOn !== null) return `En ${bar.year}, ${who} reçu ${received} et dépensé ${money(bar.spentCents)}.`;
  const start = own ? 'Vous avez' : 'L’école a';
  return `${start} reçu ${money(bar.openedCents)}, ${money(bar.availableCents)} sont encore libres.`;
}

/** "2 900,00 € alloués + 200,00 € virés = 3 100,00 € reçus"; only the allocation has nothing to add up. */
export function compositionWords(bar: EnvelopeBar): string {
  const parts: readonly (readonly [cents: number, word: string])[] = [
    [bar.allocatedCents, 'alloués'],
    [bar.transferredCents, 'virés'],
    [bar.carriedCents, 'reportés'],
    [-bar.lapsedCents, 'non utilisés'],
  ];
  const told = parts.filter(([cents]) => cents !== 0);
  if (told.length < 2) return `${money(bar.openedCents)} reçus`;
  const sum = told.map(([cents, word], index) => {
    const sign = cents < 0 ? '− ' : index > 0 ? '+ ' : '';
    return `${sign}${money(Math.abs(cents))} ${word}`;
  });
  return `${sum.join(' ')} = ${money(bar.openedCents)}${bar.lapsedCents > 0 ? '' : ' reçus'}`;
}

function dayOf(line: StatementLineAnswer): PlainDate {
  return parisDateOf(new Date(line.at));
}

/** "1054,00": without the space that a search may leave out. */
function plainAmount(cents: number): string {
  const [whole, decimals] = [Math.floor(cents / 100), String(cents % 100).padStart(2, '0')];
  return `${whole},${decimals}`;
}
