import { Injectable } from '@nestjs/common';
import { COHERENCE_LIST } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf, schoolsFound } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { taughtDevices } from '../inventory/taught.sql.js';
import { Clock } from '../platform/clock.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import type { COHERENCE_SORTS, CoherenceCounts, CoherenceListItem, CoherenceListQuery } from './coherence.answers.js';
import { coherenceScope, countedCoherenceScope } from './coherence.scope.js';
import { COHERENCE, coherenceWord, nextSessionAt } from './coherence.sql.js';

const LIST = listing<CoherenceListItem, CoherenceListQuery>()(COHERENCE_LIST);
/** Nobody is kept from a column: nobody in it is named. */
const READS = {};

const COLUMNS: Record<keyof CoherenceListItem, string> = {
  schoolId: 'x.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  modelId: 'x.model_id',
  modelName: 'i.name',
  picture: 'i.picture',
  coherence: 'x.coherence',
  waiting: 'x.waiting',
  serving: 'x.serving',
  waived: 'x.waived',
  since: 'x.since',
  nextAt: nextSessionAt('x.model_id', 'x.school_id', ':now::timestamptz'),
};

const SORTS: Record<(typeof COHERENCE_SORTS)[number], string> = {
  devices: 'x.waiting + x.serving',
  school: 's.name collate "fr-x-icu"',
};

/** One row a school and model, with the word of the rule. @param day words of SQL */
const models = (where: string, day: string) =>
  `select d.*, ${COHERENCE({ model: 'd.model_id', school: 'd.school_id', day, inUse: 'd.waiting = 0' })} as coherence from (${taughtDevices(where)}) d`;

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What waits for a training, over all schools that somebody reaches. */
@Injectable()
export class CoherenceQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `CoherenceList`: where most devices are concerned first. */
  list(actor: Actor, query: CoherenceListQuery): Promise<string> {
    const sort = LIST.sort(query, 'devices', READS);
    const direction = (query.direction ?? (sort === 'devices' ? 'desc' : 'asc')) === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...schoolOf('x.school_id'))
      .innerJoin(...communeOf())
      .innerJoin(...itemOf('x.model_id'))
      .select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy(SORTS[sort], direction).addOrderBy('x.school_id', 'ASC').addOrderBy('x.model_id', 'ASC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  async counts(actor: Actor): Promise<CoherenceCounts> {
    const scope = numbered(countedCoherenceScope(actor), 1);
    const [row] = await this.dataSource.query(countsSql(scope.sql), [this.clock.today(), ...scope.values]);
    return row as CoherenceCounts;
  }

  private filtered(actor: Actor, query: CoherenceListQuery): Rows {
    const scope = coherenceScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from(`(${models(scope.sql, ':today::date')})`, 'x')
      .where('true')
      .setParameters({ ...scope.parameters, today: this.clock.today(), now: this.clock.now() });
    LIST.filter(query, READS, {
      coherence: (words) => rows.andWhere(anyOf('x.coherence', words)),
      search: (search) => rows.andWhere(`x.school_id = any(${schoolsFound(':search')})`, { search }),
      waived: (alone) => alone && rows.andWhere('x.waived > 0'),
    });
    return rows;
  }
}

const schoolsWith = (where: string) => `count(distinct k.school_id) filter (where ${where})::int`;
const WAITS = `k.coherence = ${coherenceWord('waits')}`;
const FLAGGED = `k.coherence = ${coherenceWord('flagged')}`;

const countsSql = (scope: string) => `with k as (${models(scope, '$1::date')})
  select count(distinct k.school_id)::int as schools, ${schoolsWith(WAITS)} as "waitingSchools", ${schoolsWith(FLAGGED)} as "flaggedSchools",
    (select count(*)::int from (select school_id from k group by 1 having bool_and(coherence = ${coherenceWord('ready')})) y) as "coherentSchools",
    coalesce(sum(k.waiting) filter (where ${WAITS}), 0)::int as "waitingDevices",
    coalesce(sum(k.serving) filter (where ${FLAGGED}), 0)::int as "flaggedDevices", coalesce(sum(k.waived), 0)::int as "waivedDevices"
  from k`;
