import type { Rows } from '../database/joins.sql.js';

/** The outbox, as `m`: recipient, subject, body, created_at, sent_at, next_try_at, tries, failure. */
export const MAILS: Rows = ['mail', 'm'];

/**
 * Empties mails from before $1, sent or not: that one was written, when, and what became of it stays. One that never left is
 * given up, as nothing is left to send.
 */
export const EMPTY_MAILS = `update mail set recipient = '', subject = '', body = '', calendar = null,
    next_try_at = case when sent_at is null then 'infinity' else next_try_at end
  where created_at < $1 and recipient <> ''`;

/** Puts $2 in place of the text $1 in the mails about these objects $3, which `dedupe` names: sent or still to leave. */
export const REDACT_MAILS = `update mail set subject = replace(subject, $1, $2), body = replace(body, $1, $2)
  where (position($1::text in body) > 0 or position($1 in subject) > 0)
    and exists (select from unnest($3::uuid[]) about where position(about::text in dedupe) > 0)`;
