import { Injectable } from '@nestjs/common';
import {
  ITEMS_EDITABLE,
  PILOT_ANSWER_NAMES,
  PILOT_LIST,
  PILOT_PAGE_TERMS,
  PILOT_QUESTION_NAMES,
  pilotFields,
  reachOf,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { communeOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing, shown } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { PilotAccess } from './pilot.access.js';
import { pilotScope } from './pilot.scope.js';
import type { PilotListItem, PilotListQuery, PilotSheet } from './pilots.answers.js';

const LIST = listing<PilotListItem, PilotListQuery>()(PILOT_LIST);

const UNDECIDED = inStates('i.state', ITEMS_EDITABLE);
const runningOn = (day: string): string =>
  `(p.ended_on is null and ${UNDECIDED} and ${day}::date between p.from_day and p.to_day)`;

const tally = (question: string): string =>
  `json_build_object('question', '${question}', ${PILOT_ANSWER_NAMES.map(
    (answer) => `'${answer}', count(*) filter (where o.${question} = '${answer}')`,
  ).join(', ')})`;

/** @param day the placeholder of today */
const columnsOn = (day: string): Record<keyof PilotListItem, string> => ({
  id: 'p.id',
  version: 'p.version',
  itemId: 'p.item_id',
  itemName: 'i.name',
  schoolName: 's.name',
  communeName: 'm.name',
  fromDay: 'p.from_day::text',
  toDay: 'p.to_day::text',
  endedOn: 'p.ended_on::text',
  lookedFor: 'p.looked_for',
  standing: `case when ${runningOn(day)} then 'running' when p.ended_on is null and ${UNDECIDED} and p.from_day > ${day}::date then 'coming' else 'over' end`,
  opinions: '(select count(*)::int from pilot_opinion o where o.pilot_id = p.id)',
  tallies: `(select json_build_array(${PILOT_QUESTION_NAMES.map(tally).join(', ')}) from pilot_opinion o where o.pilot_id = p.id)`,
  // In the order of what they say, so that nothing of it tells who.
  texts: `(select coalesce(json_agg(w.text order by w.text), '[]') from (select o.text from pilot_opinion o where o.pilot_id = p.id and o.text is not null
     order by o.text limit ${LIMITS.shownOfOne}) w)`,
});

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of trials. */
@Injectable()
export class PilotsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PilotAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `PilotList`: what began last stands first. */
  list(actor: Actor, query: PilotListQuery): Promise<string> {
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .select([]);
    LIST.select(rows, columnsOn(':today'), pilotFields(actor.role));
    rows.orderBy('p.from_day', 'DESC').addOrderBy('p.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, pilotId: string): Promise<PilotSheet> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.read(manager, actor, pilotId);
      const [sheet] = await manager.query(SHEET, [pilotId, this.clock.today(), actor.accountId]);
      const { standing } = sheet as PilotSheet;
      const whole: PilotSheet = {
        ...sheet,
        mayAnswer: standing === 'running' && reachOf('pilots.answer', actor.role) !== null,
        mayEnd: standing !== 'over' && reachOf('pilots.write', actor.role) !== null,
      };
      return shown(PILOT_PAGE_TERMS, pilotFields(actor.role), whole);
    });
  }

  private filtered(actor: Actor, query: PilotListQuery): Rows {
    const scope = pilotScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('pilot', 'p')
      .innerJoin('catalogue_item', 'i', 'i.id = p.item_id')
      .innerJoin(...schoolOf('p.school_id'))
      .where(scope.sql, { ...scope.parameters, today: this.clock.today() });
    LIST.filter(query, pilotFields(actor.role), {
      itemId: (itemId) => rows.andWhere('p.item_id = :itemId', { itemId }),
      running: (alone) => alone && rows.andWhere(runningOn(':today')),
    });
    return rows;
  }
}

const SHEET = `select ${Object.entries(columnsOn('$2'))
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')},
    (select json_build_object('easy', o.easy, 'useful', o.useful, 'keep', o.keep, 'text', o.text) from pilot_opinion o
      where o.pilot_id = p.id and o.account_id = $3) as mine
  from pilot p join catalogue_item i on i.id = p.item_id ${join(schoolOf('p.school_id'))} ${join(communeOf())} where p.id = $1`;
