import type { House } from './house.js';

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
