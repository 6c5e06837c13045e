import { Injectable } from '@nestjs/common';
import { VISITS_TOLD } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { renderPdf } from '../platform/files/pdf.js';
import { Refused } from '../platform/http/refused.js';
import { visitMinutes } from './visit-document.js';
import { VisitPageQueries } from './visit-page.queries.js';

/** The printed minutes of a visit; the page of the same content is the accessible one. */
@Injectable()
export class VisitDocuments {
  constructor(private readonly pages: VisitPageQueries) {}

  /** @throws Refused object.not-found, visit.not-told-yet while there are no minutes */
  async pdf(actor: Actor, visitId: string): Promise<{ name: string; content: Buffer }> {
    const page = await this.pages.page(actor, visitId);
    if (!VISITS_TOLD.includes(page.state)) throw new Refused('visit.not-told-yet');
    return { name: `intervention-${page.number}.pdf`, content: await renderPdf(visitMinutes(page)) };
  }
}
