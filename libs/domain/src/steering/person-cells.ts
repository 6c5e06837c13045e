import { type Axis, computedAxesOf } from './axes.js';
import type { Indicator } from './indicator.js';
import { maskedSums, tellsOfFew } from './masking.js';

/** Schools that stand in the same part of each axis: no sum that is shown tells one of them from another. */
export type PersonClass = Readonly<Partial<Record<Axis, string | null>>>;

/** A sum over persons, as a cell keeps it: of a part of an axis, narrowed or not (empty). */
export interface PersonCell {
  readonly axis: Axis;
  readonly part: string;
  readonly sector: string;
  readonly network: string;
  readonly num: number | null;
  readonly den: number | null;
}

/** Which sums are kept when not all can be: the widest first, a single body's last. */
const FIRST_KEPT: readonly Axis[] = [
  'plan',
  'sector',
  'network',
  'circonscription',
  'commune',
  'public-commune',
  'body',
];

/**
 * The cells of one period that are masked: those of few persons, and those from which one of these could be worked out. All
 * cells are taken together, whoever reads which: several readers may lay theirs side by side.
 * @param classes each once, of the schools whose rows are known
 */
export function maskedCells(
  { reduce }: Pick<Indicator, 'reduce'>,
  cells: readonly PersonCell[],
  classes: readonly PersonClass[],
): ReadonlySet<PersonCell> {
  const partsOf = partsByAxis(classes);
  const ordered = [...cells].sort(firstKept);
  const masked = maskedSums(
    ordered.map((cell) => ({
      parts: partsOf(cell),
      few: tellsOfFew(cell.num ?? 0, reduce === 'ratio' ? (cell.den ?? 0) : null),
    })),
  );
  return new Set(ordered.filter((_, place) => masked[place]));
}

function partsByAxis(classes: readonly PersonClass[]): (cell: PersonCell) => number[] {
  const places = new Map<string, number[]>();
  classes.forEach((one, place) => {
    for (const axis of computedAxesOf({ subject: 'persons' })) {
      const key = `${axis} ${axis === 'plan' ? '' : one[axis]}`;
      places.set(key, [...(places.get(key) ?? []), place]);
    }
  });
  const isOf = (narrowed: string, part: string | null | undefined) => narrowed === '' || narrowed === part;
  return ({ axis, part, sector, network }) =>
    (places.get(`${axis} ${part}`) ?? []).filter(
      (place) => isOf(sector, classes[place]!.sector) && isOf(network, classes[place]!.network),
    );
}

function firstKept(one: PersonCell, other: PersonCell): number {
  const width = (cell: PersonCell) => FIRST_KEPT.indexOf(cell.axis) + (cell.sector || cell.network ? 0.5 : 0);
  return (
    width(one) - width(other) ||
    (other.den ?? other.num ?? 0) - (one.den ?? one.num ?? 0) ||
    (nameOf(one) < nameOf(other) ? -1 : 1)
  );
}

const nameOf = ({ axis, part, sector, network }: PersonCell) => `${axis} ${part} ${sector} ${network}`;
