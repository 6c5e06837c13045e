import { TRAINING_ACTIONS, TRAINING_STATE_NAMES, type TrainingAction, type TrainingState } from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';
import { TrainingSchoolWaiting } from '../training.answers.js';

/** What the API answers about who came. */

export class AttendanceDate {
  @Id()
  id!: string;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;
}

export class AttendancePresence {
  @Id()
  dateId!: string;

  @Flag()
  present!: boolean;

  @Flag({ description: 'Said by the person, with the code that the trainer showed' })
  byCode!: boolean;
}

export class AttendancePerson {
  @Id({ description: 'Of the enrolment' })
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @List(() => AttendancePresence, { most: LIMITS.training.dates, description: 'Of the half-days of which it was said' })
  presences!: AttendancePresence[];
}

export class AttendanceCorrection {
  @Text({ max: 200, description: 'Whose presence' })
  name!: string;

  @Instant({ description: 'The half-day' })
  startsAt!: string;

  @Flag()
  present!: boolean;

  @Text({ max: 1000 })
  reason!: string;

  @Text({ max: 100 })
  roleLabel!: string;

  @Instant()
  at!: string;
}

/** Who has a place in a session, and at which half-days each came. */
export class AttendanceSheet {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @OneOf(TRAINING_STATE_NAMES)
  state!: TrainingState;

  @Text({ max: 150 })
  moduleTitle!: string;

  @Text({ max: 200, nullable: true, description: 'Where it is held; null: from afar' })
  place!: string | null;

  @Whole({ description: 'Places' })
  capacity!: number;

  @List(() => AttendanceDate, { most: LIMITS.training.dates, description: 'Half-days, in order' })
  dates!: AttendanceDate[];

  @List(() => AttendancePerson, { most: LIMITS.training.seats, description: 'By school, then by name' })
  people!: AttendancePerson[];

  @List(() => TrainingSchoolWaiting, {
    most: LIMITS.training.schoolsShown,
    description: 'What waits for it, by school',
  })
  opens!: TrainingSchoolWaiting[];

  @List(() => AttendanceCorrection, {
    most: LIMITS.shownOfOne,
    description: 'What was said otherwise since, the latest first',
  })
  corrections!: AttendanceCorrection[];

  @ManyOf(TRAINING_ACTIONS, { description: 'Of the reader' })
  possible!: TrainingAction[];

  @Flag({ description: 'The reader says now who came' })
  mayAttend!: boolean;

  @Flag({ description: 'The reader says it otherwise, with a reason' })
  mayCorrect!: boolean;
}

/** What a trainer takes along of two days: the lists of the sessions that they hold. */
export class AttendancePacket {
  @Day()
  day!: string;

  @Instant()
  serverTime!: string;

  @List(() => AttendanceSheet, { most: LIMITS.training.packetSessions })
  sessions!: AttendanceSheet[];
}

export class AttendanceCode {
  @Text({ max: 6, description: 'Six digits' })
  shown!: string;

  @Instant({ description: 'When the next one takes its place' })
  until!: string;
}

export class AttendanceArrival {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  schoolName!: string;
}

export class AttendanceArrivals {
  @List(() => AttendanceArrival, { most: LIMITS.training.arrivalsShown })
  items!: AttendanceArrival[];
}

export class AttendanceSigned {
  @Instant({ description: 'The half-day that was signed' })
  startsAt!: string;

  @Instant()
  endsAt!: string;
}

export class AttendancePacketQuery {
  @Day({ optional: true, description: 'The first of the two days; left out, today' })
  day?: string;
}

export class AttendanceArrivalsQuery {
  @Text({ max: 100, optional: true, description: 'Words of a name; left out, nobody' })
  search?: string;
}
