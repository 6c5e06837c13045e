import { Injectable } from '@nestjs/common';
import { mayWriteRemedy, REMEDIES, REMEDIES_READ, symptomsOf, TICKETS_RESOLVED } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { TicketAccess } from '../maintenance/ticket.access.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { RemedyAccess } from './remedy.access.js';
import type { RemedyAnswered, RemedyAnswerRequest, RemedyRequest, RemedyTexts } from './remedy.dto.js';
import { Remedy } from './remedy.entity.js';
import { keepVersion, recordRemedyMove } from './remedy-history.js';
import { type RemedyMoved, remedyMoved } from './remedy-moves.js';

/** A remedy is written, written anew, and counted. */
@Injectable()
export class WritingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RemedyAccess,
    private readonly tickets: TicketAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused remedy.about-unknown, remedy.ticket-open, object.not-found */
  make(actor: Actor, { ticketId, ...texts }: RemedyRequest, write: Write): Promise<RemedyMoved> {
    return this.transactions.run(write, async (manager) => {
      requireThing(texts);
      if (ticketId !== null) {
        const { state } = await this.tickets.read(manager, actor, ticketId);
        if (!TICKETS_RESOLVED.includes(state)) throw new Refused('remedy.ticket-open');
      }
      const at = this.clock.now();
      const row = { ...written(texts), ticketId, state: REMEDIES.initial, stateSince: at, changedAt: at };
      const { id } = (await manager.insert(Remedy, row)).identifiers[0] as { id: string };
      await manager.query('insert into remedy_tally (remedy_id) values ($1)', [id]);
      await recordRemedyMove(manager, { id, state: row.state }, { ...LINE, action: 'writing', mover: actor, at });
      return { id, version: 1, state: row.state };
    });
  }

  /** What schools read changes at once, and stays as a version. @throws Refused remedy.not-yours, remedy.about-unknown, version.stale */
  change(actor: Actor, remedyId: string, texts: RemedyTexts, write: Write): Promise<RemedyMoved> {
    return this.transactions.run(write, async (manager) => {
      requireThing(texts);
      const remedy = await this.access.lock(manager, remedyId);
      requireVersion(write, remedy.version);
      if (!mayWriteRemedy(actor.role, remedy.state)) throw new Refused('remedy.not-yours');
      const at = this.clock.now();
      const changed = { ...written(texts), changedAt: at };
      await manager.update(Remedy, remedyId, changed);
      Object.assign(remedy, changed, { version: remedy.version + 1 });
      if (REMEDIES_READ.includes(remedy.state)) await keepVersion(manager, remedy, actor, at);
      await recordRemedyMove(manager, remedy, { ...LINE, action: 'change', mover: actor, at, from: remedy.state });
      return remedyMoved(remedy);
    });
  }

  /** Nobody is counted by name. @throws Refused object.not-found, remedy.not-published */
  answer(remedyId: string, { answer }: RemedyAnswerRequest, write: Write): Promise<RemedyAnswered> {
    return this.transactions.run(write, async (manager) => {
      const { state } = await this.access.read(manager, remedyId);
      if (!REMEDIES_READ.includes(state)) throw new Refused('remedy.not-published');
      await manager.query(`update remedy_tally set ${answer}_count = ${answer}_count + 1 where remedy_id = $1`, [
        remedyId,
      ]);
      return { id: remedyId, counted: true };
    });
  }
}

const LINE = { from: null, reason: null };

function written({ title, about, family, service, symptom, steps, inside }: RemedyTexts) {
  const texts = { title: title.trim(), steps: steps.trim(), inside: inside?.trim() || null };
  return { ...texts, about, family, service, symptom };
}

/** A symptom that such a thing may show. @throws Refused remedy.about-unknown */
function requireThing({ about, family, service, symptom, title, steps }: RemedyTexts): void {
  const named = about === 'device' ? service === null : service !== null && family === null;
  if (!named || !symptomsOf(about).includes(symptom) || title.trim() === '' || steps.trim() === '')
    throw new Refused('remedy.about-unknown');
}
