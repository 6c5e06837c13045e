import { Injectable } from '@nestjs/common';
import { ORDER_STATE_WORDS, orderFields, parisDateOf, type OrderState } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { csvEuros, csvText, EXPORT_ROWS } from '../platform/http/csv.js';
import type { OrderListItem, OrderListQuery } from './orders.answers.js';
import { OrdersQueries } from './orders.queries.js';

/** The list as a file: same rows, same fields, nothing the list hides. */
@Injectable()
export class OrderExport {
  constructor(private readonly queries: OrdersQueries) {}

  async csv(actor: Actor, query: OrderListQuery): Promise<string> {
    const rows = await this.queries
      .page(actor, query)
      .limit(EXPORT_ROWS)
      .getRawMany<OrderListItem & { stateSince: Date; submittedAt: Date | null; plannedFrom: Date | null }>();
    const day = (instant: Date | null) => (instant ? parisDateOf(instant) : '');
    return csvText(
      rows.map((row) => ({
        ...row,
        state: ORDER_STATE_WORDS[row.state as OrderState].word,
        sector: row.sector === 'public' ? 'public' : 'privé',
        amount: csvEuros(row.amountCents),
        stateSince: day(row.stateSince),
        submittedAt: day(row.submittedAt),
        plannedFrom: day(row.plannedFrom),
      })),
      {
        number: 'Numéro',
        title: 'Objet',
        schoolName: 'École',
        communeName: 'Commune',
        sector: 'Secteur',
        state: 'État',
        stateSince: 'Depuis',
        submittedAt: 'Envoyée le',
        plannedFrom: 'Prévue le',
        ...(orderFields(actor.role, 'approved').money ? { amount: 'Montant TTC, €' } : {}),
      },
    );
  }
}
