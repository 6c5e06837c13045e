import type { ConstraintRegister } from '../platform/http/constraints.js';

export const ORDER_CONSTRAINTS = {
  order_amounts_bounded: 'order.amount-too-large',
  installation_order_number_key: { neverByRequest: 'a sequence draws the number' },
  installation_order_purchase_order_number_key: { neverByRequest: 'the period is locked while a number is drawn' },
  installation_order_id_school_id_key: { neverByRequest: 'the id is drawn; the pair is there to be referred to' },
  order_and_its_ticket: { neverByRequest: 'the id is drawn; the pair is there to be referred to' },
  order_line_order_id_position_key: { neverByRequest: 'the order is locked while its lines are written, in turn' },
  order_line_of_its_order: { neverByRequest: 'the id is drawn; the pair is there to be referred to' },
  order_file_slot_filled_once: { neverByRequest: 'the order is held while a slot is looked at and filled' },
  order_device_once: {
    neverByRequest: 'the order is locked while its report is written, and each device of it is named once',
  },
} as const satisfies ConstraintRegister;
