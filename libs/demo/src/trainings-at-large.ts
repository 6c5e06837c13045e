import type { LoadClient } from './load.js';
import { TRAININGS_SHOWN } from './training-handovers.sql.js';
import { TRAININGS_TAKEN } from './training-places.sql.js';
import { TRAININGS_RECORDED } from './training-records.sql.js';
import { TRAININGS_SURVEYED } from './training-surveys.sql.js';
import { MODULES, TRAININGS_FOUND } from './training-slots.sql.js';
import { SUPPORTS_OF_YEARS } from './supports-at-large.sql.js';
import { DEVICES_RELEASED, TRAININGS } from './trainings-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const TRAINING_TABLES = [
  ...(['training_module', 'training_module_model', 'training_session', 'training_guest'] as const),
  ...(['training_enrolment', 'training_session_move'] as const),
  ...(['training_date', 'training_attendance', 'training_certificate', 'training_hours'] as const),
  ...(['training_code_secret', 'training_handover'] as const),
  ...(['support_request', 'support_move'] as const),
  ...(['training_survey', 'training_survey_answer'] as const),
] as const;

/**
 * Four school years of training, made inside the database once devices stand in their rooms: modules, the sessions of each
 * circonscription, who came to them and what they have of it, and what went into service by that.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function trainTeachers(client: LoadClient, today: string): Promise<void> {
  for (const sql of [
    ...MODULES,
    ...TRAININGS_FOUND,
    ...TRAININGS_TAKEN,
    ...TRAININGS,
    ...TRAININGS_RECORDED,
    ...TRAININGS_SURVEYED,
    ...DEVICES_RELEASED,
    ...TRAININGS_SHOWN,
    ...SUPPORTS_OF_YEARS,
  ])
    await client.query(sql, sql.includes('$1') ? [today] : []);
}
