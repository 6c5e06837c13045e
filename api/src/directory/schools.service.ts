import { Injectable } from '@nestjs/common';
import {
  FOUR_DAY_WEEK,
  type DatedOpeningHours,
  type DayPeriod,
  type SchoolCalendar,
  type SchoolSector,
  type SchoolKind,
  type SchoolState,
  type StateContract,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { schoolScope } from './school.scope.js';
import { datedHoursOf, SCHOOL_HOLIDAYS, ZONE } from './school.sql.js';

export interface ReachedSchool {
  id: string;
  uai: string;
  name: string;
  sector: SchoolSector;
  kind: SchoolKind;
  stateContract: StateContract;
  state: SchoolState;
  presenceNeeded: boolean;
}

export interface DaysOff {
  publicHolidays: ReadonlySet<string>;
  publicHolidaysUntil: string | null;
  schoolHolidays: DayPeriod[];
  schoolHolidaysUntil: string | null;
}

/** Weeks as they are kept, in which a day may be left out: it is then the commonest one's. */
export function weeksOf(kept: readonly DatedOpeningHours[]): DatedOpeningHours[] {
  return kept.map(({ from, hours }) => ({ from, hours: { ...FOUR_DAY_WEEK, ...hours } }));
}

/** What other domains ask of the directory. */
@Injectable()
export class SchoolsService {
  /** @throws Refused object.not-found whether the school is absent or out of the actor's scope */
  async reach(manager: EntityManager, actor: Actor, schoolId: string): Promise<ReachedSchool> {
    const scope = schoolScope(actor);
    const [row] = await manager
      .createQueryBuilder()
      .select([
        's.id as id',
        's.uai as uai',
        's.name as name',
        's.sector as sector',
        's.kind as kind',
        's.state_contract as "stateContract"',
        's.state as state',
        's.presence_needed as "presenceNeeded"',
      ])
      .from('school', 's')
      .where('s.id = :schoolId', { schoolId })
      .andWhere(scope.sql, scope.parameters)
      .getRawMany<ReachedSchool>();
    if (!row) throw new Refused('object.not-found');
    return row;
  }

  /** Whether a school may order at all, and the identifier it goes by today; the caller has reached it through its own door. */
  async standing(
    manager: EntityManager,
    schoolId: string,
  ): Promise<Pick<ReachedSchool, 'uai' | 'state' | 'stateContract'>> {
    const [row] = await manager.query(
      'select uai, state, state_contract as "stateContract" from school where id = $1',
      [schoolId],
    );
    return row as Pick<ReachedSchool, 'uai' | 'state' | 'stateContract'>;
  }

  /** Names of rooms, by id. */
  async roomNames(manager: EntityManager, roomIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await manager.query('select id, name from room where id = any($1)', [
      [...new Set(roomIds)],
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** @throws Refused order.room-unknown when a room is not one of the school's */
  async requireRooms(manager: EntityManager, schoolId: string, roomIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(roomIds)];
    if (wanted.length === 0) return;
    const rows = await manager.query('select id from room where school_id = $1 and id = any($2) and not removed', [
      schoolId,
      wanted,
    ]);
    if (rows.length !== wanted.length) throw new Refused('order.room-unknown');
  }

  /** Days off of the plan, and how far they are known: with the year of the last public holiday, and the last holidays. */
  async daysOff(manager: EntityManager): Promise<DaysOff> {
    const [row] = await manager.query(
      `select coalesce((select json_agg(day) from public_holiday), '[]') as public, ${SCHOOL_HOLIDAYS} as school,
              (select to_char(max(day), 'YYYY-12-31') from public_holiday) as "publicHolidaysUntil",
              (select max(to_day)::text from school_holiday where zone = '${ZONE}') as "schoolHolidaysUntil"`,
    );
    const { public: days, school: schoolHolidays, ...until } = row;
    return { publicHolidays: new Set<string>(days), schoolHolidays, ...until };
  }

  /** The hours of class that these schools have kept, each from its day on. */
  async openingHours(manager: EntityManager, schoolIds: readonly string[]): Promise<Map<string, DatedOpeningHours[]>> {
    const rows: { id: string; hours: DatedOpeningHours[] }[] = await manager.query(
      `select s.id, ${datedHoursOf('s.id')} as hours from school s where s.id = any($1)`,
      [[...new Set(schoolIds)]],
    );
    return new Map(rows.map(({ id, hours }) => [id, weeksOf(hours)]));
  }

  /** Hours of class, holidays of zone A and public holidays around a day. */
  async calendar(manager: EntityManager, school: Pick<ReachedSchool, 'id'>): Promise<SchoolCalendar> {
    const [row] = await manager.query(
      `select ${SCHOOL_HOLIDAYS} as school, coalesce((select json_agg(day) from public_holiday), '[]') as public,
              ${datedHoursOf('$1')} as hours`,
      [school.id],
    );
    return {
      openingHours: weeksOf(row.hours),
      schoolHolidays: row.school,
      publicHolidays: new Set<string>(row.public),
    };
  }
}
