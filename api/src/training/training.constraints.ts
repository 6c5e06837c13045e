import type { ConstraintRegister } from '../platform/http/constraints.js';

export const TRAINING_CONSTRAINTS = {
  training_module_title_once: 'training.title-taken',
  training_session_trainer_once: 'training.trainer-taken',
  training_session_number_once: { neverByRequest: 'a sequence draws the number' },
  training_session_id_capacity_key: { neverByRequest: 'the id is drawn; the capacity is there to be referred to' },
  training_module_model_pkey: { neverByRequest: 'a module is made anew, and each model is named once' },
  training_guest_pkey: { neverByRequest: 'a session is made anew, and each school is named once' },
  training_enrolment_turn_once: { neverByRequest: 'turns are given under the lock of the session' },
  training_enrolment_seat_once: { neverByRequest: 'a free place is found under the lock of the session' },
  training_enrolment_id_session_id_key: { neverByRequest: 'the id is drawn; the session is there to be referred to' },
  training_date_id_session_id_key: { neverByRequest: 'the id is drawn; the session is there to be referred to' },
  training_attendance_said_once: { neverByRequest: 'what is said again takes the place of what was said' },
  training_code_secret_pkey: { neverByRequest: 'a secret is drawn where there is none' },
  training_window_pkey: { neverByRequest: 'a try joins the row of its key' },
  training_hours_said_once: { neverByRequest: 'what is said again takes the place of what was said' },
  training_certificate_number_once: { neverByRequest: 'a sequence draws the number' },
  training_certificate_code_once: { neverByRequest: 'drawn from 100 bits' },
  training_certificate_valid_once: { neverByRequest: 'under the lock of the session, what stood is revoked first' },
  training_enrolment_person_once: 'training.enrolled-already',
} as const satisfies ConstraintRegister;
