import { Injectable } from '@nestjs/common';
import {
  firstAfternoons,
  suggestSessions,
  TRAININGS,
  type SuggestedSession,
  type TrainingDate,
  type TrainingNeed,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { circonscriptionOf, circonscriptionServing, communeOf, schoolOf } from '../directory/school.sql.js';
import { SchoolsService } from '../directory/schools.service.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { taughtDevices } from '../inventory/taught.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { oneByOne } from '../platform/one-by-one.js';
import { coherenceScope } from './coherence.scope.js';
import { COHERENCE, coherenceWord, hasPlaces } from './coherence.sql.js';
import type { SuggestedTraining, TrainingNeeds } from './needs.answers.js';

/** A need with what a screen says of it. */
interface NeedRow extends TrainingNeed {
  moduleTitle: string;
  minutes: number;
  schoolName: string;
  communeName: string;
  circonscriptionName: string;
  /** Of no circonscription itself: it is invited by name. */
  guest: boolean;
}

/** Sessions that would release most of what waits, by the method of `suggestSessions`. */
@Injectable()
export class NeedsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly schools: SchoolsService,
    private readonly assignments: AssignmentsService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<TrainingNeeds> {
    return this.transactions.snapshot(async (manager) => {
      const needs = await this.needs(manager, actor);
      const minTeachers = (await this.settings.on(this.clock.today(), manager))['training.minTeachers'];
      const schoolsEach = Math.max(1, Math.floor(LIMITS.coherence.places / minTeachers));
      const sessions = suggestSessions(needs, schoolsEach).slice(0, LIMITS.coherence.suggested);
      // Afternoons that a trainer has been given by a suggestion above are taken for those below.
      const taken = new Map<string, TrainingDate[]>();
      const suggestions = await oneByOne(sessions, (session) => this.dated(manager, session, { needs, taken }));
      return { needs: needs.length, devices: needs.reduce((total, { devices }) => total + devices, 0), suggestions };
    });
  }

  private async needs(manager: EntityManager, actor: Actor): Promise<NeedRow[]> {
    const scope = numbered(coherenceScope(actor), 3);
    const { circonscriptionId } = actor;
    const rows: (Omit<NeedRow, 'since'> & { since: Date })[] = await manager.query(needsSql(scope.sql), [
      ...[this.clock.today(), this.clock.now(), circonscriptionId, ...scope.values],
    ]);
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  private async dated(
    manager: EntityManager,
    session: SuggestedSession,
    { needs, taken }: { needs: readonly NeedRow[]; taken: Map<string, TrainingDate[]> },
  ): Promise<SuggestedTraining> {
    const { moduleId, circonscriptionId, schoolIds, devices, travelMinutes } = session;
    const ofModule = needs.filter((need) => need.moduleId === moduleId && schoolIds.includes(need.schoolId));
    const place = ofModule.find(({ schoolId }) => schoolId === session.placeId)!;
    const trainer = await this.trainerOf(manager, circonscriptionId);
    const busy = trainer ? (taken.get(trainer.accountId) ?? (await this.busy(manager, trainer.accountId))) : [];
    const calendar = await this.schools.calendar(manager, { id: place.schoolId });
    const dates = trainer ? firstAfternoons(place.minutes, { from: this.clock.today(), calendar, busy }) : null;
    if (trainer) taken.set(trainer.accountId, [...busy, ...(dates ?? [])]);
    return {
      ...{ moduleId, circonscriptionId, devices, travelMinutes, trainer, capacity: LIMITS.coherence.places },
      ...{ moduleTitle: place.moduleTitle, circonscriptionName: place.circonscriptionName },
      ...{ schoolId: place.schoolId, schoolName: place.schoolName, communeName: place.communeName },
      schools: ofModule.map(({ schoolName }) => schoolName).sort((one, other) => one.localeCompare(other, 'fr')),
      guestIds: ofModule.filter(({ guest }) => guest).map(({ schoolId }) => schoolId),
      dates: (dates ?? []).map(({ startsAt, endsAt }) => ({
        ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      })),
    };
  }

  /** The first trainer of the circonscription, by name; whoever proposes may choose another afterwards. */
  private async trainerOf(manager: EntityManager, circonscriptionId: string): Promise<SuggestedTraining['trainer']> {
    const trainers = await this.assignments.addressees(manager, 'digital-trainer', { circonscriptionId });
    const [table, alias, on] = accountOf('any_of.id', 'c');
    const [first] = await manager.query(
      `select c.id as "accountId", c.name from unnest($1::uuid[]) any_of(id) join ${table} ${alias} on ${on} order by c.name, c.id limit 1`,
      [trainers.map(({ accountId }) => accountId)],
    );
    return first ?? null;
  }

  private busy(manager: EntityManager, trainerId: string): Promise<TrainingDate[]> {
    return manager.query(
      `select starts_at as "startsAt", ends_at as "endsAt" from training_date where trainer_id = $1 and ends_at > $2 order by starts_at limit ${LIMITS.shownOfOne}`,
      [trainerId, this.clock.now()],
    );
  }
}

/** The shortest module that opens a model: what one asks of people is as little as will do. */
const SHORTEST = `select u.id, u.title, u.minutes from training_module u join training_module_model x on x.module_id = u.id
  where x.model_id = d.model_id and u.current and u.active order by u.minutes, u.title, u.id limit 1`;

/**
 * One row a school and module: what waits there, where no session with places is open to it yet. Private schools, of no
 * circonscription, come to that of their commune.
 */
const needsSql = (
  scope: string,
) => `select d.school_id as "schoolId", u.id as "moduleId", u.title as "moduleTitle", u.minutes,
    sum(d.waiting)::int as devices, min(d.since) as since, s.name as "schoolName", m.name as "communeName", q.id as "circonscriptionId",
    q.name as "circonscriptionName", s.circonscription_id is null as guest,
    case when s.latitude is not null and s.longitude is not null then json_build_object('latitude', s.latitude, 'longitude', s.longitude) end as position
  from (${taughtDevices(scope)}) d cross join lateral (${SHORTEST}) u ${join(schoolOf('d.school_id'))} ${join(communeOf())}
  ${join(circonscriptionOf(circonscriptionServing('s')))}
  where d.waiting > 0 and ($3::uuid is null or q.id = $3)
    and ${COHERENCE({ model: 'd.model_id', school: 'd.school_id', day: '$1::date', inUse: 'false' })} = ${coherenceWord('waits')}
    and not exists (select from training_session t where t.module_id = u.id and ${hasPlaces('d.school_id', '$2::timestamptz')})
    and not exists (select from training_session t where t.module_id = u.id and ${inStates('t.state', [TRAININGS.initial])} and t.starts_at > $2::timestamptz
      and (t.circonscription_id = s.circonscription_id or exists (select from training_guest g where g.session_id = t.id and g.school_id = s.id)))
  group by 1, 2, 3, 4, s.id, s.name, m.name, q.id, q.name
  order by 1, 2 limit ${LIMITS.coherence.needs}`;
