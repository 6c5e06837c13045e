import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  schoolFields,
  PRIORITIES,
  SCHOOL_KINDS,
  SCHOOL_LIST,
  SCHOOL_STATES,
  SECTORS,
  STATE_CONTRACTS,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { found } from '../platform/database/search.js';
import { csvStream, inBatches } from '../platform/http/csv.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import type { CommuneAnswer, RoomAnswer, SchoolListItem } from './directory.answers.js';
import type { SCHOOL_SORTS, SchoolListQuery } from './directory.dto.js';
import { schoolScope } from './school.scope.js';

type Rows = SelectQueryBuilder<ObjectLiteral>;

const SORTS: Record<(typeof SCHOOL_SORTS)[number], string> = {
  name: 'plain_text(s.name)',
  commune: 'plain_text(m.name)',
  uai: 's.uai',
  pupils: 'f.pupils',
  classes: 'f.classes',
};

const LIST = listing<SchoolListItem, SchoolListQuery>()(SCHOOL_LIST);

/** More words than this narrow nothing that a person looks for. */
const SEARCH_WORDS = 6;

/** Figures of the last rentrée that has any. */
const LAST_FIGURES = `(select distinct on (school_id) school_id, pupils, classes from school_year_figures
  where pupils is not null order by school_id, school_year desc)`;

/** What screens read of many schools: scope applied by `schoolScope` alone. */
@Injectable()
export class SchoolsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `SchoolList`. */
  list(actor: Actor, query: SchoolListQuery): Promise<string> {
    return renderPage(this.dataSource.manager, actor, this.page(actor, query), query, this.filtered(actor, query));
  }

  /** The list as a file: same rows, same fields. */
  async csv(actor: Actor, query: SchoolListQuery): Promise<Readable> {
    const batches = await inBatches<SchoolListItem>(this.page(actor, query), 's.id');
    const headings = {
      uai: 'UAI',
      name: 'École',
      communeName: 'Commune',
      sector: 'Secteur',
      stateContract: 'Contrat',
      kind: 'Type',
      priority: 'Éducation prioritaire',
      circonscriptionName: 'Circonscription',
      state: 'État',
      pupils: 'Élèves',
      classes: 'Classes',
    };
    return csvStream(eachInWords(batches), LIST.headings(headings, schoolFields(actor.role, false)));
  }

  /** Communes in which the actor reaches a school. */
  communes(actor: Actor): Promise<CommuneAnswer[]> {
    return this.reachable(actor)
      .innerJoin('commune', 'm', 'm.id = s.commune_id')
      .select(['m.id as id', 'm.insee_code as "inseeCode"', 'm.name as name', 'count(*)::int as schools'])
      .groupBy('m.id')
      .orderBy('plain_text(m.name)')
      .addOrderBy('m.id')
      .getRawMany<CommuneAnswer>();
  }

  rooms(schoolId: string): Promise<RoomAnswer[]> {
    return this.dataSource.query(
      `select id, name, floor, has_power as "hasPower", has_network as "hasNetwork", version from room
        where school_id = $1 and not removed order by name, id`,
      [schoolId],
    );
  }

  private page(actor: Actor, query: SchoolListQuery): Rows {
    const reads = schoolFields(actor.role, false);
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const columns: Record<keyof SchoolListItem, string> = {
      id: 's.id',
      uai: 's.uai',
      name: 's.name',
      communeId: 'm.id',
      communeName: 'm.name',
      sector: 's.sector',
      stateContract: 's.state_contract',
      kind: 's.kind',
      priority: 's.priority',
      circonscriptionName: 'q.name',
      state: 's.state',
      closingAnnounced: 's.closing_announced',
      closedToday: 's.closed_on is not distinct from :today::date',
      pupils: 'f.pupils',
      classes: 'f.classes',
    };
    const rows = this.filtered(actor, query)
      .innerJoin('commune', 'm', 'm.id = s.commune_id')
      .leftJoin('circonscription', 'q', 'q.id = s.circonscription_id')
      .leftJoin(LAST_FIGURES, 'f', 'f.school_id = s.id')
      .setParameter('today', this.clock.today())
      .select([]);
    LIST.select(rows, columns, reads);
    return rows.orderBy(SORTS[LIST.sort(query, 'name', reads)], direction, 'NULLS LAST').addOrderBy('s.id', direction);
  }

  private filtered(actor: Actor, query: SchoolListQuery): Rows {
    const rows = this.reachable(actor);
    const findWord = (word: string, position: number) => {
      const name = `word${position}`;
      rows.andWhere(
        `(${found(`s.name || ' ' || s.uai`, `:${name}`)}
          or s.commune_id in (select id from commune where ${found('name', `:${name}`)}))`,
        { [name]: word },
      );
    };
    LIST.filter(query, schoolFields(actor.role, false), {
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
      sector: (sector) => rows.andWhere(anyOf('s.sector', [sector])),
      kind: (kind) => rows.andWhere(anyOf('s.kind', [kind])),
      priority: (priority) => rows.andWhere(anyOf('s.priority', [priority])),
      state: (state) => rows.andWhere(anyOf('s.state', [state])),
      search: (search) => search.split(/\s+/).filter(Boolean).slice(0, SEARCH_WORDS).forEach(findWord),
    });
    return rows;
  }

  private reachable(actor: Actor): Rows {
    const scope = schoolScope(actor);
    return this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('school', 's')
      .where(scope.sql, scope.parameters);
  }
}

async function* eachInWords(batches: AsyncIterable<SchoolListItem[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches) yield rows.map(inWords);
}

function inWords(row: SchoolListItem): Record<string, unknown> {
  return {
    ...row,
    sector: SECTORS[row.sector].ofSchool,
    stateContract: row.stateContract === null ? '' : STATE_CONTRACTS[row.stateContract].word,
    kind: SCHOOL_KINDS[row.kind].word,
    priority: PRIORITIES[row.priority].word,
    state: SCHOOL_STATES[row.state].word,
  };
}
