import type { ConstraintRegister } from '../platform/http/constraints.js';

export const EQUIPMENT_CONSTRAINTS = {
  equipment_tag_key: 'equipment.tag-taken',
  equipment_serial_key: 'equipment.serial-taken',
  equipment_id_is_container_state_site_id_key: {
    neverByRequest: 'the id is drawn; the rest is there to be referred to',
  },
  device_stands_where_it_may: 'equipment.room-missing',
  equipment_lies_with_its_container: 'equipment.container-apart',
  // A label that was of another device is its for ever.
  equipment_label_pkey: 'equipment.tag-taken',
  equipment_label_of_its_device: { neverByRequest: 'the key on the code alone is judged first' },
  contract_of_its_holder: { neverByRequest: 'the id is drawn; its holder is there to be referred to' },
  delivery_note_once: 'delivery.note-taken',
  delivery_contract_of_its_supplier: 'delivery.contract-other',
  delivery_awaited_delivery_id_model_id_key: { neverByRequest: 'a model named twice is added up before' },
  supplier_heading_holder_id_column_name_key: { neverByRequest: 'written over' },
  supplier_model_holder_id_word_key: { neverByRequest: 'written over' },
  fleet_heading_source_column_name_key: { neverByRequest: 'written over' },
  fleet_word_source_topic_word_key: { neverByRequest: 'written over' },
  kit_group_name_key: 'kit.group-taken',
  kit_model_counts_once: { neverByRequest: 'written over' },
  kit_rule_once_a_day: { neverByRequest: 'written over' },
  need_of_its_school: { neverByRequest: 'the id is drawn; its school is there to be referred to' },
  need_room_of_its_school: { neverByRequest: 'the room is looked at before, and never changes schools' },
  redeployment_need_of_its_school: { neverByRequest: 'the school is the need’s own' },
  redeployment_within_its_need: 'redeployment.need-covered',
  redeployment_one_of_a_device: 'redeployment.already',
  // What its wipe and its destination are asked of is judged before, with better words: whoever goes around reads these.
  disposed_device_pkey: 'disposal.twice',
  disposed_device_wiped: 'equipment.not-wiped',
  equipment_disposed_by_a_disposal: 'equipment.destination-missing',
  equipment_disposal_as_it_went: { neverByRequest: 'the id is drawn; the rest is there to be referred to' },
  equipment_wipe_as_it_ended: { neverByRequest: 'the id is drawn; the rest is there to be referred to' },
  equipment_model_model_id_key: { neverByRequest: 'written over' },
  stock_place_name_key: 'equipment.stock-place-taken',
} as const satisfies ConstraintRegister;
