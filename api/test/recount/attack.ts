const PRIME = 1_000_003;

/**
 * Which of these sums follow from those that are shown, by additions, subtractions and multiples: those that make no new row of
 * them. All are given as the schools that they add up.
 */
export function workedOut(
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
  shown: readonly ReadonlySet<string>[],
): string[] {
  const schools = [...new Set(shown.flatMap((one) => [...one]))];
  const rowOf = (sum: ReadonlySet<string>) => schools.map((school) => (sum.has(school) ? 1 : 0));
  const steps: number[][] = [];
  for (const sum of shown) {
    const left = leftOf(rowOf(sum), steps);
    if (left.some((one) => one !== 0)) steps.push(left);
  }
  return [...hidden].flatMap(([name, sum]) => {
    const isWithin = [...sum].every((school) => schools.includes(school));
    return isWithin && leftOf(rowOf(sum), steps).every((one) => one === 0) ? [name] : [];
  });
}

/** What is left of a row once each step has taken its own first place out of it. */
function leftOf(row: readonly number[], steps: readonly number[][]): number[] {
  let left = [...row];
  for (const step of steps) {
    const first = step.findIndex((one) => one !== 0);
    const factor = (left[first]! * inverse(step[first]!)) % PRIME;
    left = left.map((one, place) => (((one - factor * step[place]!) % PRIME) + PRIME) % PRIME);
  }
  return left;
}

/** The number that it makes 1 with, modulo the prime; small enough that no product is cut. */
function inverse(number: number): number {
  let [result, power] = [1, number];
  for (let exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
}
