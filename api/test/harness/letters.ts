import type { House } from './house.js';
import type { Answer } from './person.js';

export interface Letter {
  recipient: string;
  subject: string;
  body: string;
}

/** What the outbox holds for an address, newest last. */
export function lettersTo(house: House, email: string): Promise<Letter[]> {
  return house.sql<Letter>('select recipient, subject, body from mail where recipient = $1 order by id', [email]);
}

/** The one-time token of the newest link sent to an address. */
export async function linkSentTo(house: House, email: string): Promise<string> {
  const letters = await lettersTo(house, email);
  const links = letters.flatMap(({ body }) => /\/mot-de-passe#([\w-]+)/.exec(body)?.[1] ?? []);
  if (links.length === 0) throw new Error(`no link was sent to ${email}`);
  return links.at(-1)!;
}

let askers = 0;

/** Asks a reset, each from an address of its own, so that only what is tested slows it down. */
export function askReset(house: House, email: string, headers: Record<string, string> = {}) {
  const remoteAddress = `198.51.100.${++askers}`;
  return house.application.inject({
    method: 'POST',
    url: '/api/v1/password-links',
    payload: { email },
    headers,
    remoteAddress,
  });
}

/** Chooses a password by a link received. */
export function useLink(house: House, token: string, password: string): Promise<Answer> {
  return house.nobody().send('POST', '/api/v1/password-links/use', { token, password });
}

/** What the page of a link reads before it asks for a password. */
export function readLink(house: House, token: string): Promise<Answer> {
  return house.nobody().send('POST', '/api/v1/password-links/read', { token });
}

/**
 * Runs `work` while nothing can be added to a table: everything that would reach that point at the same moment does, and
 * goes on together.
 */
export async function allAtOnce<T>(house: House, table: string, work: () => Promise<T>): Promise<T> {
  const holder = await house.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in share mode`);
    const working = work();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await holder.query('commit');
    return await working;
  } finally {
    holder.release();
  }
}
