import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Indicator, type IndicatorKey, PRIORITIES, SCHOOL_FIGURE_LIST, SCHOOL_KINDS, SECTORS } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { communeOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING } from '../../platform/database/predicate.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { csvStream, inBatches } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import type { SchoolFigure, SchoolFiguresQuery } from './figures.answers.js';
import { figureReach } from './figure-reach.js';
import { readableBySchool } from './figure-reading.js';

const LIST = listing<SchoolFigure, SchoolFiguresQuery>()(SCHOOL_FIGURE_LIST);
/** Whoever reads the figure reads it of each school. */
const READS = {};

const COLUMNS: Record<keyof SchoolFigure, string> = {
  id: 's.id',
  uai: 's.uai',
  name: 's.name',
  communeName: 'm.name',
  sector: 'i.sector',
  kind: 'i.kind',
  network: 'i.network',
  num: 'i.num',
  den: 'i.den',
  value: 'i.value',
  known: 'i.known',
  population: 'i.population',
};

const OF_FIGURE =
  'i.period_id = (select p.id from indicator_period p where p.key = :key and p.version = :version and p.is_figure)';

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** The schools behind a figure, the worst first; those of which nothing is known stand last. */
@Injectable()
export class RankingQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of `SchoolFigures`. @throws Refused object.not-found, figure.axis */
  list(actor: Actor, key: IndicatorKey, query: SchoolFiguresQuery): Promise<string> {
    const indicator = readableBySchool(actor, key);
    const rows = this.sorted(this.decorated(actor, indicator, query), indicator, query);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, indicator, query));
  }

  /** The same as a file, whose columns are the list's. @throws Refused object.not-found, figure.axis */
  async csv(actor: Actor, key: IndicatorKey, query: SchoolFiguresQuery): Promise<Readable> {
    const indicator = readableBySchool(actor, key);
    const rows = this.sorted(this.decorated(actor, indicator, query), indicator, query);
    return csvStream(inWords(await inBatches<SchoolFigure>(rows, 's.id')), {
      ...{ uai: 'UAI', name: 'École', communeName: 'Commune', sector: 'Secteur', kind: 'Nature', network: 'Réseau' },
      ...{ value: indicator.name, num: indicator.counted[0], den: indicator.counted[1] },
      ...{ known: 'Connus', population: 'Population' },
    });
  }

  private sorted(rows: Rows, { direction }: Indicator, query: SchoolFiguresQuery): Rows {
    LIST.sort(query, 'value', READS);
    LIST.select(rows, COLUMNS, READS);
    const worstFirst = direction === 'down' ? 'desc' : 'asc';
    const way = (query.direction ?? worstFirst) === 'desc' ? 'DESC' : 'ASC';
    return rows.orderBy('i.value', way, 'NULLS LAST').addOrderBy('i.school_id', way);
  }

  private decorated(actor: Actor, indicator: Indicator, query: SchoolFiguresQuery): Rows {
    return this.filtered(actor, indicator, query, true).innerJoin(...communeOf());
  }

  /** @param named with the school's own row; else only where the reader's reach or a choice asks for it: a count looks at less */
  private filtered(actor: Actor, { key, version }: Indicator, query: SchoolFiguresQuery, named = false): Rows {
    const { schools } = figureReach(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('indicator_school', 'i')
      .where(OF_FIGURE)
      .andWhere(schools.sql)
      .setParameters({ ...schools.parameters, key, version });
    if (named || schools !== EVERYTHING || query.communeId !== undefined) rows.innerJoin(...schoolOf('i.school_id'));
    LIST.filter(query, READS, {
      sector: (sector) => rows.andWhere(anyOf('i.sector', [sector])),
      kind: (kind) => rows.andWhere(anyOf('i.kind', [kind])),
      network: (network) => rows.andWhere(anyOf('i.network', [network])),
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
    });
    return rows;
  }
}

async function* inWords(batches: AsyncIterable<SchoolFigure[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches)
    yield rows.map(({ sector, kind, network, ...row }) => ({
      ...row,
      ...{ sector: SECTORS[sector].word, kind: SCHOOL_KINDS[kind].word, network: PRIORITIES[network].word },
    }));
}
