import type { ConstraintRegister } from '../platform/http/constraints.js';

export const TRAINING_CONSTRAINTS = {
  training_module_title_once: 'training.title-taken',
  training_date_trainer_once: 'training.trainer-taken',
  training_date_half_day_once: 'training.half-day-twice',
  training_date_no_overlap: 'training.half-day-twice',
  training_session_number_once: { neverByRequest: 'a sequence draws the number' },
  training_session_id_capacity_key: { neverByRequest: 'the id is drawn; the capacity is there to be referred to' },
  training_session_id_state_key: { neverByRequest: 'the id is drawn; the state is there to be referred to' },
  training_session_id_trainer_id_key: { neverByRequest: 'the id is drawn; the trainer is there to be referred to' },
  training_module_model_pkey: { neverByRequest: 'a module is made anew, and each model is named once' },
  training_guest_pkey: { neverByRequest: 'a session is made anew, and each school is named once' },
  training_enrolment_turn_once: { neverByRequest: 'turns are given under the lock of the session' },
  training_enrolment_seat_once: { neverByRequest: 'a free place is found under the lock of the session' },
  training_enrolment_person_once: 'training.enrolled-already',
  training_handover_asked_once: 'handover.asked-already',
} as const satisfies ConstraintRegister;
