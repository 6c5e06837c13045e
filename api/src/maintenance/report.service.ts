import { Injectable } from '@nestjs/common';
import { civilYearOf, priorityOf, symptomsOf, TICKETS, TICKETS_OPEN } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOM_OF_SCHOOL } from '../directory/school.sql.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { RepairsService } from '../inventory/repairs.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type { TicketReportRequest, TicketSubjectQuery } from './ticket.dto.js';
import type { Ticket } from './ticket.entity.js';
import { recordTicketMove } from './ticket-history.js';
import { announceTicketPhotos } from './ticket-photos.js';
import type { TicketMoved } from './ticket.moving.js';
import { NEXT_TICKET_NUMBER } from './ticket.sql.js';

/** What a breakdown is of, and where. */
export type Place = Pick<Ticket, 'schoolId' | 'subject' | 'equipmentId' | 'roomId' | 'service'>;

/** What is said of it. */
type Said = Pick<TicketReportRequest, 'symptom' | 'impact' | 'urgency' | 'description' | 'photos'>;

/** A breakdown is reported, or said to be one that is known already. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly repairs: RepairsService,
    private readonly access: TicketAccess,
    private readonly clocks: TicketClocks,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, ticket.subject-unknown, ticket.device-gone, ticket.symptom-unknown */
  report(actor: Actor, request: TicketReportRequest, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const place = await this.placeOf(manager, actor, request);
      if (!symptomsOf(place.subject).includes(request.symptom)) throw new Refused('ticket.symptom-unknown');
      return this.write(manager, actor, place, request);
    });
  }

  /** A device that did not come back with its case: somebody looks for it at the school that had it. @returns the ticket's id */
  async reportMissing(
    manager: EntityManager,
    actor: Actor,
    { equipmentId, schoolId, loan }: { equipmentId: string; schoolId: string; loan: string },
  ): Promise<string> {
    const place: Place = { schoolId, subject: 'device', equipmentId, roomId: null, service: null };
    const description = `Il manque au retour du prêt ${loan}.`;
    const said = { symptom: 'other', impact: 'person', urgency: 'normally', description } as const;
    return (await this.write(manager, actor, place, said)).id;
  }

  private async write(manager: EntityManager, actor: Actor, place: Place, said: Said): Promise<TicketMoved> {
    const { symptom, impact, urgency, description } = said;
    const at = this.clock.now();
    const priority = priorityOf(impact, urgency);
    const [{ id, number }] = await manager.query(REPORT, [
      ...[place.schoolId, place.subject, place.equipmentId, place.roomId, place.service, symptom],
      ...[description?.trim() || null, impact, urgency, priority, TICKETS.initial, at, actor.accountId],
      civilYearOf(this.clock.today()),
    ]);
    const made = { id, schoolId: place.schoolId, state: TICKETS.initial, priority, waitFor: null };
    const line = { action: 'report', mover: actor, at, from: null, reason: null, detail: {} };
    await recordTicketMove(manager, made, line);
    await announceTicketPhotos(manager, id, { mover: actor, at, photos: said.photos ?? [] });
    await this.clocks.rewrite(manager, [id]);
    return { id, number, version: 1, state: TICKETS.initial };
  }

  /** « C’est la même panne »: whoever says so is told of what becomes of it. @throws Refused object.not-found, ticket.over */
  join(actor: Actor, ticketId: string, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const [ticket] = await this.access.lockAll(manager, actor, [ticketId]);
      if (!ticket) throw new Refused('object.not-found');
      if (!TICKETS_OPEN.includes(ticket.state)) throw new Refused('ticket.over');
      if (ticket.reportedBy !== actor.accountId)
        await manager.query(
          `insert into ticket_reporter (ticket_id, account_id, at) values ($1, $2, $3)
             on conflict (ticket_id, account_id) do nothing`,
          [ticketId, actor.accountId, this.clock.now()],
        );
      return { id: ticket.id, number: ticket.number, version: ticket.version, state: ticket.state };
    });
  }

  /** Exactly one thing, in the actor's scope. @throws Refused object.not-found, ticket.subject-unknown, ticket.device-gone */
  async placeOf(manager: EntityManager, actor: Actor, asked: TicketSubjectQuery): Promise<Place> {
    const { subject, equipmentId, roomId, service } = asked;
    const nothing = { subject, equipmentId: null, roomId: null, service: null };
    if (subject === 'device') {
      if (!equipmentId) throw new Refused('ticket.subject-unknown');
      const broken = await this.repairs.broken(manager, actor, equipmentId);
      if (!broken) throw new Refused('ticket.device-gone');
      return { ...nothing, ...broken, equipmentId };
    }
    const schoolId = asked.schoolId ?? actor.schoolId;
    if (!schoolId) throw new Refused('ticket.subject-unknown');
    await this.schools.reach(manager, actor, schoolId);
    if (subject === 'school') return { ...nothing, schoolId };
    if (subject === 'service') {
      if (!service) throw new Refused('ticket.subject-unknown');
      return { ...nothing, schoolId, service };
    }
    const known = roomId && (await manager.query(ROOM_OF_SCHOOL, [roomId, schoolId])).length > 0;
    if (!known) throw new Refused('ticket.subject-unknown');
    return { ...nothing, schoolId, roomId };
  }
}

const REPORT = `insert into ticket (school_id, subject, equipment_id, room_id, service, symptom, description, impact, urgency, priority, state,
    state_since, reported_at, reported_by, number)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, ${NEXT_TICKET_NUMBER('$14')}) returning id, number`;
