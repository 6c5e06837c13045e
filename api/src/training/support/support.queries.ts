import { Injectable } from '@nestjs/common';
import {
  possibleSupportActions,
  roleWords,
  SUPPORT_CLASHES,
  SUPPORT_LIST,
  SUPPORT_PAGE_TERMS,
  supportClashesOf,
  supportFields,
  SUPPORTS,
  TRAININGS_PLANNED,
  SUPPORTS_PLANNED,
  type Role,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { circonscriptionOf, communeOf, schoolOf } from '../../directory/school.sql.js';
import { SchoolsService } from '../../directory/schools.service.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing, shown } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { datesOf, requireDates } from '../training-dates.js';
import { supportFacts } from './support-moves.js';
import { SupportAccess } from './support.access.js';
import type {
  SupportClashesQuery,
  SupportClashList,
  SupportHistoryLine,
  SupportListItem,
  SupportListQuery,
  SupportSheet,
} from './support.answers.js';
import { supportScope } from './support.scope.js';

const LIST = listing<SupportListItem, SupportListQuery>()(SUPPORT_LIST);
const COLUMNS: Record<keyof SupportListItem, string> = {
  id: 't.id',
  version: 't.version',
  state: 't.state',
  about: 't.about',
  moduleTitle: 'd.title',
  modelName: 'i.name',
  level: 't.level',
  schoolName: 's.name',
  communeName: 'm.name',
  circonscriptionName: 'q.name',
  teacherName: 'c.name',
  askedAt: 't.asked_at',
  wishedFrom: 't.wished_from::text',
  wishedTo: 't.wished_to::text',
  trainerName: 'e.name',
  startsAt: 't.starts_at',
  endsAt: 't.ends_at',
  minutes: 't.minutes',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of visits of support. */
@Injectable()
export class SupportQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: SupportAccess,
    private readonly schools: SchoolsService,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `SupportRequestList`: what was asked last stands first. */
  list(actor: Actor, query: SupportListQuery): Promise<string> {
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .leftJoin('training_module', 'd', 'd.id = t.module_id')
      .leftJoin(...itemOf('t.model_id'))
      .innerJoin(...schoolOf('t.school_id'))
      .innerJoin(...communeOf())
      .innerJoin(...circonscriptionOf('t.circonscription_id'))
      .innerJoin(...accountOf('t.teacher_id', 'c'))
      .leftJoin(...accountOf('t.trainer_id', 'e'))
      .select([]);
    LIST.select(rows, COLUMNS, supportFields(actor.role));
    rows.orderBy('t.asked_at', direction).addOrderBy('t.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, requestId: string): Promise<SupportSheet> {
    return this.transactions.snapshot(async (manager) => {
      const request = await this.access.read(manager, actor, requestId);
      const [sheet] = await manager.query(SHEET, [requestId]);
      const whole: SupportSheet = {
        ...sheet,
        history: await historyOf(manager, requestId),
        possible: possibleSupportActions(actor, supportFacts(request, this.clock.now())),
      };
      return shown(SUPPORT_PAGE_TERMS, supportFields(actor.role), whole, { purpose: '', history: [] });
    });
  }

  /** What a date meets, before the trainer who reads saves it. @throws Refused object.not-found, training.dates-wrong, training.half-day-wrong */
  clashes(actor: Actor, requestId: string, query: SupportClashesQuery): Promise<SupportClashList> {
    return this.transactions.snapshot(async (manager) => {
      const request = await this.access.read(manager, actor, requestId);
      const [date] = datesOf([query]) as [ReturnType<typeof datesOf>[number]];
      requireDates([date], this.clock.now());
      const [elsewhere] = await manager.query(ELSEWHERE, [actor.accountId, date.startsAt, date.endsAt, requestId]);
      const calendar = await this.schools.calendar(manager, { id: request.schoolId });
      const { wishedFrom, wishedTo } = request;
      const asked = { trainerTaken: elsewhere.taken as boolean, wishedFrom, wishedTo };
      const found = supportClashesOf(date, calendar, asked);
      return { items: found.map((kind) => ({ kind, blocks: SUPPORT_CLASHES[kind].blocks })) };
    });
  }

  private filtered(actor: Actor, query: SupportListQuery): Rows {
    const scope = supportScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('support_request', 't')
      .where(scope.sql, scope.parameters);
    LIST.filter(query, supportFields(actor.role), {
      state: (states) => rows.andWhere(anyOf('t.state', states)),
      due: (alone) => alone && rows.andWhere(DUE, { me: actor.accountId, now: this.clock.now() }),
    });
    return rows;
  }
}

const TO_DATE = inStates('t.state', SUPPORTS.statesFrom('date'));
const TO_REPORT = inStates('t.state', SUPPORTS.statesFrom('report'));
/** Nobody but the trainer who came has a report to write. */
const DUE = `(${TO_DATE} or ${TO_REPORT} and t.trainer_id = :me and t.starts_at <= :now)`;

const SHEET = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}, t.purpose, t.report, t.follow_up as "followUp"
  from support_request t left join training_module d on d.id = t.module_id ${leftJoin(itemOf('t.model_id'))} ${join(schoolOf('t.school_id'))}
    ${join(communeOf())} ${join(circonscriptionOf('t.circonscription_id'))} ${join(accountOf('t.teacher_id', 'c'))} ${leftJoin(accountOf('t.trainer_id', 'e'))}
  where t.id = $1`;

/** Is the trainer $1 at a session or in another class from $2 to $3, the request $4 aside? */
const ELSEWHERE = `select exists (select from training_date d where d.trainer_id = $1 and ${inStates('d.state', TRAININGS_PLANNED)}
      and tstzrange(d.starts_at, d.ends_at) && tstzrange($2, $3))
    or exists (select from support_request r where r.trainer_id = $1 and ${inStates('r.state', SUPPORTS_PLANNED)} and r.id <> $4
      and tstzrange(r.starts_at, r.ends_at) && tstzrange($2, $3)) as taken`;

type Stored = Omit<SupportHistoryLine, 'at' | 'wasAt' | 'roleLabel'> & {
  at: Date;
  wasAt: Date | null;
  role: Role;
  deputy: boolean;
};

/** By role, never by name, as a session's. */
async function historyOf(manager: EntityManager, requestId: string): Promise<SupportHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, v.reason, v.was_at as "wasAt"
       from support_move v where v.request_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [requestId],
  );
  return rows.map(({ role, deputy, at, wasAt, ...line }) => ({
    ...{ ...line, at: at.toISOString(), wasAt: wasAt?.toISOString() ?? null },
    roleLabel: roleWords(role, deputy),
  }));
}
