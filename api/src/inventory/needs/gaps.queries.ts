import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { GAP_LIST, schoolYearOf, SCHOOL_KINDS, SECTORS } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { both, type Predicate } from '../../platform/database/predicate.js';
import { Transactions } from '../../platform/database/transactions.js';
import { csvStream, inBatches } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { EquipmentAccess } from '../equipment.access.js';
import type { GAP_SORTS, GapListItem, GapListQuery, SchoolKit } from './kit.dto.js';
import { KIT_SCHOOLS, schoolGaps } from './kit.sql.js';
import { kitScope } from './needs.scope.js';

const LIST = listing<GapListItem, GapListQuery>()(GAP_LIST);

const COLUMNS: Record<keyof GapListItem, string> = {
  id: 'x.id',
  name: 'x.name',
  communeName: 'x."communeName"',
  sector: 'x.sector',
  kind: 'x.kind',
  classes: 'x.classes',
  pupils: 'x.pupils',
  asked: 'x.asked',
  counted: 'x.counted',
  lacking: 'x.lacking',
  needs: 'x.needs',
  groups: 'x.groups',
};

const SORTS: Record<(typeof GAP_SORTS)[number], string> = { lacking: 'x.lacking', name: 'plain_text(x.name)' };

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** Nobody is kept from a column: the list is its schools', whole. */
const READS = {};

/** What schools lack of their kit. The gap is worked out for the schools that are asked for, by the index of what each has. */
@Injectable()
export class GapsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of `Gaps`: who lacks most first. */
  list(actor: Actor, query: GapListQuery): Promise<string> {
    return renderPage(this.dataSource.manager, actor, this.sorted(actor, query), query, this.filtered(actor, query));
  }

  /** The list as a file, a column a group. */
  async csv(actor: Actor, query: GapListQuery): Promise<Readable> {
    const groups: { id: string; name: string }[] = await this.dataSource.query(
      'select id, name from kit_group where $1::uuid is null or id = $1 order by place, id',
      [query.groupId ?? null],
    );
    const rows = this.sorted(actor, query).addSelect('x.uai', 'uai');
    const batches = await inBatches<GapListItem>(rows, 'x.id');
    const ofGroups = groups.map(({ id, name }) => [id, `Manque : ${name}`] as const);
    return csvStream(eachWithGroups(batches), {
      ...{ uai: 'UAI', name: 'École', communeName: 'Commune', sector: 'Secteur', kind: 'Type' },
      ...{ classes: 'Classes', pupils: 'Élèves', asked: 'Demandé', counted: 'Compté', lacking: 'Manque' },
      ...Object.fromEntries(ofGroups),
      needs: 'Besoins dits',
    });
  }

  /** One school beside its kit. @throws Refused object.not-found whether it is absent or out of scope */
  ofSchool(actor: Actor, schoolId: string): Promise<SchoolKit> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.school(manager, actor, schoolId);
      return this.kitOf(manager, schoolId);
    });
  }

  /** The same of a school that somebody was let in to; nothing is asked of one that the plan does not equip. */
  async kitOf(manager: EntityManager, schoolId: string, groupId: string | null = null): Promise<SchoolKit> {
    const asked = both({ sql: 's.id = :id', parameters: { id: schoolId } }, { sql: KIT_SCHOOLS, parameters: {} });
    const row = await this.gaps(manager, asked, groupId)
      .select('x.classes', 'classes')
      .addSelect('x.pupils', 'pupils')
      .addSelect('x.lacking', 'lacking')
      .addSelect('x.groups', 'groups')
      .getRawOne<SchoolKit>();
    return row ?? { classes: null, pupils: null, lacking: 0, groups: [] };
  }

  private sorted(actor: Actor, query: GapListQuery): Rows {
    const sort = LIST.sort(query, 'lacking', READS);
    const direction = (query.direction ?? (sort === 'lacking' ? 'desc' : 'asc')) === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query).select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy(SORTS[sort], direction);
    if (sort === 'lacking') rows.addOrderBy(SORTS.name, 'ASC');
    return rows.addOrderBy('x.id', 'ASC');
  }

  private filtered(actor: Actor, query: GapListQuery): Rows {
    const scope = both(kitScope(actor), { sql: KIT_SCHOOLS, parameters: {} });
    const rows = this.gaps(this.dataSource.manager, scope, query.groupId ?? null);
    LIST.filter(query, READS, {
      communeId: (communeId) => rows.andWhere('x.commune_id = :communeId', { communeId }),
      sector: (sector) => rows.andWhere(anyOf('x.sector', [sector])),
      groupId: () => undefined,
      lacking: (lacking) => lacking && rows.andWhere('x.lacking > 0'),
    });
    return rows;
  }

  private gaps(manager: EntityManager, scope: Predicate, group: string | null): Rows {
    const today = this.clock.today();
    const year = schoolYearOf(today).startYear;
    return manager
      .createQueryBuilder()
      .from(`(${schoolGaps(scope.sql)})`, 'x')
      .where('true')
      .setParameters({ ...scope.parameters, today, year, group });
  }
}

async function* eachWithGroups(batches: AsyncIterable<GapListItem[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches)
    yield rows.map(({ groups, sector, kind, ...row }) => ({
      ...row,
      ...{ sector: SECTORS[sector].word, kind: SCHOOL_KINDS[kind].word },
      ...Object.fromEntries(groups.map(({ id, asked, counted }) => [id, Math.max(asked - counted, 0)])),
    }));
}
