import { parisDateOf } from '../calendar/paris-time.js';
import type { PlainCode } from '../refusals/register.js';
import { hasBegun, type AttendedHalfDay } from './attendance.js';
import type { TRAINING_REFUSALS } from './training-refusals.js';
import type { TrainingActor } from './training-rules.js';
import { TRAININGS_ATTENDED, TRAININGS_COUNTED, type TrainingState } from './training-states.js';
import { actsAsTrainer } from './training-trainers.js';

type AttendanceRefused = PlainCode<typeof TRAINING_REFUSALS>;

/** The facts of a session that decide who says who came. */
export interface AttendedSession {
  readonly state: TrainingState;
  /** Null: somebody of the maker, who has no account. */
  readonly trainerId: string | null;
}

/** Who came is said by whoever acts as the session's trainer, while it is held. Null: they may. */
export function attendingRefused(actor: TrainingActor, session: AttendedSession): AttendanceRefused | null {
  if (!actsAsTrainer(actor, session)) return 'training.not-your-session';
  return TRAININGS_ATTENDED.includes(session.state) ? null : 'training.attendance-not-now';
}

/** It is corrected with a reason: by the trainer until the session is closed, then by the inspection. Null: they may. */
export function correctingRefused(actor: TrainingActor, session: AttendedSession): AttendanceRefused | null {
  if (!TRAININGS_COUNTED.includes(session.state)) return attendingRefused(actor, session);
  return actor.role === 'inspector' ? null : 'training.inspection-corrects';
}

/** One presence that is said, and what stood of it. Instants are ISO. */
export interface SayingPresence {
  readonly date: AttendedHalfDay;
  readonly present: boolean;
  /** Null: nobody has said yet. */
  readonly was: boolean | null;
  readonly now: string;
}

/** On the day itself a presence may be said and said again; another day, what stood is corrected with a reason. Null: it may be said. */
export function presenceRefused({ date, present, was, now }: SayingPresence): AttendanceRefused | null {
  if (!hasBegun(date, now)) return 'training.half-day-ahead';
  const isSameDay = parisDateOf(new Date(date.startsAt)) === parisDateOf(new Date(now));
  return was === null || was === present || isSameDay ? null : 'training.recorded-already';
}
