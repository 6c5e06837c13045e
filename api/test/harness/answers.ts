import type { Answer } from './person.js';

export type Body = Record<string, unknown>;

/** "200 approved", "403 order.no-delegation", or "409 order.state" with what the refusal says is possible. */
export function said({ status, body }: Answer): string {
  if (status < 400) return `${status} ${body.state}`;
  if (status !== 409 || !body.code.endsWith('.state')) return `${status} ${body.code}`;
  if (!body.state) return `${status} ${body.code}, which names no state`;
  return `${status} ${body.code} ${[...body.possible].sort().join(' ')}`;
}

/** The cells of a row that differ, as they are now. */
export function changed(before: Body, after: Body): Body {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}
