import type { Cents } from '../money/money.js';

export interface AmountBucket {
  /** Included. */
  fromCents: Cents;
  /** Left out; null for the last bucket, which has no end. */
  toCents: Cents | null;
  count: number;
}

export interface AmountHistogram {
  buckets: AmountBucket[];
  /** The middle amount; between two, the lower: an amount that exists. Null when there is none. */
  medianCents: Cents | null;
}

const MOST_BUCKETS = 10;
const ROUND_STEPS = [1, 2, 5];

/** How many amounts fall between round bounds, in ten buckets at the most; the last one takes all that is above. */
export function amountHistogram(amountsCents: readonly Cents[]): AmountHistogram {
  if (amountsCents.length === 0) return { buckets: [], medianCents: null };
  const sorted = [...amountsCents].sort((a, b) => a - b);
  const lowest = sorted[0]!;
  const highest = sorted.at(-1)!;
  const stepCents = roundStep((highest - lowest) / (MOST_BUCKETS - 1));
  const startCents = Math.floor(lowest / stepCents) * stepCents;
  const count = Math.floor((highest - startCents) / stepCents) + 1;
  const buckets = Array.from({ length: count }, (_, i): AmountBucket => {
    const fromCents = startCents + i * stepCents;
    return { fromCents, toCents: i === count - 1 ? null : fromCents + stepCents, count: 0 };
  });
  for (const amount of sorted) buckets[Math.floor((amount - startCents) / stepCents)]!.count++;
  return { buckets, medianCents: sorted[Math.floor((sorted.length - 1) / 2)]! };
}

/** The smallest of 1, 2, 5, 10, 20, 50… euros that is not below `leastCents`. */
function roundStep(leastCents: Cents): Cents {
  for (let power = 100; ; power *= 10) {
    const step = ROUND_STEPS.map((digit) => digit * power).find((candidate) => candidate >= leastCents);
    if (step !== undefined) return step;
  }
}
