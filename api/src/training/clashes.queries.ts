import { Injectable } from '@nestjs/common';
import {
  clashesOf,
  SUPPORTS_PLANNED,
  TRAINING_CLASHES,
  TRAININGS_PLANNED,
  type TrainingDate,
  type TrainingMeanwhile,
} from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { TrainingClashesQuery, TrainingClashList } from './clashes.answers.js';
import { TrainingAccess } from './training.access.js';
import { datesOf } from './training-dates.js';
import { TrainingPassing } from './training-passing.js';

/** What dates meet, before anybody saves them. */
@Injectable()
export class TrainingClashesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly passing: TrainingPassing,
  ) {}

  /** @throws Refused training.dates-wrong, object.not-found */
  clashes(actor: Actor, { dates, trainerId, schoolId, sessionId }: TrainingClashesQuery): Promise<TrainingClashList> {
    const asked = datesIn(dates);
    return this.transactions.snapshot(async (manager) => {
      const session = sessionId === undefined ? null : await this.access.read(manager, actor, sessionId);
      const place = schoolId ?? session?.schoolId ?? null;
      const meanwhile: (TrainingDate & TrainingMeanwhile)[] = await manager.query(MEANWHILE, [
        asked.map(({ startsAt }) => startsAt),
        asked.map(({ endsAt }) => endsAt),
        ...[trainerId ?? session?.trainerId ?? null, place, session?.id ?? null],
      ]);
      const found = clashesOf(meanwhile, await this.passing.calendar(manager, { schoolId: place }));
      const items = found.map(({ kind, startsAt, count }) => ({
        ...{ kind, count, startsAt: startsAt.toISOString(), blocks: TRAINING_CLASHES[kind].blocks },
      }));
      return { items };
    });
  }
}

/** The query's class has checked the form; a thirteenth month has it too. @throws Refused training.dates-wrong */
function datesIn(text: string): TrainingDate[] {
  const dates = datesOf(
    text.split(',').map((date) => ({ startsAt: date.split('/')[0]!, endsAt: date.split('/')[1]! })),
  );
  const isDate = ({ startsAt, endsAt }: TrainingDate) => startsAt < endsAt;
  if (!dates.every(isDate)) throw new Refused('training.dates-wrong');
  return dates;
}

/** Of each date asked, by its start: whose planned sessions, or visits to a class, reach into it. $3 the trainer, $4 the school, $5 the session itself. */
const MEANWHILE = `select o.starts_at as "startsAt", o.ends_at as "endsAt",
    exists (select from training_date d where d.trainer_id = $3::uuid and ${inStates('d.state', TRAININGS_PLANNED)}
       and d.session_id is distinct from $5::uuid and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at))
      or exists (select from support_request r where r.trainer_id = $3::uuid and ${inStates('r.state', SUPPORTS_PLANNED)}
       and tstzrange(r.starts_at, r.ends_at) && tstzrange(o.starts_at, o.ends_at)) as trainer,
    exists (select from training_date d join training_session t on t.id = d.session_id
      where t.school_id = $4::uuid and ${inStates('d.state', TRAININGS_PLANNED)} and t.id is distinct from $5
        and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at)) as place,
    (select count(distinct n.account_id)::int from training_enrolment n
       join training_enrolment x on x.account_id = n.account_id and x.session_id <> n.session_id and x.seat is not null
       join training_date d on d.session_id = x.session_id and ${inStates('d.state', TRAININGS_PLANNED)}
      where n.session_id = $5 and n.seat is not null and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at)) as people
  from unnest($1::timestamptz[], $2::timestamptz[]) o(starts_at, ends_at) order by 1`;
