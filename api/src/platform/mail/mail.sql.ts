import type { Rows } from '../database/joins.sql.js';

/** The outbox, as `m`: recipient, subject, body, created_at, sent_at, next_try_at, tries, failure. */
export const MAILS: Rows = ['mail', 'm'];

/**
 * Empties mails from before $1, sent or not: that one was written, when, and what became of it stays. One that never left is
 * given up, as nothing is left to send.
 */
export const EMPTY_MAILS = `update mail set recipient = '', subject = '', body = '',
    next_try_at = case when sent_at is null then 'infinity' else next_try_at end
  where created_at < $1 and recipient <> ''`;
