import { money, shortMoney } from '../words/money.js';

/** The running amounts of an envelope, integer cents, tax included. */
export interface BudgetFigures {
  /** Everything that came in: allocated, transferred, carried over, less what lapsed. */
  readonly openedCents: number;
  readonly spentCents: number;
  readonly committedCents: number;
  readonly reservedCents: number;
}

export type BudgetPartKind = 'spent' | 'committed' | 'reserved';

/** A share of one of the parts that the reader should see: this order, this ticket. */
export interface BudgetHighlight {
  readonly part: BudgetPartKind;
  readonly amountCents: number;
  /** What it is, in the legend. */
  readonly word: string;
}

export interface BudgetSegment {
  readonly key: string;
  readonly part: BudgetPartKind;
  readonly highlighted: boolean;
  /** Share of the whole bar, 0 to 100. */
  readonly percent: number;
}

export interface BudgetWord {
  readonly key: BudgetPartKind | 'left' | 'highlight';
  readonly part: BudgetPartKind | 'left';
  readonly word: string;
  readonly amount: string;
}

const PARTS: readonly BudgetPartKind[] = ['spent', 'committed', 'reserved'];
const PART_WORDS: Record<BudgetPartKind, string> = {
  spent: 'Réalisé',
  committed: 'Engagé',
  reserved: 'En attente d’accord',
};

/** What is free to order with. Integer cents; never below zero by the ledger's own constraint. */
export function availableCents(figures: BudgetFigures): number {
  return figures.openedCents - figures.reservedCents - figures.committedCents - figures.spentCents;
}

/** The drawn pieces, from done to waiting; the highlighted share stands at the end of its part. */
export function budgetSegments(figures: BudgetFigures, highlight: BudgetHighlight | null): readonly BudgetSegment[] {
  const used = PARTS.reduce((sum, part) => sum + amountOf(figures, part), 0);
  const whole = Math.max(figures.openedCents, used, 1);
  return PARTS.flatMap((part) => {
    const shown = highlight?.part === part ? Math.min(highlight.amountCents, amountOf(figures, part)) : 0;
    return [
      { key: part, part, highlighted: false, percent: ((amountOf(figures, part) - shown) / whole) * 100 },
      { key: `${part}-highlight`, part, highlighted: true, percent: (shown / whole) * 100 },
    ];
  }).filter(({ percent }) => percent > 0);
}

/** The figures in words, in the order of the bar; parts at zero are left out, what is left never is. */
export function budgetWords(
  figures: BudgetFigures,
  highlight: BudgetHighlight | null,
  form: 'whole' | 'short',
): readonly BudgetWord[] {
  const say = form === 'short' ? shortMoney : money;
  const words: BudgetWord[] = PARTS.filter((part) => amountOf(figures, part) !== 0).map((part) => ({
    key: part,
    part,
    word: form === 'short' && part === 'reserved' ? 'En attente' : PART_WORDS[part],
    amount: say(amountOf(figures, part)),
  }));
  words.push({ key: 'left', part: 'left', word: 'Reste', amount: say(availableCents(figures)) });
  if (highlight !== null) {
    words.push({ key: 'highlight', part: highlight.part, word: highlight.word, amount: say(highlight.amountCents) });
  }
  return words;
}

/** The whole bar as one sentence, for a screen reader: "Réalisé 1 054,00 €, … reste 1 088,00 € sur 3 100,00 €". */
export function budgetSentence(figures: BudgetFigures, highlight: BudgetHighlight | null): string {
  const words = budgetWords(figures, highlight, 'whole').map(({ word, amount }) => `${word.toLowerCase()} ${amount}`);
  const sentence = `${words.join(', ')}, sur ${money(figures.openedCents)}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function amountOf(figures: BudgetFigures, part: BudgetPartKind): number {
  return figures[`${part}Cents`];
}
