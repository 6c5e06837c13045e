import { addCalendarDays, parisDateOf, parisInstantOf, sideOf, TRAININGS, TRAININGS_ATTENDED } from '@parc/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { LIMITS } from '../platform/limits.js';
import { COMING_OF } from './training.sql.js';

/**
 * Narrows sessions `t` to what waits for the reader: their side's agreement or what only a confirmation is missing to, before
 * the date; who came, once it has begun, to whoever trains and to the inspection. A year back at most, so that what is read
 * follows the year and not all that ever was.
 */
export function andDue(rows: SelectQueryBuilder<ObjectLiteral>, actor: Actor, now: Date): void {
  const since = parisInstantOf(addCalendarDays(parisDateOf(now), -LIMITS.training.dueDays), '00:00');
  const waits = sideOf(actor.role) === null ? OF_TRAINER : ofSide(sideOf(actor.role)!);
  rows.andWhere(`t.starts_at > :since and (${waits})`, { since, dueNow: now, trainer: actor.accountId });
}

const HELD = inStates('t.state', TRAININGS_ATTENDED);

/** A session that somebody else trains is theirs to hold; one of the maker's is any trainer's of the circonscription. */
const OF_TRAINER = `(t.trainer_id = :trainer or t.trainer_id is null) and (${HELD} or ${inStates('t.state', TRAININGS.statesFrom('hold'))} and t.starts_at <= :dueNow)`;

function ofSide(side: 'metropole' | 'inspection'): string {
  const agreed = `t.${side}_agreed_at`;
  const confirmable = `${inStates('t.state', TRAININGS.statesFrom('confirm'))} and num_nulls(t.metropole_agreed_at, t.inspection_agreed_at) = 0
    and ${COMING_OF} >= t.minimum`;
  const ahead = `t.starts_at > :dueNow and (${inStates('t.state', TRAININGS.statesFrom('agree'))} and ${agreed} is null or ${confirmable})`;
  return side === 'inspection' ? `${ahead} or ${HELD}` : ahead;
}
