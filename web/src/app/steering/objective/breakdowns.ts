import type { BreakdownAnswer, BreakdownPart } from '@parc/api-client';
import {
  AXES,
  axesOfFigure,
  type Axis,
  capital,
  figureText,
  frenchNumber,
  type Indicator,
  isFigureShown,
  kindsWhere,
} from '@parc/domain';
import { type FigureNumbers, lowered } from '../figures/figure-words';

/** The axes whose parts are few: each makes a group of lines of the table. */
export const tableAxes = (indicator: Indicator): readonly Axis[] => {
  const few = kindsWhere(AXES, ({ named }) => !named);
  return axesOfFigure(indicator).filter((axis) => few.includes(axis));
};

export interface BreakdownLine extends BreakdownPart {
  readonly label: string;
  /** Of the longest bar, 0 to 100. */
  readonly length: number;
}

export interface BreakdownGroup {
  readonly axis: Axis;
  readonly word: string;
  readonly lines: readonly BreakdownLine[];
}

export function breakdownGroups(answers: readonly BreakdownAnswer[]): readonly BreakdownGroup[] {
  const most = Math.max(0, ...answers.flatMap(({ parts }) => parts.map(({ value }) => value ?? 0)));
  return answers
    .filter(({ parts }) => parts.length > 1)
    .map(({ axis, parts }) => ({
      axis: axis as Axis,
      word: AXES[axis as Axis].word ?? '',
      lines: parts.map((part) => ({
        ...part,
        label: capital(part.name ?? part.part),
        length: most > 0 ? (Math.max(0, part.value ?? 0) * 100) / most : 0,
      })),
    }));
}

/** Fewer objects than that make no title. */
const TELLING = 5;

/** Who stands furthest from the whole on the wrong side, as the table's title. */
export function breakdownSentence(
  indicator: Indicator,
  whole: FigureNumbers | null,
  groups: readonly BreakdownGroup[],
): string {
  if (groups.length === 0 || !isFigureShown(whole) || whole.value === null || indicator.direction === null)
    return 'Le même chiffre, groupe par groupe';
  const away = (value: number) => (indicator.direction === 'down' ? value - whole.value! : whole.value! - value);
  const worst = groups
    .flatMap(({ word, lines }) => lines.map((line) => ({ ...line, word })))
    .filter((line) => isFigureShown(line) && line.value !== null && line.population >= TELLING && away(line.value) > 0)
    .sort((one, other) => away(other.value!) - away(one.value!))[0];
  if (worst === undefined) return 'Aucun groupe n’est loin de l’ensemble';
  return `${worst.word}, ${lowered(worst.label)} : ${figureText(indicator, worst.value)}, contre ${figureText(indicator, whole.value)} en tout`;
}

/** Whether each group's parts rebuild the whole, said under the table. */
export function rebuildsWords(
  { counted, reduce }: Indicator,
  whole: FigureNumbers | null,
  groups: readonly BreakdownGroup[],
): string {
  if (!isFigureShown(whole) || groups.length === 0 || whole.num === null || whole.den === null || reduce !== 'ratio')
    return '';
  const sum = (lines: readonly BreakdownLine[], of: 'num' | 'den') =>
    lines.reduce((all, line) => all + (line[of] ?? 0), 0);
  const apart = groups.filter(({ lines }) => sum(lines, 'num') !== whole.num || sum(lines, 'den') !== whole.den);
  const totals = `${frenchNumber(whole.num)} ${counted[0]} et ${frenchNumber(whole.den)} ${counted[1]}`;
  if (apart.length === 0) return `Chaque groupe refait ${totals}.`;
  const missing = apart.map(({ word }) => lowered(word)).join(', ');
  return `Chaque groupe refait ${totals}, sauf : ${missing}, que quelques écoles n’ont pas.`;
}

export const breakdownHead = ({ counted }: Indicator): readonly string[] => [
  'Groupe',
  'Chiffre',
  ...counted.map((words) => capital(words)),
];

export function breakdownRows(groups: readonly BreakdownGroup[]): readonly (readonly (string | number)[])[] {
  return groups.flatMap(({ word, lines }) =>
    lines.map(({ label, value, num, den }) => [
      `${word} : ${label}`,
      value === null ? '' : Math.round(value * 100) / 100,
      num ?? '',
      den ?? '',
    ]),
  );
}
