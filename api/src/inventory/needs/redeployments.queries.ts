import { Injectable } from '@nestjs/common';
import { possibleRedeploymentActions, reachOf, REDEPLOYMENT_LIST, REDEPLOYMENTS } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { byId, join, leftJoin } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { CONTENTS, equipmentOf } from '../equipment.sql.js';
import type {
  REDEPLOYMENT_SORTS,
  RedeploymentLine,
  RedeploymentListItem,
  RedeploymentListQuery,
  RedeploymentPage,
} from './redeployment.dto.js';
import { RedeploymentAccess, type Redeployment } from './redeployment.access.js';
import { redeploymentScope } from './needs.scope.js';
import { factsOf } from './redeployment-moves.js';

const LIST = listing<RedeploymentListItem, RedeploymentListQuery>()(REDEPLOYMENT_LIST);

/** Whether the reader's school, `school`, was asked and is silent, over `d`. */
const asks = (
  school: string,
) => `(d.state = '${REDEPLOYMENTS.initial}' and coalesce(case ${school}::uuid when d.from_school_id then d.giving_answer is null
  when d.to_school_id then d.receiving_answer is null end, false))`;

const COLUMNS: Record<keyof Omit<RedeploymentListItem, 'asksMe'>, string> = {
  id: 'd.id',
  tag: 'e.tag',
  modelName: 'i.name',
  fromSchoolName: 'f.name',
  toSchoolName: 's.name',
  state: 'd.state',
  stateSince: 'd.state_since',
  answerBy: 'd.answer_by::text',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof REDEPLOYMENT_SORTS)[number], string> = { proposed: 'd.created_at' };

const READS = {};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of redeployments: scope by `redeploymentScope` alone. */
@Injectable()
export class RedeploymentsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: RedeploymentAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `RedeploymentList`, the latest first unless asked otherwise. */
  list(actor: Actor, query: RedeploymentListQuery): Promise<string> {
    const direction = (query.direction ?? 'desc') === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...equipmentOf('d.equipment_id'))
      .innerJoin(...itemOf('e.model_id'))
      .innerJoin(...schoolOf('d.to_school_id'))
      .leftJoin(...schoolOf('d.from_school_id', 'f'))
      .setParameter('reader', readerSchool(actor))
      .select([]);
    LIST.select(rows, { ...COLUMNS, asksMe: asks(':reader') }, READS);
    rows.orderBy(SORTS[LIST.sort(query, 'proposed', READS)], direction).addOrderBy('d.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, id: string): Promise<RedeploymentPage> {
    return this.transactions.snapshot(async (manager) => {
      const one = await this.access.read(manager, actor, id);
      const [own] = await manager.query(OWN, [id, readerSchool(actor)]);
      const history: (RedeploymentLine & { schoolId: string | null })[] = await manager.query(HISTORY, [id]);
      const reads = readsOf(actor, one);
      return {
        ...(own as RedeploymentPage),
        ...(reads.receiving ? {} : { purpose: null, receivingAnswer: null, needRoomId: null }),
        ...(reads.giving ? {} : { givingAnswer: null }),
        history: history.flatMap(({ schoolId, ...line }) => (readsLine(actor, schoolId) ? [line] : [])),
        possible: possibleRedeploymentActions(actor.role, factsOf(one, this.clock.today())),
      };
    });
  }

  private filtered(actor: Actor, query: RedeploymentListQuery): Rows {
    const scope = redeploymentScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('redeployment', 'd')
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      state: (states) => rows.andWhere(anyOf('d.state', states)),
      needId: (needId) => rows.andWhere('d.need_id = :needId', { needId }),
    });
    return rows;
  }
}

/** The school for which the reader may answer. */
const readerSchool = ({ role, schoolId }: Actor) => (reachOf('redeployments.answer', role) === null ? null : schoolId);

/** A school reads its own side; who is of none reads both. */
const readsOf = (actor: Actor, { fromSchoolId, toSchoolId }: Redeployment) => ({
  giving: actor.schoolId === null || actor.schoolId === fromSchoolId,
  receiving: actor.schoolId === null || actor.schoolId === toSchoolId,
});
const readsLine = (actor: Actor, schoolId: string | null) =>
  actor.schoolId === null || schoolId === null || schoolId === actor.schoolId;

const OWN = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(
    ', ',
  )}, ${asks('$2')} as "asksMe", d.version, d.equipment_id as "equipmentId", e.purchased_on::text as "purchasedOn", ${CONTENTS} as contents,
    d.idle, d.to_school_id as "toSchoolId", d.need_id as "needId", n.room_id as "needRoomId", n.purpose,
    d.giving_answer as "givingAnswer", d.receiving_answer as "receivingAnswer"
  from redeployment d ${join(equipmentOf('d.equipment_id'))} ${join(itemOf('e.model_id'))} ${join(schoolOf('d.to_school_id'))}
  ${leftJoin(schoolOf('d.from_school_id', 'f'))} ${join(byId('need', 'n', 'd.need_id'))} where d.id = $1`;
const HISTORY = `select v.action, v.role, v.at, v.reason, v.school_id as "schoolId", s.name as "schoolName", v.answer
  from redeployment_move v ${leftJoin(schoolOf('v.school_id'))} where v.redeployment_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`;
