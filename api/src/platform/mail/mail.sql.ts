import type { Rows } from '../database/joins.sql.js';

/** The outbox, as `m`: recipient, subject, body, created_at, sent_at, next_try_at, tries, failure. */
export const MAILS: Rows = ['mail', 'm'];
