import { Injectable } from '@nestjs/common';
import { civilYearOf, ORDERS as ORDER_TABLE, CONVENTIONS_IN_FORCE, type ConventionKind } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { CONVENTIONS } from '../agreements/convention.sql.js';
import { ENVELOPES } from '../budgets/envelope.sql.js';
import { PUBLIC_HOLIDAYS, schoolOf } from '../directory/school.sql.js';
import { ORDERS } from '../orders/order.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { all, join } from '../platform/database/joins.sql.js';

/** An order that waits for somebody's answer. */
export interface WaitingOrder {
  id: string;
  number: string;
  title: string;
  schoolId: string;
  schoolName: string;
  amountCents: number;
  /** Paris day since when it waits. */
  sinceDay: string;
  /** The instant, as text: a second report is another wait. */
  sinceMark: string;
}

export interface ConventionDates {
  id: string;
  number: string;
  title: string;
  kind: ConventionKind;
  communeId: string | null;
  managingBodyId: string | null;
  fromDay: string;
  /** Last day, included. */
  toDay: string;
}

const CONVENTION = `id, number, title, kind, commune_id as "communeId", managing_body_id as "managingBodyId", from_day::text as "fromDay", to_day::text as "toDay"`;
/** What an order waits for, and since when. */
const SINCE = { approve: 'o.submitted_at', confirm: 'o.reported_at' };
export type Awaited = keyof typeof SINCE;

/** What the nightly jobs look for, over everything: nobody asks, so no scope applies. */
@Injectable()
export class RemindersQueries {
  /** Orders that wait for this since `latestDay` or before, the longest wait first. */
  waiting(manager: EntityManager, awaited: Awaited, latestDay: string): Promise<WaitingOrder[]> {
    const sinceDay = `(${SINCE[awaited]} at time zone 'Europe/Paris')::date`;
    return manager.query(
      `select o.id, o.number, o.title, o.school_id as "schoolId", s.name as "schoolName", coalesce(o.hold_cents, o.asked_cents)::bigint as "amountCents",
              ${sinceDay}::text as "sinceDay", to_char(${SINCE[awaited]} at time zone 'UTC', 'YYYYMMDD"T"HH24MISS.US') as "sinceMark"
         from ${all(ORDERS)} ${join(schoolOf('o.school_id'))}
        where ${inStates('o.state', ORDER_TABLE.statesFrom(awaited))} and ${sinceDay} <= $1::date order by ${SINCE[awaited]}, o.id`,
      [latestDay],
    );
  }

  nearTerm(manager: EntityManager, day: string, until: string): Promise<ConventionDates[]> {
    return manager.query(
      `select ${CONVENTION} from ${all(CONVENTIONS)} where ${inStates('state', CONVENTIONS_IN_FORCE)} and to_day between $1 and $2 order by to_day, id`,
      [day, until],
    );
  }

  schoolsWithDrafts(manager: EntityManager): Promise<{ schoolId: string; drafts: number }[]> {
    return manager.query(
      `select school_id as "schoolId", count(*)::int as drafts from ${all(ORDERS)} where ${inStates('state', ORDER_TABLE.statesFrom('submit'))} group by school_id order by school_id`,
    );
  }

  async publicHolidays(manager: EntityManager): Promise<Set<string>> {
    const rows: { day: string }[] = await manager.query(PUBLIC_HOLIDAYS);
    return new Set(rows.map(({ day }) => day));
  }

  /** Certified orders that nothing keeps open. */
  async closable(manager: EntityManager): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select id from ${all(ORDERS)} where ${inStates('state', ORDER_TABLE.statesFrom('close'))} and (performer = 'metropole' or invoice_number is not null) order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Orders of a year gone by that nobody has answered: what was reserved of that year is given back. */
  async lapsing(manager: EntityManager, day: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select o.id from ${all(ORDERS)} join ${all(ENVELOPES)} on e.id = o.envelope_id
        where ${inStates('o.state', ORDER_TABLE.statesFrom('lapse'))} and e.year < $1 order by o.id`,
      [civilYearOf(day)],
    );
    return rows.map(({ id }) => id);
  }

  /** Baskets submitted between the two instants that were judged small as they were sent, and still wait. */
  async smallBaskets(manager: EntityManager, after: Date, before: Date): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct basket_id as id from ${all(ORDERS)} where ${inStates('state', ORDER_TABLE.statesFrom('approve'))}
          and automatic_cents is not null and submitted_at <= $2 and submitted_at > $1 order by basket_id`,
      [after, before],
    );
    return rows.map(({ id }) => id);
  }
}
