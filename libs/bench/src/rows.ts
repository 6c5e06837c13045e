/** One figure of the bench, as `--json` prints it. */
export interface Row {
  row: string;
  /** Of the data, and what else the figure depends on. */
  size: string;
  value: number;
  unit: string;
  goal: number;
  higherIsBetter: boolean;
}

/** A row and, for a person, what stands behind it. */
export interface Figure extends Row {
  detail: string;
}

export function isReached({ value, goal, higherIsBetter }: Row): boolean {
  return higherIsBetter ? value >= goal : value <= goal;
}

/** One line, as a table or as JSON. Values keep three significant digits: the machine's noise is above the fourth. */
export function printed(figure: Figure, asJson: boolean): string {
  const { row, size, unit, goal, higherIsBetter, detail } = figure;
  const value = Number(figure.value.toPrecision(3));
  if (asJson) return JSON.stringify({ row, size, value, unit, goal, higherIsBetter } satisfies Row);
  const wanted = `${higherIsBetter ? '≥' : '≤'} ${goal}`;
  const verdict = isReached(figure) ? 'reached' : 'MISSED';
  const columns = [
    row.padEnd(18),
    size.padEnd(18),
    `${value} ${unit}`.padEnd(16),
    wanted.padEnd(8),
    verdict.padEnd(8),
    detail,
  ];
  return columns.join('  ').trimEnd();
}

/** The middle of an odd number of values, the mean of the middle two of an even one. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('The median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
