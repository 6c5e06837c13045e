import type { EntityManager } from 'typeorm';
import type { Write } from './transactions.js';

/**
 * What a write answers whose last statement has left and is not awaited, and keeps the answer itself (`keptIn`): COMMIT follows it
 * on the same wire, and ends nothing but a rollback when it is refused. One journey to the database less.
 */
export class SentLast<T> {
  constructor(readonly answer: Promise<T>) {
    // Whoever asked hears of it after the transaction has ended.
    answer.catch(() => undefined);
  }
}

const ITS_OWN = (from: number) =>
  `account_id = $${from} and route = $${from + 1} and key = $${from + 2} and session_holds($${from + 3}, $${from + 4}, $${from + 5})`;

/**
 * The key of the request, if the session that asked still holds: a role taken away while a request waits for a lock takes its write
 * away too.
 * @param today ISO date, by which the session is judged
 */
export function keptBy({ writer, repeat, session }: Write, today: string): unknown[] {
  const { accountId } = writer as { accountId: string };
  return [
    ...[accountId, repeat!.route, repeat!.key],
    ...[session?.id ?? null, session?.version ?? null, session?.heldOn ?? today],
  ];
}

/** What a phone had kept counts besides, which takes a statement of its own. */
export const mayBeKeptInStatement = ({ writer, repeat, onceOf, phone }: Write): boolean =>
  repeat !== null && 'accountId' in writer && !onceOf && !phone;

/**
 * The keeping as part of the statement that writes last: an update for a common table expression.
 * @param answer SQL of the answer's JSON, a column of `from`
 * @param first number of its first parameter, of six: `keptBy`
 */
export const keptIn = ({ answer, from, first }: { answer: string; from: string; first: number }): string =>
  `update idempotency_key set response = ${answer}::text from ${from} where ${ITS_OWN(first)}`;

/** Keeps the answer by a statement of its own. */
export async function keep(
  manager: EntityManager,
  write: Write,
  { answer, today, now }: { answer: unknown; today: string; now: Date },
): Promise<void> {
  const { phone } = write;
  await manager.query(
    `update idempotency_key set response = $7 where ${ITS_OWN(1)}${phone ? ' and phone_told($8, $1, $9, $3, $10, $11, $12)' : ''}`,
    [
      ...keptBy(write, today),
      JSON.stringify(answer ?? null),
      ...(phone ? [phone.phoneId, phone.seq, phone.settledTo, phone.dropped, now] : []),
    ],
  );
}
