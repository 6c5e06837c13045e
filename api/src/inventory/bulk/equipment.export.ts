import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EQUIPMENT_STATES, type EquipmentState, parisDateOf } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { csvEuros, csvStream, inBatches } from '../../platform/http/csv.js';
import type { EquipmentListItem, EquipmentListQuery } from '../equipment.answers.js';
import { EquipmentQueries } from '../equipment.queries.js';

type ExportedRow = Omit<EquipmentListItem, 'stateSince' | 'lastSeenAt'> & { stateSince: Date; lastSeenAt: Date | null };

/** The list as a file: same rows, same fields, nothing the list hides. */
@Injectable()
export class EquipmentExport {
  constructor(private readonly queries: EquipmentQueries) {}

  async csv(actor: Actor, query: EquipmentListQuery): Promise<Readable> {
    const batches = await inBatches<ExportedRow>(await this.queries.rows(actor, query), 'e.id');
    const headings = this.queries.headings(actor, {
      tag: 'Étiquette',
      serial: 'N° de série',
      modelName: 'Modèle',
      state: 'État',
      stateSince: 'Depuis',
      schoolName: 'École',
      communeName: 'Commune',
      roomName: 'Salle',
      stockPlaceName: 'Lieu de stock',
      containerTag: 'Dans la valise',
      contents: 'Contient',
      purchasedOn: 'Achat',
      warrantyUntil: 'Garantie jusqu’au',
      refurbished: 'Reconditionné',
      lastSeenAt: 'Vu le',
      priceCents: 'Prix TTC, €',
    });
    return csvStream(inWords(batches), headings);
  }
}

async function* inWords(batches: AsyncIterable<ExportedRow[]>): AsyncGenerator<Record<string, unknown>[]> {
  const day = (instant: Date | null) => (instant ? parisDateOf(instant) : '');
  for await (const rows of batches) {
    yield rows.map((row) => ({
      ...row,
      state: EQUIPMENT_STATES[row.state as EquipmentState].word,
      stateSince: day(row.stateSince),
      lastSeenAt: day(row.lastSeenAt),
      contents: row.contents || '',
      priceCents: csvEuros(row.priceCents),
    }));
  }
}
