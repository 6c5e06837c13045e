import { SUPPORTS_HONOURED, TRAININGS, TRAININGS_ATTENDED, TRAININGS_COUNTED } from '@parc/domain';
import { parisDay, dayEnds, dayStarts, within } from '../platform/database/paris-days.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { anyOf } from '../platform/database/kinds.sql.js';

/** What others count of trainings: words of SQL over days of Paris, both included, as rows that name their school. */

const nextOf = (action: string) => TRAININGS.moves.filter((move) => move.action === action).map(({ next }) => next);
const HELD = [...TRAININGS_ATTENDED, ...TRAININGS_COUNTED];
const CONFIRMED = nextOf('confirm');
const CANCELLED = nextOf('cancel');

/** Who came to a training that counts, from a day to another: `account_id`, each once. */
export const trainedIn = (from: string, to: string) =>
  `select distinct n.account_id from training_session t join training_enrolment n on n.session_id = t.id
    where ${inStates('t.state', TRAININGS_COUNTED)} and n.present and n.left_at is null and ${within('t.ends_at', from, to)}`;

/** Sessions that were confirmed once, by their date: `school_id` (where), `number`, `held`; what waits to be held is none yet. */
export const confirmedSessionsIn = (from: string, to: string) =>
  `select t.school_id, t.number, ${inStates('t.state', HELD)} as held from training_session t
    where ${within('t.starts_at', from, to)} and (${inStates('t.state', HELD)} or ${inStates('t.state', CANCELLED)}
      and exists (select from training_session_move m where m.session_id = t.id and ${inStates('m.to_state', CONFIRMED)}))`;

/**
 * Who waits for a place at the end of a day: a row an enrolment, with its `school_id`. The session is still to come and was not
 * called off by then. Whoever has left the list since is not told: whether they had a place until then is not kept.
 */
export const waitingOn = (day: string) =>
  `select n.school_id from training_session t join training_enrolment n on n.session_id = t.id
    where t.starts_at >= ${dayEnds(day)} and (not ${inStates('t.state', CANCELLED)} or t.state_since >= ${dayEnds(day)})
      and n.enrolled_at < ${dayEnds(day)} and (n.seated_at is null or n.seated_at >= ${dayEnds(day)}) and n.left_at is null`;

/** Visits to classes by the day they were asked for: `school_id`, `asked_on`, `honoured`. */
export const supportsAskedIn = (from: string, to: string) =>
  `select r.school_id, ${parisDay('r.asked_at')} as asked_on, ${anyOf('r.state', SUPPORTS_HONOURED)} as honoured
     from support_request r where r.asked_at >= ${dayStarts(from)} and r.asked_at < ${dayEnds(to)}`;
