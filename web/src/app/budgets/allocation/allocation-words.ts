import type { AllocationAnswer, AllocationItem, AllocationRequest } from '@parc/api-client';
import { PRIORITIES, searchFor } from '@parc/domain';
import { counted, NARROW_SPACE, type SavedView, shortMoney, signedMoney, wholeNumber } from '@parc/ui';
import { compareNames } from '../../shell/by-name';
import { weightWords } from './allocation-form';

export type AllocationView = 'toutes' | 'hausses' | 'baisses' | 'a-la-main' | 'sans-effectif';
export type AllocationSort = 'ecart' | 'ecole' | 'avant' | 'propose';

const IN_VIEW: Record<AllocationView, (item: AllocationItem) => boolean> = {
  toutes: () => true,
  hausses: ({ gapCents }) => gapCents !== null && gapCents > 0,
  baisses: ({ gapCents }) => gapCents !== null && gapCents < 0,
  'a-la-main': ({ fixed }) => fixed,
  'sans-effectif': ({ missing }) => missing.length > 0,
};
const VIEW_WORDS: Record<AllocationView, string> = {
  toutes: 'Toutes',
  hausses: 'Hausses',
  baisses: 'Baisses',
  'a-la-main': 'À la main',
  'sans-effectif': 'Sans effectif',
};
const ORDERS: Record<AllocationSort, (one: AllocationItem, other: AllocationItem) => number> = {
  ecart: (one, other) => Math.abs(other.gapCents ?? 0) - Math.abs(one.gapCents ?? 0),
  ecole: (one, other) => compareNames(one.schoolName, other.schoolName),
  avant: (one, other) => (other.lastYearCents ?? 0) - (one.lastYearCents ?? 0),
  propose: (one, other) => other.amountCents - one.amountCents,
};

/** The views with their counts; schools whose figures nobody knows are shown only when there are some. */
export function allocationViews(items: readonly AllocationItem[]): readonly SavedView[] {
  return (Object.keys(VIEW_WORDS) as AllocationView[])
    .map((id) => ({ id, label: VIEW_WORDS[id], count: items.filter(IN_VIEW[id]).length }))
    .filter(({ id, count }) => id !== 'sans-effectif' || count > 0);
}

export function readView(text: string | null | undefined): AllocationView {
  return (Object.keys(VIEW_WORDS) as AllocationView[]).find((view) => view === text) ?? 'toutes';
}

export function readSort(text: string | null | undefined): AllocationSort {
  return (Object.keys(ORDERS) as AllocationSort[]).find((sort) => sort === text) ?? 'ecart';
}

export function shownSchools(
  items: readonly AllocationItem[],
  view: AllocationView,
  sort: AllocationSort,
  search: string,
): readonly AllocationItem[] {
  const isFound = searchFor(search);
  return items
    .filter(IN_VIEW[view])
    .filter(({ schoolName, communeName, uai }) => isFound(`${schoolName} ${communeName} ${uai}`))
    .sort((one, other) => ORDERS[sort](one, other) || (one.uai < other.uai ? -1 : 1));
}

/** "+340", "−12 %": the gap to last year, in whole euros where it has no cents, and in percent. */
export function gapWords({ gapCents, lastYearCents }: AllocationItem): {
  readonly gap: string;
  readonly percent: string;
} {
  if (gapCents === null || lastYearCents === null) return { gap: 'nouvelle', percent: '' };
  if (gapCents === 0) return { gap: '=', percent: '' };
  const sign = gapCents > 0 ? '+' : '−';
  const gap = `${sign}${NARROW_SPACE}${shortMoney(Math.abs(gapCents))}`;
  if (lastYearCents === 0) return { gap, percent: '' };
  const percent = Math.round((Math.abs(gapCents) / lastYearCents) * 100);
  return { gap, percent: `${sign}${NARROW_SPACE}${percent}${NARROW_SPACE}%` };
}

/** The school year of most figures: "rentrée 2026". */
export function figuresSource(items: readonly AllocationItem[]): string {
  const counts = new Map<number, number>();
  for (const { schoolYear } of items)
    if (schoolYear !== null) counts.set(schoolYear, (counts.get(schoolYear) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most === undefined ? 'derniers effectifs' : `rentrée ${most[0]}`;
}

export interface WorkedExample {
  readonly name: string;
  readonly lines: readonly { readonly word: string; readonly cents: number; readonly signed: boolean }[];
  readonly amountCents: number;
}

/** The rule applied to one school, as a person would on paper: in priority education if there is one, near the median. */
export function workedExample(answer: AllocationAnswer, { rule }: AllocationRequest): WorkedExample | null {
  const byRule = answer.items.filter(({ fixed, missing }) => !fixed && missing.length === 0);
  const weighed = byRule.filter(({ priority }) => PRIORITIES[priority].short !== null);
  const median = answer.medianCents ?? 0;
  const [item] = (weighed.length > 0 ? weighed : byRule).toSorted(
    (one, other) => Math.abs(one.amountCents - median) - Math.abs(other.amountCents - median),
  );
  if (item === undefined) return null;
  const classes = item.classes ?? 0;
  const pupils = item.pupils ?? 0;
  const plainCents = rule.baseCents + classes * rule.perClassCents + pupils * rule.perPupilCents;
  const lines = [
    { word: 'base', cents: rule.baseCents, signed: false },
    {
      word: `${counted(classes, 'classe')} × ${shortMoney(rule.perClassCents)}`,
      cents: classes * rule.perClassCents,
      signed: false,
    },
    {
      word: `${counted(pupils, 'élève')} × ${shortMoney(rule.perPupilCents)}`,
      cents: pupils * rule.perPupilCents,
      signed: false,
    },
    {
      word: `${item.priority} × ${weightWords(rule.priorityWeights[item.priority])}`,
      cents: item.askedCents - plainCents,
      signed: true,
    },
    { word: 'partage du vote, arrondi', cents: item.amountCents - item.askedCents, signed: true },
  ];
  return {
    name: item.schoolName,
    lines: lines.filter(({ cents, signed }) => !signed || cents !== 0),
    amountCents: item.amountCents,
  };
}

export interface AllocationPart {
  readonly key: string;
  readonly word: string;
  readonly cents: number;
  /** Share of the bar, 0 to 100; a part that takes has no length. */
  readonly percent: number;
}

/** What the allotted sum is made of, then what is kept and what is left. */
export function allocationParts(answer: AllocationAnswer): readonly AllocationPart[] {
  const { totals, reserveCents, remainderCents } = answer;
  const parts = [
    { key: 'base', word: 'Base', cents: totals.baseCents },
    { key: 'classes', word: 'Classes', cents: totals.classesCents },
    { key: 'pupils', word: 'Élèves', cents: totals.pupilsCents },
    { key: 'priority', word: 'REP et REP+', cents: totals.priorityCents },
    { key: 'sharing', word: 'Partage du vote', cents: totals.sharingCents },
    { key: 'hand', word: 'À la main', cents: totals.byHandCents },
    { key: 'reserve', word: 'Réserve du plan', cents: reserveCents },
    { key: 'left', word: 'Non attribué', cents: remainderCents },
  ].filter(({ cents }) => cents !== 0);
  const whole = Math.max(
    1,
    parts.reduce((sum, { cents }) => sum + Math.max(cents, 0), 0),
  );
  return parts.map((part) => ({ ...part, percent: (Math.max(part.cents, 0) / whole) * 100 }));
}

/** "110 800 €", "− 1 260 €" */
export function partWords({ cents, key }: AllocationPart): string {
  return cents < 0 || key === 'hand' || key === 'sharing' ? signedMoney(cents) : shortMoney(cents);
}

export interface HistogramBar {
  readonly count: number;
  /** Bound in whole euros, where a label stands under the axis. */
  readonly from: string;
  readonly label: string;
  /** 0 to 1, of the highest. */
  readonly height: number;
}

export function histogramBars({ histogram }: AllocationAnswer): readonly HistogramBar[] {
  const most = Math.max(1, ...histogram.map(({ count }) => count));
  const euros = (cents: number): string => wholeNumber(Math.floor(cents / 100));
  return histogram.map(({ fromCents, toCents, count }) => ({
    count,
    from: toCents === null && histogram.length > 1 ? `${euros(fromCents)} et +` : euros(fromCents),
    label: toCents === null ? `${euros(fromCents)} € et plus` : `de ${euros(fromCents)} à ${euros(toCents)} €`,
    height: count / most,
  }));
}
