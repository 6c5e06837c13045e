import { Injectable } from '@nestjs/common';
import {
  checkedUntil,
  frenchDay,
  halfDayAt,
  halfDayOf,
  loanPeriodWords,
  LOANS_HOLDING,
  LOANS_TO_CHECK,
  periodOf,
  spanOf,
  type HalfDayNumber,
  type LoanState,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { Refused } from '../platform/http/refused.js';
import type { Loan } from './loan.entity.js';
import { HELD_UNTIL } from './loan.sql.js';

/** What a loan takes of its device. */
export interface Hold {
  equipmentId: string;
  starts: HalfDayNumber;
  heldUntil: HalfDayNumber;
}

/** Half-days that are taken, and until when. */
export interface TakenSpan {
  starts: HalfDayNumber;
  ends: HalfDayNumber;
  until: HalfDayNumber | null;
  schoolId: string;
  state: LoanState;
}

/** Until when a kit is taken, and by what: what the constraint of the table refuses is read here first, and said with its dates. */
@Injectable()
export class LoanHolds {
  constructor(
    private readonly schools: SchoolsService,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  now(): HalfDayNumber {
    return halfDayAt(this.clock.now());
  }

  /** The end, and the check after it. @param own what the kit itself says; null: as the setting says */
  async until(manager: EntityManager, ends: HalfDayNumber, own: number | null): Promise<HalfDayNumber> {
    const { publicHolidays } = await this.schools.daysOff(manager);
    return checkedUntil(ends, await this.checkingHalfDays(manager, own), publicHolidays);
  }

  async checkingHalfDays(manager: EntityManager, own: number | null): Promise<number> {
    if (own !== null) return own;
    return (await this.settings.on(this.clock.today(), manager))['loan.checkingHalfDays'];
  }

  /**
   * Where the check of what came back is over: it begins with the half-day after the return, at the earliest once the loan has begun.
   * @param back the half-day of the return
   */
  async checkOver(manager: EntityManager, loan: Loan, back: HalfDayNumber): Promise<HalfDayNumber> {
    return this.until(manager, Math.max(back, spanOf(loan).starts) + 1, await this.ownChecking(manager, loan.kitId));
  }

  /** What a kit says of its check; null: as the setting says, and so of a spare. */
  async ownChecking(manager: EntityManager, kitId: string | null): Promise<number | null> {
    const [kit] = await manager.query('select checking_half_days as own from loan_kit where id = $1', [kitId]);
    return (kit?.own ?? null) as number | null;
  }

  /** @param except the loan itself, which may go on @throws Refused loan.taken, with the dates */
  async requireFree(
    manager: EntityManager,
    { equipmentId, starts, heldUntil }: Hold,
    except: string | null,
  ): Promise<void> {
    const taken = (await this.taken(manager, equipmentId, starts, except)).filter((each) => each.starts < heldUntil);
    const [first] = taken;
    if (!first) return;
    const period = loanPeriodWords(periodOf(first));
    const { until, state } = taken.at(-1)!;
    const unknown = LOANS_TO_CHECK.includes(state)
      ? 'Il est rendu, et son contrôle n’est pas encore noté'
      : 'Personne ne sait encore quand il sera rendu';
    const free = until === null ? unknown : `Il se libère le ${freeAt(until)}`;
    throw new Refused('loan.taken', { title: `Ce matériel est pris ${period}. ${free}.` });
  }

  /** What is taken of a device from a half-day on, in order; a late loan takes it until the next one that was promised. */
  taken(
    manager: EntityManager,
    equipmentId: string,
    from: HalfDayNumber,
    except: string | null = null,
  ): Promise<TakenSpan[]> {
    return manager.query(
      `select starts, ends, until, "schoolId", state from (
         select l.starts, l.ends, ${HELD_UNTIL('$3::int')} as until, l.school_id as "schoolId", l.state from loan l
          where l.equipment_id = $1 and ${inStates('l.state', LOANS_HOLDING)} and ($4::uuid is null or l.id <> $4)) taken
        where until is null or until > $2 order by starts`,
      [equipmentId, from, this.now(), except],
    );
  }
}

/** "mar. 15 déc.", "mar. 15 déc. après-midi". */
function freeAt(until: HalfDayNumber): string {
  const { day, half } = halfDayOf(until);
  return half === 'morning' ? frenchDay(day) : `${frenchDay(day)} après-midi`;
}
