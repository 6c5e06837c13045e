import { Injectable } from '@nestjs/common';
import {
  actsAsTrainer,
  addCalendarDays,
  attendingRefused,
  isSchoolRole,
  parisInstantOf,
  possibleTrainingActions,
  roleWords,
  sideOf,
  TRAINING_LIST,
  TRAINING_PAGE_TERMS,
  trainingFields,
  type Role,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { circonscriptionOf, communeOf, schoolOf, schoolsFound } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { TaughtDevices } from '../inventory/taught-devices.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { found, wordByWord } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing, shown } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { SurveyQueries } from './survey/survey.queries.js';
import { TrainingAccess } from './training.access.js';
import type {
  TrainingEnrolmentLine,
  TrainingHistoryLine,
  TrainingListItem,
  TrainingListQuery,
  TrainingSheet,
} from './training.answers.js';
import { trainingFacts } from './training-moves.js';
import { trainingScope } from './training.scope.js';
import type { TrainingSession } from './training-session.entity.js';
import { andDue } from './training.due.js';
import {
  ASKED,
  DATES_OF,
  ENROLLED_IN,
  enrolmentIn,
  inSeries,
  linkFor,
  MODELS_OF_MODULE,
  modulesFound,
  OFFERED_UNTIL,
  opensAt,
  RANK,
  SEATED_OF,
  STANDING,
  TRAINER,
  TRAINER_NAME,
  WAITING_OF,
} from './training.sql.js';

const LIST = listing<TrainingListItem, TrainingListQuery>()(TRAINING_LIST);

/** @param school the placeholder of the school that its reader works in; null: in none, where nothing would open */
const columnsFor = (school: string | null): Record<keyof TrainingListItem, string> => ({
  id: 't.id',
  version: 't.version',
  number: 't.number',
  state: 't.state',
  moduleTitle: 'd.title',
  moduleKind: 'd.kind',
  minutes: 'd.minutes',
  counts: 'd.counts',
  startsAt: 't.starts_at',
  endsAt: 't.ends_at',
  placeKind: 't.place_kind',
  schoolName: 's.name',
  placeName: 't.place_name',
  communeName: 'm.name',
  circonscriptionName: 'q.name',
  cycles: 't.cycles',
  capacity: 't.capacity',
  minimum: 't.minimum',
  enrolled: SEATED_OF,
  waiting: WAITING_OF,
  mine: `case when n.id is not null then ${STANDING} end`,
  offerUntil: OFFERED_UNTIL,
  asked: ASKED,
  rank: RANK,
  opensHere: school === null ? '0' : opensAt(school),
  trainerName: TRAINER_NAME,
  metropoleAgreedAt: 't.metropole_agreed_at',
  inspectionAgreedAt: 't.inspection_agreed_at',
});

/** By number or centre, by school, by module: each of the session's own columns has its index. */
const SEARCHED = (word: string): string =>
  `(${found("t.number || ' ' || coalesce(t.place_name, '')", word)} or t.school_id = any(${schoolsFound(word)}) or t.module_id = any(${modulesFound(word)}))`;

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of sessions. */
@Injectable()
export class TrainingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly devices: TaughtDevices,
    private readonly surveys: SurveyQueries,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `TrainingSessionList`: what comes first stands first. */
  list(actor: Actor, query: TrainingListQuery): Promise<string> {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin('training_module', 'd', 'd.id = t.module_id')
      .leftJoin(...schoolOf('t.school_id'))
      .leftJoin(...communeOf())
      .innerJoin(...circonscriptionOf('t.circonscription_id'))
      .leftJoin(...TRAINER)
      .leftJoin(...enrolmentIn(':reader'))
      .setParameters({ reader: actor.accountId, school: actor.schoolId })
      .select([]);
    LIST.select(rows, columnsFor(actor.schoolId === null ? null : ':school'), trainingFields(actor.role));
    rows.orderBy('t.starts_at', direction).addOrderBy('t.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, sessionId: string): Promise<TrainingSheet> {
    return this.transactions.snapshot(async (manager) => {
      const session = await this.access.read(manager, actor, sessionId);
      const [{ guestIds, ...sheet }] = await manager.query(SHEET, [
        ...[sessionId, actor.accountId, actor.schoolId, sideOf(actor.role) !== null || actsAsTrainer(actor, session)],
      ]);
      const facts = await trainingFacts(manager, session, { now: this.clock.now(), accountId: actor.accountId });
      const whole: TrainingSheet = {
        ...sheet,
        opens: await this.opens(manager, actor, session, guestIds as string[]),
        enrolments: await enrolmentsOf(manager, actor, sessionId),
        history: await historyOf(manager, sessionId),
        survey: await this.surveys.ofSession(manager, sessionId),
        possible: possibleTrainingActions(actor, facts),
        mayAttend: attendingRefused(actor, session) === null,
      };
      return shown(TRAINING_PAGE_TERMS, trainingFields(actor.role), whole, {
        enrolments: [],
        history: [],
        remoteLink: null,
      });
    });
  }

  private async opens(manager: EntityManager, actor: Actor, session: TrainingSession, guestIds: string[]) {
    const models: { id: string }[] = await manager.query(MODELS_OF_MODULE, [session.moduleId]);
    const { circonscriptionId } = session;
    const modelIds = models.map(({ id }) => id);
    return this.devices.waitingBySchool(manager, actor, { circonscriptionId, guestIds, modelIds });
  }

  private filtered(actor: Actor, query: TrainingListQuery): Rows {
    const scope = trainingScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('training_session', 't')
      .where(scope.sql, scope.parameters);
    LIST.filter(query, trainingFields(actor.role), {
      state: (states) => rows.andWhere(anyOf('t.state', states)),
      ahead: (alone) => alone && rows.andWhere('t.starts_at > :now', { now: this.clock.now() }),
      mine: (alone) => alone && rows.andWhere(`t.id in ${ENROLLED_IN(':me')}`, { me: actor.accountId }),
      due: (alone) => alone && andDue(rows, actor, this.clock.now()),
      opens: (alone) => alone && rows.andWhere(`${opensAt(':opened')} > 0`, { opened: actor.schoolId }),
      circonscriptionId: (id) => rows.andWhere('t.circonscription_id = :circonscription', { circonscription: id }),
      moduleId: (id) => rows.andWhere(`t.module_id = any(${inSeries(':module')})`, { module: id }),
      cycle: (cycle) => rows.andWhere(`(:cycle = any(t.cycles) or t.cycles = '{}')`, { cycle }),
      search: (search) => {
        const { sql, parameters } = wordByWord(SEARCHED, search);
        return rows.andWhere(sql, parameters);
      },
      from: (day) => rows.andWhere('t.starts_at >= :from', { from: parisInstantOf(day, '00:00') }),
      to: (day) => rows.andWhere('t.starts_at < :until', { until: parisInstantOf(addCalendarDays(day, 1), '00:00') }),
    });
    return rows;
  }
}

const SHEET = `select ${Object.entries(columnsFor('$3'))
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}, t.module_id as "moduleId", ${DATES_OF} as dates, ${linkFor('$2', '$4')} as "remoteLink",
    array(select g.school_id from training_guest g where g.session_id = t.id order by 1) as "guestIds"
  from training_session t join training_module d on d.id = t.module_id ${leftJoin(schoolOf('t.school_id'))} ${leftJoin(communeOf())}
    ${join(circonscriptionOf('t.circonscription_id'))} ${leftJoin(TRAINER)} ${leftJoin(enrolmentIn('$2'))}
  where t.id = $1`;

/** Seats first, in their order, then those who wait. A school reads its own people; whoever teaches, themselves. */
function enrolmentsOf(manager: EntityManager, actor: Actor, sessionId: string): Promise<TrainingEnrolmentLine[]> {
  return manager.query(
    `select n.id, n.account_id as "accountId", c.name, s.name as "schoolName", ${STANDING} as standing,
            n.enrolled_at as "enrolledAt", case when n.offer_ended is null then n.offer_until end as "offerUntil",
            case when n.asked_at is not null then n.comes_at is not null end as comes, n.present
       from training_enrolment n ${join(accountOf('n.account_id', 'c'))} ${join(schoolOf('n.school_id'))}
      where n.session_id = $1 and n.left_at is null and ($2::uuid is null or n.school_id = $2) and ($3::uuid is null or n.account_id = $3)
      order by n.seat is null, n.turn limit ${LIMITS.shownOfOne}`,
    [sessionId, isSchoolRole(actor.role) ? actor.schoolId : null, actor.role === 'teacher' ? actor.accountId : null],
  );
}

type Stored = Omit<TrainingHistoryLine, 'at' | 'wasAt' | 'roleLabel'> & {
  at: Date;
  wasAt: Date | null;
  role: Role;
  deputy: boolean;
};

/** By role, never by name: whose hours they are is read among the enrolments, by those who may. */
async function historyOf(manager: EntityManager, sessionId: string): Promise<TrainingHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, v.reason, v.was_at as "wasAt"
       from training_session_move v where v.session_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [sessionId],
  );
  return rows.map(({ role, deputy, at, wasAt, ...line }) => ({
    ...{ ...line, at: at.toISOString(), wasAt: wasAt?.toISOString() ?? null },
    roleLabel: roleWords(role, deputy),
  }));
}
