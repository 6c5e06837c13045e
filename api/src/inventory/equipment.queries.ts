import { Injectable } from '@nestjs/common';
import { EQUIPMENT_LIST, EQUIPMENT_STATE_NAMES, equipmentFields, tagAsKept } from '@parc/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { itemOf, MODELS_OF_CATEGORY } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { wordsIn } from '../platform/database/search.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { isFlagged } from '../training/coherence.sql.js';
import type { EQUIPMENT_SORTS, EquipmentCounts, EquipmentListItem, EquipmentListQuery } from './equipment.answers.js';
import { Equipment } from './equipment.entity.js';
import { countedEquipmentScope, equipmentScope } from './equipment.scope.js';
import { DEVICE_OF_CODE } from './labels/label.sql.js';
import { containerOf, CONTENTS, OF_DELIVERY, PRICE, ROOM, stockPlaceOf } from './equipment.sql.js';
import { SERVING, TAUGHT } from './taught.sql.js';

const LIST = listing<EquipmentListItem, EquipmentListQuery>()(EQUIPMENT_LIST);

const COLUMNS: Record<keyof EquipmentListItem, string> = {
  id: 'e.id',
  tag: 'e.tag',
  serial: 'e.serial',
  modelName: 'i.name',
  picture: 'i.picture',
  isContainer: 'e.is_container',
  contents: CONTENTS,
  state: 'e.state',
  stateSince: 'e.state_since',
  trainedGone: `coalesce((select true where ${SERVING} and ${TAUGHT} and ${isFlagged('e.model_id', 'e.school_id', ':today::date')}), false)`,
  schoolId: 'e.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  sector: 's.sector',
  roomId: 'r.id',
  roomName: 'r.name',
  stockPlaceName: 'p.name',
  containerTag: 'c.tag',
  purchasedOn: 'e.purchased_on',
  warrantyUntil: 'e.warranty_until',
  refurbished: 'e.refurbished',
  lastSeenAt: 'e.last_seen_at',
  priceCents: PRICE,
  version: 'e.version',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof EQUIPMENT_SORTS)[number], string> = {
  tag: 'e.tag',
  since: 'e.state_since',
  purchased: 'e.purchased_on',
  warranty: 'e.warranty_until',
  seen: 'e.last_seen_at',
};
/** What nobody has dated stands before all dates, as in their indexes. */
const UNDATED_FIRST = new Set<keyof typeof SORTS>(['purchased', 'warranty', 'seen']);

/** What may be a whole label or serial number: one word, not a short one, with a digit. */
const WHOLE_CODE = /^(?=.*\d)\S{5,100}$/;
const DEVICE_OF_WHOLE_CODE = `select ${DEVICE_OF_CODE.replace(':code', '$1').replace(':serial', '$2')} as id`;

/** A case and its content are one line. */
const ONE_LINE = 'e.container_id is null';

/** What screens read of many devices: scope by `equipmentScope`, columns by `equipmentFields`. */
@Injectable()
export class EquipmentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of an `EquipmentList`, rendered by PostgreSQL. */
  async list(actor: Actor, query: EquipmentListQuery): Promise<string> {
    const named = await this.named(query);
    const rows = this.ordered(actor, query, named);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query, named));
  }

  /** The rows of the list in its order, all of them, as the export writes them. */
  async rows(actor: Actor, query: EquipmentListQuery): Promise<SelectQueryBuilder<Equipment>> {
    return this.ordered(actor, query, await this.named(query));
  }

  /**
   * The device that the search names by a whole label or serial number, of today or of before: it alone is meant, and found by
   * its key, where all that look alike would be read for their words.
   */
  private async named({ search }: EquipmentListQuery): Promise<string | null> {
    const code = search?.trim() ?? '';
    if (!WHOLE_CODE.test(code)) return null;
    const [row] = await this.dataSource.query(DEVICE_OF_WHOLE_CODE, [tagAsKept(code), code]);
    return row.id as string | null;
  }

  private ordered(actor: Actor, query: EquipmentListQuery, named: string | null): SelectQueryBuilder<Equipment> {
    const reads = equipmentFields(actor.role);
    const sort = LIST.sort(query, 'tag', reads);
    const descending = query.direction === 'desc';
    const nulls = descending ? 'NULLS LAST' : 'NULLS FIRST';
    const rows = this.filtered(actor, query, named)
      .innerJoin(...itemOf('e.model_id'))
      .leftJoin(...communeOf())
      .leftJoin(...containerOf())
      .leftJoin(...ROOM)
      .leftJoin(...stockPlaceOf('coalesce(e.stock_place_id, c.stock_place_id)'))
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    rows.setParameter('today', this.clock.today());
    rows.orderBy(SORTS[sort], descending ? 'DESC' : 'ASC', UNDATED_FIRST.has(sort) ? nulls : undefined);
    if (sort !== 'tag') rows.addOrderBy('e.id', descending ? 'DESC' : 'ASC');
    return rows;
  }

  /** The columns of the list as a file, of those the actor reads. */
  headings(actor: Actor, words: Partial<Record<keyof EquipmentListItem, string>>): Record<string, string> {
    return LIST.headings(words, equipmentFields(actor.role));
  }

  /** By state, each up to where counts are exact: as long as the plan grows, no longer does this take. */
  async counts(actor: Actor): Promise<EquipmentCounts> {
    const scope = countedEquipmentScope(actor);
    const counted = this.dataSource.manager
      .createQueryBuilder(Equipment, 'e')
      .select('1')
      .leftJoin(...schoolOf('e.school_id'))
      .where('e.state = t.state')
      .andWhere(scope.sql)
      .limit(LIMITS.stateCountedTo + 1);
    const states = await this.dataSource
      .createQueryBuilder()
      .select('t.state', 'state')
      .addSelect(`(select count(*)::int from (${counted.getQuery()}) x)`, 'count')
      .addSelect(`(select count(*)::int from (${counted.andWhere(ONE_LINE).getQuery()}) x)`, 'lines')
      .from('(select u.state, u.place from unnest(:states::text[]) with ordinality u(state, place))', 't')
      .orderBy('t.place')
      .setParameters({ ...scope.parameters, states: EQUIPMENT_STATE_NAMES })
      .getRawMany<EquipmentCounts['states'][number]>();
    return { states: states.filter(({ count }) => count > 0) };
  }

  private filtered(actor: Actor, query: EquipmentListQuery, named: string | null): SelectQueryBuilder<Equipment> {
    const rows = this.reachable(actor);
    LIST.filter(query, equipmentFields(actor.role), {
      search: (search) => {
        if (named !== null) return rows.andWhere('e.id = :named', { named });
        const { sql, parameters } = wordsIn('e.words', search);
        return rows.andWhere(sql, parameters);
      },
      ids: (ids) => rows.andWhere('e.id in (:...ids)', { ids }),
      state: (states) => rows.andWhere(anyOf('e.state', states)),
      modelId: (modelId) => rows.andWhere('e.model_id = :modelId', { modelId }),
      schoolId: (schoolId) => rows.andWhere('e.school_id = :schoolId', { schoolId }),
      roomId: (roomId) => rows.andWhere('e.room_id = :roomId', { roomId }),
      stockPlaceId: (stockPlaceId) => rows.andWhere('e.stock_place_id = :stockPlaceId', { stockPlaceId }),
      containerId: (containerId) => rows.andWhere('e.container_id = :containerId', { containerId }),
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
      sector: (sector) => rows.andWhere(anyOf('s.sector', [sector])),
      category: (category) => rows.andWhere(`e.model_id in (${MODELS_OF_CATEGORY(':category')})`, { category }),
      deliveryId: (deliveryId) => rows.andWhere(OF_DELIVERY, { deliveryId }),
      contents: () => undefined,
      cases: (alone) => alone && rows.andWhere('e.is_container'),
    });
    // Unless one looks for a device, or into a case.
    if (!query.contents && !query.search && !query.containerId && !query.ids) rows.andWhere(ONE_LINE);
    return rows;
  }

  private reachable(actor: Actor): SelectQueryBuilder<Equipment> {
    const scope = equipmentScope(actor);
    return this.dataSource.manager
      .createQueryBuilder(Equipment, 'e')
      .leftJoin(...schoolOf('e.school_id'))
      .where(scope.sql, scope.parameters);
  }
}
