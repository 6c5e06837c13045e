import type { ConstraintRegister } from '../platform/http/constraints.js';

export const TICKET_CONSTRAINTS = {
  ticket_number_key: { neverByRequest: 'a sequence draws the number' },
  ticket_id_school_id_key: { neverByRequest: 'the id is drawn; its school is there to be referred to' },
  ticket_reporter_once: { neverByRequest: 'said once more' },
  ticket_charge_of_its_own: { neverByRequest: 'the entry is made of the ticket, its price and its envelope' },
  ticket_warning_once: { neverByRequest: 'told under the lock of the ticket' },
  ticket_cost_is_the_orders: {
    neverByRequest: 'asked under the lock of the ticket, under which orders of it are made',
  },
  order_of_ticket_under_way: { neverByRequest: 'the same' },
  ticket_photo_slot_one_a_size: 'ticket.photo-unknown',
  ticket_file_slot_filled_once: { neverByRequest: 'the ticket is held while a slot is looked at and filled' },
  label_report_waiting_once: { neverByRequest: 'said once more' },
  label_report_makes_one_ticket: { neverByRequest: 'the ticket is made with its confirmation' },
  received_mail_once: { neverByRequest: 'taken once more' },
  mail_refusal_pkey: { neverByRequest: 'counted over' },
  ticket_resolution_charged_once: { neverByRequest: 'the entry is made with its charge' },
} as const satisfies ConstraintRegister;
