import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  CLEARANCES_MISSING,
  CLEARANCES_REFUSED,
  SOFTWARE_CLEARANCES,
  SOFTWARE_HOSTINGS,
  SOFTWARE_LIST,
  type SoftwareAttention,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { wordsIn } from '../../platform/database/search.js';
import { csvStream, inBatches } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { Refused } from '../../platform/http/refused.js';
import { inForce, LICENCE_LOOKS } from './software.sql.js';
import type { SoftwareCounts } from './shown-software.answers.js';
import type { SOFTWARE_SORTS, SoftwareListItem, SoftwareListQuery, SoftwarePage } from './software.answers.js';

const LIST = listing<SoftwareListItem, SoftwareListQuery>()(SOFTWARE_LIST);
const READS = {};

const ofTitle = (what: string, where: string) =>
  `(select ${what} from software_licence l where l.title_id = t.id and ${where})`;

/** A title with what deserves a look on the day `:day`; licences are told until `:until`. */
const COLUMNS: Record<keyof SoftwareListItem, string> = {
  id: 't.id',
  version: 't.version',
  name: 't.name',
  publisher: 't.publisher',
  hosting: 't.hosting',
  free: 't.free',
  clearance: 't.clearance',
  clearedOn: 't.cleared_on::text',
  reviewOn: 't.review_on::text',
  seatsUsed: 't.seats_used',
  seatsBought: ofTitle('coalesce(sum(l.seats), 0)::int', inForce(':day')),
  unlimited: `(t.free or exists ${ofTitle('', `l.seats is null and ${inForce(':day')}`)})`,
  expiring: ofTitle('count(*)::int', LICENCE_LOOKS.expiring(':day', ':until')),
  expired: ofTitle('count(*)::int', LICENCE_LOOKS.expired(':day')),
  overUsed: ofTitle('count(*)::int', LICENCE_LOOKS['over-used']()),
  unlicensed: `case when t.free then 0 else (select coalesce(sum(x.seats), 0)::int from software_installation x
     where x.title_id = t.id and x.ended_at is null and x.licence_id is null) end`,
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof SOFTWARE_SORTS)[number], string> = {
  name: 't.name collate "fr-x-icu"',
  used: 't.seats_used',
};

const ASKS_CLEARANCE = `(${anyOf('t.clearance', CLEARANCES_MISSING)} or t.review_on <= :day)`;

const ATTENTIONS: Record<SoftwareAttention, string> = {
  expiring: `exists ${ofTitle('', LICENCE_LOOKS.expiring(':day', ':until'))}`,
  expired: `exists ${ofTitle('', LICENCE_LOOKS.expired(':day'))}`,
  'over-used': `exists ${ofTitle('', LICENCE_LOOKS['over-used']())}`,
  unlicensed: `not t.free and exists (select from software_installation x
     where x.title_id = t.id and x.ended_at is null and x.licence_id is null)`,
  clearance: ASKS_CLEARANCE,
  refused: `${anyOf('t.clearance', CLEARANCES_REFUSED)} and t.seats_used > 0`,
};

type Rows = SelectQueryBuilder<ObjectLiteral>;
interface Days {
  day: string;
  until: string;
}

/** The register's titles: whoever has the register reads the whole of it. */
@Injectable()
export class SoftwareTitlesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `SoftwareList`, by name unless asked otherwise. */
  async list(actor: Actor, query: SoftwareListQuery): Promise<string> {
    const days = await this.days();
    return renderPage(this.dataSource.manager, actor, this.rows(query, days), query, this.filtered(query, days));
  }

  /** The same rows as a file. */
  async csv(query: SoftwareListQuery): Promise<Readable> {
    const batches = await inBatches<SoftwareListItem>(this.rows(query, await this.days()), 't.id');
    return csvStream(inWords(batches), LIST.headings(HEADINGS, READS));
  }

  /** @throws Refused object.not-found */
  async page(titleId: string): Promise<SoftwarePage> {
    const rows = this.filtered({}, await this.days()).select([]);
    LIST.select(rows, COLUMNS, READS);
    const [page] = await rows
      .leftJoin(...itemOf('t.item_id'))
      .addSelect(['t.item_id as "itemId"', 'i.name as "itemName"', 't.unit_seats as "unitSeats"'])
      .addSelect(['t.term_months as "termMonths"', 't.cleared_by as "clearedBy"'])
      .addSelect(['t.clearance_reference as "clearanceReference"', 't.clearance_conditions as "clearanceConditions"'])
      .andWhere('t.id = :titleId', { titleId })
      .getRawMany<SoftwarePage>();
    if (!page) throw new Refused('object.not-found');
    return page;
  }

  /** What deserves a look, over the whole plan. */
  async counts(): Promise<SoftwareCounts> {
    const { day, until, noticeDays } = await this.days();
    const [counts] = await this.dataSource.query(COUNTS, [day, until]);
    return { ...(counts as Omit<SoftwareCounts, 'noticeDays'>), noticeDays };
  }

  async days(): Promise<Days & { noticeDays: number }> {
    const day = this.clock.today();
    const { 'software.noticeDays': noticeDays } = await this.settings.on(day);
    return { day, until: addCalendarDays(day, noticeDays), noticeDays };
  }

  private rows(query: SoftwareListQuery, days: Days): Rows {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(query, days).select([]);
    LIST.select(rows, COLUMNS, READS);
    return rows.orderBy(SORTS[LIST.sort(query, 'name', READS)], direction).addOrderBy('t.id', direction);
  }

  private filtered(query: SoftwareListQuery, { day, until }: Days): Rows {
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('software_title', 't')
      .where('true')
      .setParameters({ day, until });
    LIST.filter(query, READS, {
      search: (search) => {
        const { sql, parameters } = wordsIn('t.words', search);
        rows.andWhere(sql, parameters);
      },
      attention: (attention) => rows.andWhere(ATTENTIONS[attention]),
      clearance: (clearances) => rows.andWhere(anyOf('t.clearance', clearances)),
      hosting: (hosting) => rows.andWhere(anyOf('t.hosting', [hosting])),
    });
    return rows;
  }
}

const numbered = (sql: string) => sql.replaceAll(':day', '$1::date').replaceAll(':until', '$2::date');
const COUNTS = `select (select count(*)::int from software_title) as titles,
    (select coalesce(sum(t.seats_used), 0)::int from software_title t) as "seatsUsed",
    (select count(*)::int from software_licence l where ${numbered(LICENCE_LOOKS.expiring(':day', ':until'))}) as expiring,
    (select count(*)::int from software_licence l where ${numbered(LICENCE_LOOKS.expired(':day'))}) as expired,
    (select count(*)::int from software_licence l where ${LICENCE_LOOKS['over-used']()}) as "overUsed",
    (select count(*)::int from software_title t where ${numbered(ASKS_CLEARANCE)}) as clearance`;

const HEADINGS = {
  name: 'Logiciel',
  publisher: 'Éditeur',
  hosting: 'Où',
  clearance: 'Données personnelles',
  clearedOn: 'Avis du',
  reviewOn: 'À revoir le',
  seatsUsed: 'Postes installés',
  seatsBought: 'Postes achetés',
  unlimited: 'Sans limite',
  expiring: 'Licences bientôt finies',
  expired: 'Licences finies encore installées',
  overUsed: 'Licences dépassées',
  unlicensed: 'Postes sans licence',
} as const;

async function* inWords(batches: AsyncIterable<SoftwareListItem[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches) {
    yield rows.map((row) => ({
      ...row,
      hosting: SOFTWARE_HOSTINGS[row.hosting].word,
      clearance: SOFTWARE_CLEARANCES[row.clearance].word,
    }));
  }
}
