import { endOfDay, yearsLater } from './days.js';
import { type EquipmentRow, fleetOnDay, movesByDevice, type MoveRow } from './fleet.js';
import { daysApart, isWithin, startOfDay } from './hours.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import type { Tables } from './tables.js';

interface Post {
  account_id: string;
  role: string;
  school_id: string | null;
  from_day: string;
  to_day: string | null;
}
interface Session {
  id: string;
  module_id: string;
  school_id: string | null;
  state: string;
  state_since: string;
  starts_at: string;
  ends_at: string;
}
interface Enrolment {
  session_id: string;
  account_id: string;
  school_id: string;
  enrolled_at: string;
  seated_at: string | null;
  left_at: string | null;
  present: boolean | null;
}

interface Attended {
  session: Session;
  enrolment: Enrolment;
}

export const ofPlan = (tables: Tables, { to }: Span) => new Set(schoolsOfPlan(tables, to).map(({ id }) => id));
/** A row where it happened, of the schools of the plan. */
export const only = (rows: readonly CountedRow[], schools: ReadonlySet<string>) =>
  rows.filter(({ schoolId }) => schoolId === null || schools.has(schoolId));
export const counted = (schoolId: string | null, num: number, den = 1): CountedRow => ({
  schoolId,
  num,
  den,
  known: true,
});

/** Objective 3, and what of the fleet was seen. */
export const TEACHERS = {
  trained: {
    ...{ reduce: 'ratio', factor: 100, subject: 'persons' },
    rows: (tables, span) => {
      const came = new Set<string>();
      for (const { session, enrolment } of attended(tables))
        if (isWithin(session.ends_at, span.start, span.to)) came.add(enrolment.account_id);
      const trained = new Map<string, number>();
      for (const [account, school] of postOfEach(tables, span.to))
        if (came.has(account)) trained.set(school, (trained.get(school) ?? 0) + 1);
      return schoolsOfPlan(tables, span.to).map(({ id }) => {
        const teachers = figuresOfYear(tables, id, span.year)?.teachers ?? null;
        return { schoolId: id, num: trained.get(id) ?? 0, den: teachers, known: teachers !== null && teachers > 0 };
      });
    },
  },
  'schools-covered': { rows: coveredByTraining, reduce: 'ratio', factor: 100, subject: 'schools' },
  'sessions-held': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: ['circonscription'] },
    rows: (tables, span) => {
      const confirmed = new Set<string>();
      for (const move of tables.of<{ session_id: string; to_state: string }>('training_session_move'))
        if (move.to_state === 'confirmed') confirmed.add(move.session_id);
      const rows: CountedRow[] = [];
      for (const session of tables.of<Session>('training_session')) {
        if (!isWithin(session.starts_at, span.from, span.to)) continue;
        const isHeld = session.state === 'held' || session.state === 'closed';
        if (isHeld || (session.state === 'cancelled' && confirmed.has(session.id)))
          rows.push(counted(session.school_id, isHeld ? 1 : 0));
      }
      return only(rows, ofPlan(tables, span));
    },
  },
  waiting: {
    ...{ reduce: 'count', factor: 1, subject: 'persons' },
    rows: (tables, span) => {
      const end = endOfDay(span.to);
      const sessions = new Map(tables.of<Session>('training_session').map((one) => [one.id, one]));
      const people = new Map<string, number>();
      for (const one of tables.of<Enrolment>('training_enrolment')) {
        const { state, state_since, starts_at } = sessions.get(one.session_id)!;
        if (Date.parse(starts_at) < end) continue;
        if (state === 'cancelled' && Date.parse(state_since) < end) continue;
        if (one.left_at !== null || Date.parse(one.enrolled_at) >= end) continue;
        if (one.seated_at !== null && Date.parse(one.seated_at) < end) continue;
        people.set(one.school_id, (people.get(one.school_id) ?? 0) + 1);
      }
      return schoolsOfPlan(tables, span.to).map(({ id }) => counted(id, people.get(id) ?? 0));
    },
  },
  'wait-for-training': {
    ...{ reduce: 'median', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const taught = taughtModels(tables);
      const models = new Map(tables.of<EquipmentRow>('equipment').map((one) => [one.id, one.model_id]));
      const rows: CountedRow[] = [];
      for (const [equipmentId, moves] of movesByDevice(tables)) {
        if (!taught.has(models.get(equipmentId)!)) continue;
        let entered: MoveRow | null = null;
        for (const move of moves) {
          const isUsed = move.from_state === 'awaiting-training' && move.to_state === 'in-service';
          if (isUsed && entered?.action === 'place' && isWithin(move.at, span.from, span.to))
            rows.push(counted(move.school_id, daysApart(entered.at, move.at)));
          if (move.action === 'place' || move.action === 'bring-back') entered = move;
        }
      }
      return only(rows, ofPlan(tables, span));
    },
  },
  support: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: ['network', 'circonscription'] },
    rows: (tables, span) => {
      const rows: CountedRow[] = [];
      for (const one of tables.of<{ school_id: string; asked_at: string; state: string }>('support_request'))
        if (isWithin(one.asked_at, span.from, span.to))
          rows.push(counted(one.school_id, one.state === 'reported' ? 1 : 0));
      return only(rows, ofPlan(tables, span));
    },
  },
  checked: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const [since, end] = [startOfDay(nextYearDay(span.to)), endOfDay(span.to)];
      const seen = new Set<string>();
      const see = (id: string | null, at: string | null) => {
        if (id !== null && at !== null && Date.parse(at) >= since && Date.parse(at) < end) seen.add(id);
      };
      for (const move of tables.of<{ equipment_id: string; account_id: string | null; at: string }>('equipment_move'))
        if (move.account_id !== null) see(move.equipment_id, move.at);
      for (const one of tables.of<{ equipment_id: string | null; seen_at: string | null }>('campaign_item'))
        see(one.equipment_id, one.seen_at);
      for (const one of tables.of<{ id: string; last_seen_at: string | null }>('equipment'))
        see(one.id, one.last_seen_at);
      const schools = ofPlan(tables, span);
      const rows = fleetOnDay(tables, span.to).map((one) => ({
        ...counted(one.schoolId, seen.has(one.equipment.id) ? 1 : 0),
      }));
      return added(only(rows, schools));
    },
  },
} as const satisfies Record<string, Recount>;

/** A row a school, of rows of single things. */
function added(rows: readonly CountedRow[]): CountedRow[] {
  const bySchool = new Map<string | null, CountedRow>();
  for (const { schoolId, num, den } of rows) {
    const row = bySchool.get(schoolId) ?? counted(schoolId, 0, 0);
    bySchool.set(schoolId, counted(schoolId, row.num! + num!, row.den! + den!));
  }
  return [...bySchool.values()];
}

/** The day after the same of the year before: twelve months, this day included. */
const nextYearDay = (day: string): string =>
  yearsLater(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), -1);

/** Who came to sessions that are closed. */
function attended(tables: Tables): readonly Attended[] {
  const known = attendedOf.get(tables);
  if (known) return known;
  const sessions = new Map(tables.of<Session>('training_session').map((one) => [one.id, one]));
  const found: Attended[] = [];
  for (const enrolment of tables.of<Enrolment>('training_enrolment')) {
    const session = sessions.get(enrolment.session_id)!;
    if (session.state === 'closed' && enrolment.present === true && enrolment.left_at === null)
      found.push({ session, enrolment });
  }
  attendedOf.set(tables, found);
  return found;
}
const attendedOf = new WeakMap<Tables, readonly Attended[]>();

/** Who works where on a day, in which school first. */
function postsOn(tables: Tables, day: string): Post[] {
  const active = new Set(
    tables.of<{ id: string; active: boolean }>('account').flatMap(({ id, active: is }) => (is ? [id] : [])),
  );
  return tables
    .of<Post>('assignment')
    .filter(({ account_id, role }) => active.has(account_id) && (role === 'teacher' || role === 'school-head'))
    .filter(({ from_day, to_day }) => from_day <= day && (to_day === null || to_day > day));
}

function postOfEach(tables: Tables, day: string): Map<string, string> {
  const first = new Map<string, Post>();
  for (const post of postsOn(tables, day)) {
    const other = first.get(post.account_id);
    const isEarlier =
      !other ||
      post.from_day < other.from_day ||
      (post.from_day === other.from_day && post.school_id! < other.school_id!);
    if (isEarlier) first.set(post.account_id, post);
  }
  return new Map([...first].map(([account, { school_id }]) => [account, school_id!]));
}

const taughtModels = (tables: Tables): Set<string> =>
  new Set(
    tables
      .of<{ id: string; training_module: string | null }>('catalogue_item')
      .flatMap(({ id, training_module }) => (training_module === null ? [] : [id])),
  );

/** Schools that hold what calls for a training: whether of each such model enough of its people know it, or one was shown it there. */
function coveredByTraining(tables: Tables, span: Span): CountedRow[] {
  const least = tables.setting<number>('training.minTeachers', span.to, 1);
  const end = endOfDay(span.to);
  const taught = taughtModels(tables);
  const opened = tables.of<{ module_id: string; model_id: string }>('training_module_model');
  const handovers = tables
    .of<{ account_id: string; model_id: string; school_id: string; at: string }>('training_handover')
    .filter(({ at }) => Date.parse(at) < end);
  const knows = (account: string, model: string) =>
    handovers.some((one) => one.account_id === account && one.model_id === model) ||
    attended(tables).some(
      ({ session, enrolment }) =>
        enrolment.account_id === account &&
        Date.parse(session.ends_at) < end &&
        opened.some((one) => one.module_id === session.module_id && one.model_id === model),
    );
  const held = new Map<string, Set<string>>();
  for (const { schoolId, equipment } of fleetOnDay(tables, span.to))
    if (taught.has(equipment.model_id)) held.set(schoolId, (held.get(schoolId) ?? new Set()).add(equipment.model_id));
  const rows = [...held].map(([school, models]) => {
    const team = new Set(
      postsOn(tables, span.to).flatMap(({ account_id, school_id }) => (school_id === school ? [account_id] : [])),
    );
    const isReady = (model: string) =>
      handovers.some((one) => one.school_id === school && one.model_id === model && team.has(one.account_id)) ||
      [...team].filter((account) => knows(account, model)).length >= least;
    return counted(school, [...models].every(isReady) ? 1 : 0);
  });
  return only(rows, ofPlan(tables, span));
}
