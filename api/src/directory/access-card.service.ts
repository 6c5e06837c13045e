import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  type OpeningHours,
  openingHoursProblem,
  type OpeningHoursRefusal,
  SCHOOL_WEEKDAYS,
} from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { type FieldProblem, Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { ClosedTodayAnswer, SchoolVersion } from './directory.answers.js';
import type { AccessCardRequest } from './directory.dto.js';
import { SchoolAccess } from './school.access.js';

const HOURS_WORDS: Record<OpeningHoursRefusal, string> = {
  'hours-unreadable': 'Donnez deux heures, du début à la fin.',
  'hours-reversed': 'La demi-journée finit avant de commencer.',
  'half-days-overlap': 'L’après-midi commence avant la fin du matin.',
};

/** How to come into a school: hours of class, key-holder, alarm, who must be there. */
@Injectable()
export class AccessCardService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SchoolAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused request.invalid beside the weekday, object.not-found, version.missing, version.stale */
  write(actor: Actor, schoolId: string, card: AccessCardRequest, write: Write): Promise<SchoolVersion> {
    const today = this.clock.today();
    const from = card.hoursFrom ?? today;
    const fields = [...hoursProblems(card.openingHours), ...dayProblems(from, today)];
    if (fields.length > 0) throw new Refused('request.invalid', { fields });
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockSeen(manager, actor, schoolId, write);
      const [[changed]] = await manager.query(
        `update school set key_holder = $2, alarm = $3, presence_needed = $4, access_note = $5, version = version + 1
          where id = $1 returning id, version`,
        [id, card.keyHolder || null, card.alarm || null, card.presenceNeeded, card.note || null],
      );
      await manager.query(HOURS_FROM, [id, from, card.openingHours]);
      return changed;
    });
  }

  /** What a technician leaves for the next one. @throws Refused object.not-found, version.missing, version.stale */
  note(actor: Actor, schoolId: string, note: string | null, write: Write): Promise<SchoolVersion> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockSeen(manager, actor, schoolId, write);
      const [[changed]] = await manager.query(
        'update school set access_note = $2, version = version + 1 where id = $1 returning id, version',
        [id, note || null],
      );
      return changed;
    });
  }

  /** One tap, without a version: it holds for today alone and tells the same whoever tapped first. @throws Refused object.not-found */
  closeToday(actor: Actor, schoolId: string, closed: boolean, write: Write): Promise<ClosedTodayAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lock(manager, actor, schoolId);
      await manager.query('update school set closed_on = $2 where id = $1', [id, closed ? this.clock.today() : null]);
      return { id, closedToday: closed };
    });
  }
}

/** Hours that hold already write nothing: the school, the day, the hours. A row of that day is corrected, those before it stay. */
const HOURS_FROM = `insert into school_opening_hours (school_id, from_day, hours)
  select $1, $2::date, $3::jsonb where (select hours from school_opening_hours where school_id = $1 and from_day <= $2::date
         order by from_day desc limit 1) is distinct from $3::jsonb
  on conflict (school_id, from_day) do update set hours = excluded.hours`;

/** What was counted with the hours of a day that has passed must not change. */
function dayProblems(from: string, today: string): FieldProblem[] {
  if (from < today) return [hoursFrom('past', 'Ces horaires commencent aujourd’hui au plus tôt.')];
  if (from > addCalendarDays(today, LIMITS.visit.daysAfter))
    return [hoursFrom('too-far', 'Cette date est trop lointaine : deux ans au plus.')];
  return [];
}

const hoursFrom = (code: string, message: string): FieldProblem => ({ name: 'hoursFrom', code, message });

/** Every weekday's first problem, beside its field. */
function hoursProblems(hours: OpeningHours): FieldProblem[] {
  const none = Object.fromEntries(
    SCHOOL_WEEKDAYS.map((weekday) => [weekday, { morning: null, afternoon: null }]),
  ) as unknown as OpeningHours;
  return SCHOOL_WEEKDAYS.flatMap((weekday) => {
    const { morning, afternoon } = hours[weekday];
    const isPair = (halfDay: readonly string[] | null) => halfDay === null || halfDay.length === 2;
    const problem =
      isPair(morning) && isPair(afternoon)
        ? openingHoursProblem({ ...none, [weekday]: hours[weekday] })?.code
        : 'hours-unreadable';
    return problem ? [{ name: `openingHours.${weekday}`, code: problem, message: HOURS_WORDS[problem] }] : [];
  });
}
