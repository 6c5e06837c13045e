import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DESTINATIONS, DISPOSAL_LIST, EQUIPMENT_FAMILIES, equipmentFields, GIFT_RECEIVERS } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { csvEuros, csvStream, inBatches } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { equipmentScope } from '../equipment.scope.js';
import { equipmentOf } from '../equipment.sql.js';
import type { DISPOSAL_SORTS, DisposalListItem, DisposalListQuery } from './disposals.answers.js';
import { DISPOSAL_OF, DISPOSED, wipeOf } from './ends.sql.js';

const LIST = listing<DisposalListItem, DisposalListQuery>()(DISPOSAL_LIST);

const COLUMNS: Record<keyof DisposalListItem, string> = {
  id: 'x.equipment_id',
  disposalId: 'x.disposal_id',
  tag: 'e.tag',
  serial: 'e.serial',
  modelName: 'i.name',
  family: 'x.family',
  destination: 'x.destination',
  receiver: 'd.receiver',
  receiverKind: 'd.receiver_kind',
  proofNumber: 'd.proof_number',
  disposedOn: 'x.disposed_on::text',
  retiredOn: 'e.retired_on::text',
  retirementNumber: 'e.retirement_number',
  unitValueCents: 'd.unit_value_cents',
  reuseAttested: 'd.reuse_attested',
  wipeId: 'w.id',
  wipedOn: 'w.wiped_on::text',
};

/** The order of an index, whichever way it is read. */
const SORTS: Record<(typeof DISPOSAL_SORTS)[number], string> = { disposed: 'x.disposed_on' };

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** The register of what has left for good, one line a device. */
@Injectable()
export class DisposalsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of `Disposals`, the latest first. */
  list(actor: Actor, query: DisposalListQuery): Promise<string> {
    return renderPage(this.dataSource.manager, actor, this.rows(actor, query), query, this.filtered(actor, query));
  }

  /** The same rows as a file. */
  async csv(actor: Actor, query: DisposalListQuery): Promise<Readable> {
    const batches = await inBatches<DisposalListItem>(this.rows(actor, query), 'x.equipment_id');
    return csvStream(inWords(batches), LIST.headings(HEADINGS, equipmentFields(actor.role)));
  }

  private rows(actor: Actor, query: DisposalListQuery): Rows {
    const reads = equipmentFields(actor.role);
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...DISPOSAL_OF)
      .innerJoin(...itemOf('e.model_id'))
      .leftJoin(...wipeOf('x.wipe_id'))
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    return rows.orderBy(SORTS[LIST.sort(query, 'disposed', reads)], direction).addOrderBy('x.equipment_id', direction);
  }

  private filtered(actor: Actor, query: DisposalListQuery): Rows {
    const scope = equipmentScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from(...DISPOSED)
      .innerJoin(...equipmentOf('x.equipment_id'))
      .leftJoin(...schoolOf('e.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, equipmentFields(actor.role), {
      year: (year) =>
        rows.andWhere('x.disposed_on between :first and :last', { first: `${year}-01-01`, last: `${year}-12-31` }),
      destination: (destination) => rows.andWhere(anyOf('x.destination', [destination])),
    });
    return rows;
  }
}

const HEADINGS = {
  tag: 'Étiquette',
  serial: 'N° de série',
  modelName: 'Modèle',
  family: 'Famille',
  retirementNumber: 'Décision',
  retiredOn: 'Retiré le',
  wipedOn: 'Effacé le',
  disposedOn: 'Sorti le',
  destination: 'Destination',
  receiver: 'Bénéficiaire',
  receiverKind: 'Qualité',
  unitValueCents: 'Valeur unitaire, €',
  reuseAttested: 'Réemploi attesté',
  proofNumber: 'Preuve',
} as const;

async function* inWords(batches: AsyncIterable<DisposalListItem[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches) {
    yield rows.map((row) => ({
      ...row,
      family: row.family ? EQUIPMENT_FAMILIES[row.family].word : '',
      destination: DESTINATIONS[row.destination].word,
      receiverKind: row.receiverKind ? GIFT_RECEIVERS[row.receiverKind].word : '',
      unitValueCents: csvEuros(row.unitValueCents),
    }));
  }
}
