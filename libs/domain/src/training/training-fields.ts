import type { Role } from '../roles/roles.js';

/** Groups of a session's fields that not everybody reads (rules.md 2). */
export interface TrainingFields {
  /** Who is enrolled and who came, one by one: hours of a teacher are Éducation nationale's. */
  enrolments: boolean;
  /** Who did what in the thread, and why. */
  thread: boolean;
  /** The link of a session from afar: its seats, its trainer and both sides. Who may read one reads it of those alone. */
  link: boolean;
  /** What those who came think of it, without names. */
  survey: boolean;
}

/** What a role reads of a session it reaches; a school reads of its own people alone. */
export function trainingFields(role: Role): TrainingFields {
  switch (role) {
    case 'inspector':
    case 'digital-trainer':
      return { enrolments: true, thread: true, link: true, survey: true };
    case 'plan-manager':
      return { enrolments: false, thread: true, link: true, survey: true };
    case 'school-head':
    case 'teacher':
      return { enrolments: true, thread: false, link: true, survey: false };
    default:
      return { enrolments: false, thread: false, link: false, survey: false };
  }
}
