import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  EQUIPMENT_LENT,
  firstFreePeriods,
  halfDayNumber,
  halfDayOf,
  hoursOn,
  isWithinAny,
  isWorkingDay,
  mondayOf,
  type DayAndHalf,
  type HalfDayNumber,
  type HalfDayStanding,
  type SchoolCalendar,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { SchoolsService } from '../../directory/schools.service.js';
import type { Actor } from '../../identity/actor.js';
import { CONTENTS, equipmentOf } from '../../inventory/equipment.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import type {
  LoanKitDay,
  LoanKitDays,
  LoanKitDaysQuery,
  LoanKitOffered,
  LoanKitsOffered,
} from '../calendar.answers.js';
import { LoanHolds, type TakenSpan } from '../loan-holds.js';
import { HELD_NOW } from '../loan.sql.js';

/** How many free periods are offered at once. */
const OFFERED_PERIODS = 3;

/** Whether a school is there on a half-day: it teaches then, or it is no school day and nobody is. */
export function isSchoolOpen({ day, half }: DayAndHalf, calendar: SchoolCalendar): boolean {
  if (!isWorkingDay(day, calendar.publicHolidays) || isWithinAny(day, calendar.schoolHolidays)) return false;
  return hoursOn(day, calendar.openingHours)[half] !== null;
}

/** What a school may ask for, and which half-days are free: never whose the others are. */
@Injectable()
export class KitDaysQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly holds: LoanHolds,
  ) {}

  offered(actor: Actor): Promise<LoanKitsOffered> {
    return this.transactions.snapshot(async (manager) => {
      const kits = await this.kits(manager, actor, null);
      return { items: kits.map(({ equipmentId: _, own: __, ...offered }) => offered) };
    });
  }

  /** @throws Refused loan.not-offered */
  days(actor: Actor, kitId: string, { from, weeks, days }: LoanKitDaysQuery): Promise<LoanKitDays> {
    return this.transactions.snapshot(async (manager) => {
      const [kit] = await this.kits(manager, actor, kitId);
      if (!kit) throw new Refused('loan.not-offered');
      const calendar = await this.schools.calendar(manager, { id: actor.schoolId! });
      const { equipmentId, own, ...offered } = kit;
      const checkingHalfDays = await this.holds.checkingHalfDays(manager, own);
      const monday = mondayOf(from);
      const now = this.holds.now();
      const first = halfDayNumber(monday, 'morning');
      const taken = await this.holds.taken(manager, equipmentId, Math.min(first, now));
      const standing = (halfDay: HalfDayNumber) =>
        standingOf(halfDay, { taken, calendar, schoolId: actor.schoolId!, now });
      const { publicHolidays } = calendar;
      const search = {
        taken,
        from: now,
        until: now + LIMITS.loans.aheadDays * 2,
        days,
        checkingHalfDays,
        publicHolidays,
      };
      return {
        ...offered,
        checkingHalfDays,
        calendar: Array.from({ length: weeks * 7 }, (_, index): LoanKitDay => {
          const morning = first + index * 2;
          return { day: addCalendarDays(monday, index), morning: standing(morning), afternoon: standing(morning + 1) };
        }),
        free: firstFreePeriods(
          { ...search, isOpen: (halfDay) => isSchoolOpen(halfDayOf(halfDay), calendar) },
          OFFERED_PERIODS,
        ),
      };
    });
  }

  private async kits(manager: EntityManager, actor: Actor, kitId: string | null): Promise<KitFound[]> {
    const { kind } = await this.schools.reach(manager, actor, actor.schoolId!);
    return manager.query(KITS, [kind, kitId, this.holds.now()]);
  }
}

interface KitFound extends LoanKitOffered {
  equipmentId: string;
  own: number | null;
}

const KITS = `select k.id, k.name, i.name as "modelName", ${CONTENTS} as contents, k.accessories, k.needs_approval as "needsApproval",
    not ${HELD_NOW('k.equipment_id', '$3::int')} as "freeNow", k.equipment_id as "equipmentId", k.checking_half_days as own
  from loan_kit k ${join(equipmentOf('k.equipment_id'))} ${join(itemOf('e.model_id'))}
  where k.offered and $1 = any(k.kinds) and ${inStates('e.state', EQUIPMENT_LENT)} and ($2::uuid is null or k.id = $2)
  order by k.name limit ${LIMITS.loans.kits}`;

interface Around {
  taken: readonly TakenSpan[];
  calendar: SchoolCalendar;
  schoolId: string;
  now: HalfDayNumber;
}

/** What is taken is said before what is closed: a kit that is out over the holidays is out. */
function standingOf(halfDay: HalfDayNumber, { taken, calendar, schoolId, now }: Around): HalfDayStanding {
  const span = taken.find(({ starts, until }) => starts <= halfDay && (until === null || halfDay < until));
  if (span?.schoolId === schoolId && halfDay < span.ends) return 'mine';
  const closed = halfDay < now || !isSchoolOpen(halfDayOf(halfDay), calendar);
  if (span && halfDay >= span.ends && span.until !== null) return closed ? 'closed' : 'checking';
  if (span) return 'taken';
  return closed ? 'closed' : 'free';
}
