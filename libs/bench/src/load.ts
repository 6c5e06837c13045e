import autocannon from 'autocannon';
import { median } from './rows.ts';

/** Connections that ask as fast as they are answered. */
export const readers = 16;

/** A server and what each connection asks it for, over and over; connections beyond the list begin it again. */
export interface Target {
  origin: string;
  requests: { path: string; headers?: Record<string, string> }[];
}

export interface Comparison {
  /** Median over the rounds of ours ÷ bare's. */
  ratio: number;
  /** Requests a second, medians. */
  ours: number;
  bare: number;
}

const rounds = 5;
const roundSeconds = 3;
/**
 * Long enough for the code of a whole framework to be compiled, as it is in a server that has been up for a minute: a list goes
 * from 600 to 900 a second over its first twenty.
 */
const warmUpSeconds = 20;

/**
 * Both servers by turns in one run, so that what else the machine does falls on both; who begins changes each round. Only one
 * of them is asked at a time.
 * @throws when one answers anything but 200
 */
export async function compare(ours: Target, bare: Target): Promise<Comparison> {
  for (const target of [ours, bare]) await requestsPerSecond(target, warmUpSeconds);
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const rate = { ours: 0, bare: 0 };
    for (const side of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      rate[side] = await requestsPerSecond(side === 'ours' ? ours : bare, roundSeconds);
    }
    rates.push(rate);
  }
  return {
    ratio: median(rates.map((rate) => rate.ours / rate.bare)),
    ours: median(rates.map((rate) => rate.ours)),
    bare: median(rates.map((rate) => rate.bare)),
  };
}

const callers = 2;
const asked = 300;

/**
 * Milliseconds within which 95 of 100 answers come, to a few who ask one thing after the other: nobody waits behind a crowd.
 * @throws when an answer is not 200
 */
export async function p95({ origin, requests }: Target): Promise<number> {
  const times: number[] = [];
  const call = async (): Promise<void> => {
    while (times.length < asked) {
      const { path, headers = {} } = requests[times.length % requests.length]!;
      const begun = performance.now();
      const answer = await fetch(origin + path, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return times.sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1]!;
}

async function requestsPerSecond(target: Target, seconds: number): Promise<number> {
  let next = 0;
  const result = await autocannon({
    url: target.origin,
    connections: readers,
    duration: seconds,
    setupClient: (client) => client.setRequests([target.requests[next++ % target.requests.length]!]),
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${target.origin}: ${result.non2xx} answers were not 200, ${result.errors} connections failed`);
  }
  return result['2xx'] / result.duration;
}
