import type { Rows } from '../platform/database/joins.sql.js';

/** Conventions, as `c`: id, number, title, kind, state, commune_id, managing_body_id, from_day and to_day. */
export const CONVENTIONS: Rows = ['convention', 'c'];
