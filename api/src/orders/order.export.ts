import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ORDER_STATES, parisDateOf, type OrderState, SECTORS } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { csvEuros, csvStream, inBatches } from '../platform/http/csv.js';
import type { OrderListItem, OrderListQuery } from './orders.answers.js';
import { OrdersQueries } from './orders.queries.js';

type ExportedRow = OrderListItem & { stateSince: Date; submittedAt: Date | null; plannedFrom: Date | null };

/** The list as a file: same rows, same fields, nothing the list hides. */
@Injectable()
export class OrderExport {
  constructor(private readonly queries: OrdersQueries) {}

  async csv(actor: Actor, query: OrderListQuery): Promise<Readable> {
    const batches = await inBatches<ExportedRow>(this.queries.page(actor, query), 'o.id');
    const headings = this.queries.headings(actor, {
      number: 'Numéro',
      title: 'Objet',
      schoolName: 'École',
      communeName: 'Commune',
      sector: 'Secteur',
      state: 'État',
      stateSince: 'Depuis',
      submittedAt: 'Envoyée le',
      plannedFrom: 'Prévue le',
      amountCents: 'Montant TTC, €',
    });
    return csvStream(inWords(batches), headings);
  }
}

async function* inWords(batches: AsyncIterable<ExportedRow[]>): AsyncGenerator<Record<string, unknown>[]> {
  const day = (instant: Date | null) => (instant ? parisDateOf(instant) : '');
  for await (const rows of batches) {
    yield rows.map((row) => ({
      ...row,
      state: ORDER_STATES[row.state as OrderState].word,
      sector: SECTORS[row.sector].word,
      amountCents: csvEuros(row.amountCents),
      stateSince: day(row.stateSince),
      submittedAt: day(row.submittedAt),
      plannedFrom: day(row.plannedFrom),
    }));
  }
}
