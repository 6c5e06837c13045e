import { Injectable } from '@nestjs/common';
import { Refused } from '../platform/http/refused.js';
import { renderPdf } from '../platform/files/pdf.js';
import type { Actor } from '../identity/actor.js';
import { certificate, orderForm } from './order-document.js';
import { OrderPageQueries } from './order-page.queries.js';

/** The printable documents of an order; the page of the same content is the accessible one. */
@Injectable()
export class OrderDocuments {
  constructor(private readonly pages: OrderPageQueries) {}

  /** @throws Refused object.not-found while the document does not exist: no form before submission, no certificate before certification */
  async pdf(
    actor: Actor,
    orderId: string,
    document: 'order-form' | 'certificate',
  ): Promise<{ name: string; content: Buffer }> {
    const page = await this.pages.page(actor, orderId);
    if (!page.number || (document === 'certificate' && !page.certifiedAt)) throw new Refused('object.not-found');
    const definition = document === 'order-form' ? orderForm(page) : certificate(page);
    return {
      name: `${document === 'order-form' ? 'bon-de-commande' : 'service-fait'}-${page.number}.pdf`,
      content: await renderPdf(definition),
    };
  }
}
