import { schoolOf } from '../directory/school.sql.js';
import { join, type Rows } from '../platform/database/joins.sql.js';

/** Conventions, as `c`: id, number, title, kind, state, commune_id, managing_body_id, from_day and to_day. */
export const CONVENTIONS: Rows = ['convention', 'c'];

/** The schools of a convention `c`, as `s`. */
export const SITES = `convention_site cs ${join(schoolOf('cs.school_id'))}`;
