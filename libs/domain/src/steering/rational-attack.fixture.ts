/** A fraction of whole numbers without bounds; the denominator is above 0. */
type Fraction = readonly [over: bigint, under: bigint];

const ZERO: Fraction = [0n, 1n];

/**
 * Whether a sum is a combination of those shown, by elimination with exact fractions: what somebody would do who lays all
 * figures side by side. It shares nothing with what it attacks.
 * @param target, shown sums, as the places that they add up; @param width how many places there are
 */
export function canWorkOut(target: readonly number[], shown: readonly (readonly number[])[], width: number): boolean {
  const rows = shown.map((places) => rowOf(places, width));
  const left = rowOf(target, width);
  for (let column = 0; column < width; column++) {
    const place = rows.findIndex((row) => row[column]![0] !== 0n);
    if (place < 0) continue;
    const [pivot] = rows.splice(place, 1);
    for (const row of [...rows, left]) subtract(row, pivot!, column);
  }
  return left.every(([over]) => over === 0n);
}

const rowOf = (places: readonly number[], width: number): Fraction[] =>
  Array.from({ length: width }, (_, column) => (places.includes(column) ? [1n, 1n] : ZERO));

/** Takes as much of the pivot's row away as leaves nothing in the column. */
function subtract(row: Fraction[], pivot: readonly Fraction[], column: number): void {
  if (row[column]![0] === 0n) return;
  const factor = divided(row[column]!, pivot[column]!);
  for (let each = column; each < row.length; each++) {
    if (pivot[each]![0] === 0n) continue;
    const [over, under] = times(factor, pivot[each]!);
    row[each] = lowest(row[each]![0] * under - over * row[each]![1], row[each]![1] * under);
  }
}

const times = (one: Fraction, other: Fraction): Fraction => lowest(one[0] * other[0], one[1] * other[1]);
const divided = (one: Fraction, other: Fraction): Fraction => lowest(one[0] * other[1], one[1] * other[0]);

function lowest(over: bigint, under: bigint): Fraction {
  if (over === 0n) return ZERO;
  const sign = under < 0n ? -1n : 1n;
  let [one, other] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (other !== 0n) [one, other] = [other, one % other];
  return [(sign * over) / one, (sign * under) / one];
}
