import { Injectable } from '@nestjs/common';
import { addCalendarDays, DOTATION_PARTS, isWorkingDay } from '@parc/domain';
import { PUBLIC_HOLIDAYS } from '../../directory/school.sql.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DotationPost } from './dotation-post.js';

/** What happens to schools' parts by itself: a reminder before the delay is over, a silence that is told after. */
@Injectable()
export class DotationNights {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly post: DotationPost,
    private readonly clock: Clock,
  ) {}

  /** @param day ISO date, Europe/Paris. @returns how many heads' delay was over */
  fallSilent(day: string): Promise<number> {
    return this.transactions.runAsSystem('dotation-silences', async (manager) => {
      const rows: { id: string }[] = await manager.query(FALL_SILENT, [ASKED, SILENT, day, this.clock.now()]);
      const ids = rows.map(({ id }) => id);
      await this.post.tellSilences(manager, ids, day);
      return ids.length;
    });
  }

  /** Once a part, `dotation.remindDays` before its delay is over. @returns how many parts */
  remind(day: string): Promise<number> {
    return this.transactions.runAsSystem('dotation-reminders', async (manager) => {
      const holidays: { day: string }[] = await manager.query(PUBLIC_HOLIDAYS);
      // What falls due on a day off leaves on the next one.
      if (!isWorkingDay(day, new Set(holidays.map((holiday) => holiday.day)))) return 0;
      const { 'dotation.remindDays': days } = await this.settings.on(day, manager);
      return this.post.remind(manager, day, addCalendarDays(day, days));
    });
  }
}

const ASKED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'ask')!.next;
const SILENT = DOTATION_PARTS.find(ASKED, 'fall-silent')!.next;

/** By the parts' own row: who answers meanwhile is waited for, and is not silent then. */
const FALL_SILENT = `with held as (
    select p.id from dotation_part p where p.state = $1 and p.answer_by < $3::date order by p.id for no key update),
  fallen as (
    update dotation_part p set state = $2, state_since = $4, version = version + 1 from held h where p.id = h.id and p.state = $1 returning p.id),
  told as (
    insert into dotation_part_move (part_id, action, from_state, to_state, role, at)
      select id, 'fall-silent', $1, $2, 'system', $4 from fallen order by id returning part_id)
  select part_id as id from told order by part_id`;
