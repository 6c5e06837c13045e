/** Under so many persons a sum tells of somebody. None at all is few too: then everybody is known. */
export const FEWEST_PERSONS = 5;

/** A sum over persons, as it would be shown. */
export interface PersonSum {
  /** The parts that it adds up, by their places; each part's own sum is known to nobody. */
  readonly parts: readonly number[];
  /** It tells of few persons: it is never shown. */
  readonly few: boolean;
}

/**
 * Whether a sum tells of few: of those who have done something, or of those who have not.
 * @param whole how many they are in all; null: nobody reads how many have not
 */
export const tellsOfFew = (done: number, whole: number | null): boolean =>
  done < FEWEST_PERSONS || (whole !== null && whole - done < FEWEST_PERSONS);

/**
 * Which sums may be shown so that no sum of few can be worked out from all of them together, by any additions, subtractions
 * and multiples: none of few lies in the linear span of those shown. Exact, modulo a prime. What is
 * held back cannot be worked out either: it would give away a sum of few.
 * @param sums what is to be shown first, first: it is held back last
 * @returns as many answers, in the same order: true where it is masked
 */
export function maskedSums(sums: readonly PersonSum[]): readonly boolean[] {
  const span = new Span();
  for (const { parts, few } of sums) if (few) span.guard(parts);
  return sums.map(({ parts, few }) => few || !span.show(parts));
}

/** Far above what such sums multiply up to, and small enough for products of sixteen bits. */
const PRIME = 2_147_483_647;

/** Multiples by part; none is 0. */
type Row = Map<number, number>;

/**
 * What can be worked out from the sums shown, as rows of which each alone has its own first part: a sum is in it when nothing is
 * left of it once these are taken away. Guarded sums are kept as what is left of them.
 */
class Span {
  private readonly shown = new Map<number, Row>();
  private readonly guarded = new Set<Row>();
  /** Rows, shown or guarded, by the parts that they have. */
  private readonly having = new Map<number, Set<Row>>();

  /** Nothing is to show it from now on. */
  guard(parts: readonly number[]): void {
    const row = this.left(parts);
    this.guarded.add(row);
    this.index(row);
  }

  /** Shows a sum, unless a guarded one could be worked out with it. @returns whether it is shown */
  show(parts: readonly number[]): boolean {
    const row = this.left(parts);
    const [first] = row.keys();
    if (first === undefined) return true;
    const withFirst = [...(this.having.get(first) ?? [])];
    if (withFirst.some((other) => this.guarded.has(other) && isMultiple(other, row, first))) return false;
    scale(row, inverse(row.get(first)!));
    for (const other of withFirst) this.take(row, other, first);
    this.shown.set(first, row);
    this.index(row);
    return true;
  }

  /** What is left of a sum without what is shown. */
  private left(parts: readonly number[]): Row {
    const row: Row = new Map(parts.map((part) => [part, 1]));
    for (const part of parts) {
      const shown = this.shown.get(part);
      if (shown !== undefined) takeAway(row, shown, row.get(part)!);
    }
    return row;
  }

  /** Takes a row out of another until that one has none of a part. */
  private take(row: Row, other: Row, part: number): void {
    takeAway(other, row, other.get(part)!);
    for (const changed of row.keys()) {
      const rows = this.rowsHaving(changed);
      if (other.has(changed)) rows.add(other);
      else rows.delete(other);
    }
  }

  private index(row: Row): void {
    for (const part of row.keys()) this.rowsHaving(part).add(row);
  }

  private rowsHaving(part: number): Set<Row> {
    const rows = this.having.get(part) ?? new Set();
    this.having.set(part, rows);
    return rows;
  }
}

/** Whether a guarded row is a multiple of another: both have the part. */
function isMultiple(guarded: Row, row: Row, part: number): boolean {
  if (guarded.size !== row.size) return false;
  const factor = times(guarded.get(part)!, inverse(row.get(part)!));
  return [...row].every(([each, multiple]) => guarded.get(each) === times(multiple, factor));
}

function takeAway(from: Row, row: Row, factor: number): void {
  for (const [part, multiple] of row) {
    const left = ((from.get(part) ?? 0) + PRIME - times(multiple, factor)) % PRIME;
    if (left === 0) from.delete(part);
    else from.set(part, left);
  }
}

function scale(row: Row, factor: number): void {
  for (const [part, multiple] of row) row.set(part, times(multiple, factor));
}

/** A product modulo the prime, in halves: whole it would not fit the 53 bits of a number. */
function times(one: number, other: number): number {
  const high = ((one * (other >>> 16)) % PRIME) * 65_536;
  return (high + one * (other & 65_535)) % PRIME;
}

/** By Fermat: a number's power of the prime less two. */
function inverse(number: number): number {
  let [result, power] = [1, number];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = times(result, power);
    power = times(power, power);
  }
  return result;
}
