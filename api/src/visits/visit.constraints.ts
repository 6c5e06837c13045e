import type { ConstraintRegister } from '../platform/http/constraints.js';

export const VISIT_CONSTRAINTS = {
  visit_number_once: { neverByRequest: 'a sequence draws the number' },
  // Two windows begin at once: the second one reads which visit is open.
  visit_open_once: 'visit.open-already',
  // Two heads confirm at once: the second one reads that it is done.
  visit_confirmed_once: 'visit.confirmed-already',
  visit_id_ending_key: { neverByRequest: 'an id is of one visit' },
  visit_part_in_its_place: { neverByRequest: 'the visit is locked while its minutes are written, in turn' },
  visit_device_once: { neverByRequest: 'each device of a part is named once by the statement that reads them' },
  visit_photo_slot_one_a_size: 'visit.photo-unknown',
  visit_file_slot_filled_once: { neverByRequest: 'what fills a slot a second time leaves the first' },
} as const satisfies ConstraintRegister;
