import type { ConstraintRegister } from '../platform/http/constraints.js';

export const STEERING_CONSTRAINTS = {
  edition_corrected_once: 'edition.corrected',
  edition_number_once: { neverByRequest: 'a sequence draws the number' },
  edition_is_its_manifest: { neverByRequest: 'the manifest holds its number and its instant' },
  edition_id_meeting_on_key: { neverByRequest: 'the id is drawn; the meeting is there to be referred to' },
  edition_part_pkey: { neverByRequest: 'the files of an edition are named once' },
  frozen_content_pkey: { neverByRequest: 'the same content is kept once' },
  indicator_period_once: { neverByRequest: 'only the system works figures out' },
  indicator_period_figure: { neverByRequest: 'only the system works figures out' },
  indicator_period_beside: { neverByRequest: 'only the system works figures out' },
  indicator_cell_pkey: { neverByRequest: 'only the system works figures out' },
  indicator_school_pkey: { neverByRequest: 'only the system works figures out' },
} as const satisfies ConstraintRegister;
