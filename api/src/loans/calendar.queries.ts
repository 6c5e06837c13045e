import { Injectable } from '@nestjs/common';
import { halfDayNumber, LOANS_CLEARED, LOANS_HOLDING, mondayOf } from '@parc/domain';
import { DataSource } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { schoolOf } from '../directory/school.sql.js';
import { CONTENTS, equipmentOf, stockPlaceOf } from '../inventory/equipment.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { LIMITS } from '../platform/limits.js';
import type { LoanCalendar, LoanCalendarQuery } from './calendar.answers.js';
import { LoanHolds } from './loan-holds.js';
import { HELD_UNTIL, LATE } from './loan.sql.js';

/** What is free and when: every kit with the loans that touch some weeks. */
@Injectable()
export class LoanCalendarQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holds: LoanHolds,
  ) {}

  async calendar({ from, weeks }: LoanCalendarQuery): Promise<LoanCalendar> {
    const monday = mondayOf(from);
    const first = halfDayNumber(monday, 'morning');
    const now = this.holds.now();
    const [{ kits }] = await this.dataSource.query(CALENDAR, [now, first, first + weeks * 14]);
    return { from: monday, weeks, now, kits };
  }
}

/** What takes its kit, and what took it and is over. */
const SHOWN = [...LOANS_HOLDING, ...LOANS_CLEARED];

/** What was promised and never left takes its days no longer once they are over; what is late takes every day since. */
const CALENDAR = `select coalesce(json_agg(row order by row.name), '[]') as kits from (
  select k.id, k.version, k.name, k.equipment_id as "equipmentId", e.tag, i.name as "modelName", ${CONTENTS} as contents, k.accessories,
    k.checking_half_days as "checkingHalfDays", k.needs_approval as "needsApproval", k.kinds, k.offered, e.state as "equipmentState", p.name as "homePlace",
    coalesce((select json_agg(bar order by bar.starts) from (
      select l.id, l.number, l.state, s.name as "schoolName", l.starts, l.ends, ${HELD_UNTIL('$1::int')} as "heldUntil", ${LATE('$1::int')} as late
        from loan l ${join(schoolOf('l.school_id'))}
       where l.equipment_id = k.equipment_id and l.starts < $3::int and (l.ends > $2::int or coalesce(${HELD_UNTIL('$1::int')} > $2::int, true))
         and ${inStates('l.state', SHOWN)}
       order by l.starts limit ${LIMITS.shownOfOne}) bar), '[]') as loans
    from loan_kit k ${join(equipmentOf('k.equipment_id'))} ${join(itemOf('e.model_id'))} ${leftJoin(stockPlaceOf())}
   order by k.name limit ${LIMITS.loans.kits}) row`;
