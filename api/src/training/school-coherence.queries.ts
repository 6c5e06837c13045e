import { Injectable } from '@nestjs/common';
import { coherenceFields, coherenceOf, SCHOOL_COHERENCE_TERMS, type CoherenceFacts } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf, leftOn, teamOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { roomsOfModel, taughtDevices } from '../inventory/taught.sql.js';
import { nextAppointmentAt } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { settingOn } from '../platform/config/setting.sql.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { CoherenceAccess } from './coherence.access.js';
import type { CoherenceModel, CoherencePerson, SchoolCoherence } from './coherence.answers.js';
import { ATTENDED_BY, hasPlaces, knows, shownAt, trainedAt, trainedOnce } from './coherence.sql.js';
import { HANDED_OVER, SEATED_OF } from './training.sql.js';

/** What one school's equipment asks of its teachers: what waits, who knows it, what opens it. */
@Injectable()
export class SchoolCoherenceQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CoherenceAccess,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found whether it is absent or out of scope */
  ofSchool(actor: Actor, schoolId: string): Promise<SchoolCoherence> {
    return this.transactions.snapshot(async (manager) => {
      const school = await this.access.school(manager, actor, schoolId);
      const reads = coherenceFields(actor.role);
      const page: SchoolCoherence = {
        ...{ schoolId, schoolName: school.name },
        ...(await this.around(manager, schoolId)),
        models: await this.models(manager, schoolId),
        trained: reads.names ? await this.trained(manager, schoolId) : [],
      };
      return shown(SCHOOL_COHERENCE_TERMS, reads, page, { trained: [] });
    });
  }

  private async around(manager: EntityManager, schoolId: string): Promise<Around> {
    const [row] = await manager.query(AROUND, [schoolId, this.clock.today(), this.clock.now()]);
    const minTeachers = (await this.settings.on(this.clock.today(), manager))['training.minTeachers'];
    const { nextVisit } = row as Around;
    const visit = nextVisit && { ...nextVisit, from: new Date(nextVisit.from).toISOString() };
    return { ...(row as Around), minTeachers, nextVisit: visit };
  }

  /** What waits first, then what is flagged. */
  private async models(manager: EntityManager, schoolId: string): Promise<CoherenceModel[]> {
    const rows: Stored[] = await manager.query(MODELS, [schoolId, this.clock.today(), this.clock.now()]);
    const minTeachers = (await this.settings.on(this.clock.today(), manager))['training.minTeachers'];
    const models = rows.map(
      ({ trainedOnce: once, shownHere, sessions, since, lastTrainedAt, handoverAskedAt, ...row }) => {
        const facts: CoherenceFacts = {
          ...{ callsForTraining: true, inUse: row.waiting === 0, trainedHere: row.trainedHere },
          ...{ trainedOnce: once, shownHere, minTeachers },
        };
        return {
          ...row,
          coherence: coherenceOf(facts),
          since: since.toISOString(),
          lastTrainedAt: lastTrainedAt?.toISOString() ?? null,
          handoverAskedAt: row.waiting > 0 ? (handoverAskedAt?.toISOString() ?? null) : null,
          sessions: sessions.map(instants),
        };
      },
    );
    return models.sort((a, b) => URGENT.indexOf(a.coherence) - URGENT.indexOf(b.coherence));
  }

  private trained(manager: EntityManager, schoolId: string): Promise<CoherencePerson[]> {
    return manager.query(TRAINED, [schoolId, this.clock.today()]);
  }
}

const URGENT: readonly string[] = ['waits', 'flagged', 'ready', 'free'];

type Around = Pick<SchoolCoherence, 'teachers' | 'trainedTeachers' | 'minTeachers' | 'rule' | 'nextVisit'>;
type Stored = Omit<CoherenceModel, 'coherence' | 'since' | 'lastTrainedAt' | 'handoverAskedAt'> & {
  trainedOnce: number;
  shownHere: boolean;
  since: Date;
  lastTrainedAt: Date | null;
  handoverAskedAt: Date | null;
};

/** PostgreSQL writes instants into JSON in its own way. */
const instants = <Row extends { startsAt: string; endsAt: string }>(row: Row): Row => ({
  ...row,
  startsAt: new Date(row.startsAt).toISOString(),
  endsAt: new Date(row.endsAt).toISOString(),
});

const AROUND = `select (select count(*)::int from (${teamOf('$1', '$2::date')}) w) as teachers,
    (select count(*)::int from (${teamOf('$1', '$2::date')}) w where ${ATTENDED_BY('w.account_id')}) as "trainedTeachers",
    (select json_build_object('from', y.from_day::text, 'source', y.source) from (${settingOn('from_day, source', "'training.minTeachers'", '$2::date')}) y) as rule,
    ${nextAppointmentAt('$1', '$3::timestamptz')} as "nextVisit"`;

const MODULES = `(select coalesce(json_agg(json_build_object('id', u.id, 'title', u.title, 'kind', u.kind, 'minutes', u.minutes)), '[]')
    from (select u.id, u.title, u.kind, u.minutes from training_module u join training_module_model x on x.module_id = u.id
           where x.model_id = d.model_id and u.current and u.active order by u.title, u.id limit ${LIMITS.coherence.modules}) u)`;

const SESSIONS = `(select coalesce(json_agg(t order by t."startsAt", t.id), '[]') from (select t.id, t.version, u.title as "moduleTitle",
      t.starts_at as "startsAt", t.ends_at as "endsAt", t.place_kind as "placeKind", t.place_name as "placeName", z.name as "schoolName", m.name as "communeName", t.capacity - ${SEATED_OF} as "placesLeft"
    from training_session t join training_module u on u.id = t.module_id ${leftJoin(schoolOf('t.school_id', 'z'))} ${leftJoin(communeOf('z.commune_id'))}
   where ${hasPlaces('d.school_id', '$3::timestamptz')}
     and exists (select from training_module_model x where x.module_id = t.module_id and x.model_id = d.model_id)
   order by t.starts_at, t.id limit ${LIMITS.coherence.sessions}) t)`;

const MODELS = `select d.model_id as "modelId", i.name as "modelName", i.picture, d.waiting, d.serving, d.waived, d.since,
    ${roomsOfModel('d.school_id', 'd.model_id', LIMITS.coherence.rooms)} as rooms,
    ${trainedAt('d.model_id', 'd.school_id', '$2::date')} as "trainedHere", ${shownAt('d.model_id', 'd.school_id', '$2::date')} as "shownHere",
    k.once as "trainedOnce", k.last as "lastTrainedAt", k.gone::text as "lastLeftOn",
    ${HANDED_OVER('d.model_id')} as handover,
    (select q.asked_at from training_handover_request q where q.school_id = d.school_id and q.model_id = d.model_id and q.handover_id is null) as "handoverAskedAt",
    ${MODULES} as modules, ${SESSIONS} as sessions
  from (${taughtDevices('s.id = $1')}) d ${join(itemOf('d.model_id'))}
  cross join lateral (select count(distinct k.account_id)::int as once, max(k.at) as last, max(${leftOn('k.account_id', 'd.school_id', '$2::date')}) as gone
    from (${trainedOnce('d.model_id', 'd.school_id')}) k) k
  order by d.waiting + d.serving desc, i.name, d.model_id limit ${LIMITS.coherence.models}`;

const TRAINED = `select d.model_id as "modelId", a.name
  from (${taughtDevices('s.id = $1')}) d cross join (${teamOf('$1', '$2::date')}) w ${join(accountOf('w.account_id', 'a'))}
  where ${knows('w.account_id', 'd.model_id')} order by a.name, a.id, d.model_id limit ${LIMITS.shownOfOne}`;
