import { Injectable } from '@nestjs/common';
import { sectorsMarkedBy, TRAININGS_COUNTED } from '@parc/domain';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { MINUTES_ATTENDED } from '../attendance/attendance.sql.js';
import { hoursScope } from '../hours.scope.js';
import type { HoursMarkedAnswer, HoursMarksRequest } from './hours.answers.js';

/** Whether hours count in the 18 of a year: the inspection says it of public schools, the diocese of private ones. */
@Injectable()
export class HoursService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** It may be said again: what was said before stays in the history. @throws Refused training.hours-unknown, training.hours-not-now */
  mark(actor: Actor, { people }: HoursMarksRequest, write: Write): Promise<HoursMarkedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const lines = [...new Map(people.map((line) => [line.id, line])).values()];
      const ids = lines.map(({ id }) => id);
      const scope = numbered(hoursScope(actor, 'training-hours.mark'), 1);
      const found: { earned: boolean }[] = await manager.query(
        `select ${inStates('t.state', TRAININGS_COUNTED)} and ${MINUTES_ATTENDED} > 0 as earned
           from training_enrolment n join training_session t on t.id = n.session_id ${join(schoolOf('n.school_id'))}
          where n.id = any($1) and ${scope.sql} and ${anyOf('s.sector', sectorsMarkedBy(actor.role))}
          order by n.id for no key update of n`,
        [ids, ...scope.values],
      );
      if (found.length < ids.length) throw new Refused('training.hours-unknown');
      if (found.some(({ earned }) => !earned)) throw new Refused('training.hours-not-now');
      await manager.query(MARK, [
        ...[ids, lines.map(({ counts }) => counts), lines.map(({ category }) => category)],
        ...[actor.accountId, this.clock.now()],
      ]);
      return { marked: lines.length };
    });
  }
}

const MARK = `insert into training_hours (enrolment_id, counts, category, marked_by, marked_at)
  select id, counts, category, $4, $5 from unnest($1::uuid[], $2::boolean[], $3::text[]) p(id, counts, category)
  on conflict (enrolment_id) do update
    set counts = excluded.counts, category = excluded.category, marked_by = excluded.marked_by, marked_at = excluded.marked_at`;
