import type { ConstraintRegister } from '../platform/http/constraints.js';

export const DIRECTORY_CONSTRAINTS = {
  managing_body_name_key: 'school.body-name-taken',
  room_school_id_name_key: 'room.name-taken',
  commune_insee_code_key: { neverByRequest: 'no route adds communes' },
  circonscription_code_key: { neverByRequest: 'an import leaves those it knows' },
  // Counted before, with better words: whoever was quicker in between is met here.
  standing_devices_keep_school: 'import.changed-since',
  school_uai_key: { neverByRequest: 'an import locks the schools and compares before it adds one' },
  school_uai_uai_daterange_excl: { neverByRequest: 'an import locks the schools and compares before it adds a code' },
  school_year_figures_id_key: { neverByRequest: 'the id is drawn' },
  public_holiday_id_key: { neverByRequest: 'the id is drawn' },
  school_holiday_zone_daterange_excl: {
    neverByRequest: 'an import locks the holidays and compares before it adds one',
  },
  school_opening_hours_one_a_day: { neverByRequest: 'a card locks its school and corrects the row of that day' },
  school_bridge_day_answered_once: { neverByRequest: 'an answer replaces the one before' },
  room_id_school_id_key: { neverByRequest: 'the id is drawn; the pair is there to be referred to' },
} as const satisfies ConstraintRegister;
