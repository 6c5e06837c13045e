const FIRST_MILLISECONDS = 1_000;
const MOST_MILLISECONDS = 600_000;

/**
 * How long before it is tried again, after so many tries: a second, doubled to ten minutes. There is no last try.
 * @param random from 0 to 1: fifty phones that lost the same network do not come back in the same second
 */
export function pauseMilliseconds(tries: number, random: number): number {
  const whole = Math.min(MOST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.min(tries - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}
