import { Injectable } from '@nestjs/common';
import { civilYearOf, priorityOf, symptomsOf, TICKETS, TICKETS_OPEN } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOM_OF_SCHOOL, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { signatureOf } from '../identity/mover.js';
import { RepairsService } from '../inventory/repairs.service.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { all } from '../platform/database/joins.sql.js';
import { EVERYTHING, numbered } from '../platform/database/predicate.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type { TicketReportRequest, TicketSubjectQuery } from './ticket.dto.js';
import type { Ticket } from './ticket.entity.js';
import { QuickReports } from './quick-reports.js';
import { announceTicketPhotos } from './ticket-photos.js';
import type { TicketMoved } from './ticket.moving.js';
import { reportedScope } from './ticket.scope.js';
import { NEXT_TICKET_NUMBER } from './ticket.sql.js';

/** What a breakdown is of, and where. */
export type Place = Pick<Ticket, 'schoolId' | 'subject' | 'equipmentId' | 'roomId' | 'service'>;

/** What is said of it. */
type Said = Pick<TicketReportRequest, 'symptom' | 'impact' | 'urgency' | 'description' | 'photos'>;

/** What the clocks of a report begin with. */
interface Beginning {
  /** Of the calendars. */
  mark: string;
  /** Whether somebody of the school must be there. */
  presence: boolean;
}

/** A breakdown is reported, or said to be one that is known already. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repairs: RepairsService,
    private readonly access: TicketAccess,
    private readonly clocks: TicketClocks,
    private readonly quick: QuickReports,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, ticket.subject-unknown, ticket.device-gone, ticket.symptom-unknown */
  async report(actor: Actor, request: TicketReportRequest, write: Write): Promise<TicketMoved> {
    return (await this.quick.report(actor, request, write)) ?? this.plainly(actor, request, write);
  }

  private plainly(actor: Actor, request: TicketReportRequest, write: Write): Promise<TicketMoved> {
    return this.transactions.run(
      write,
      async (manager, read: Beginning | null) => {
        const place = await this.placeIn(manager, actor, request, schoolIdOf(actor, request));
        if (!symptomsOf(place.subject).includes(request.symptom)) throw new Refused('ticket.symptom-unknown');
        const beginning = read ?? (await beginningAt(manager, place.schoolId));
        this.quick.learn(place.schoolId, beginning.presence);
        return this.write(manager, actor, place, request, beginning);
      },
      (manager) => reachedBeginning(manager, actor, request),
    );
  }

  /** A report that somebody else has made and the actor takes upon itself. @returns the ticket's id @throws Refused as `report` */
  async reportDevice(manager: EntityManager, actor: Actor, request: Said & { equipmentId: string }): Promise<string> {
    const place = await this.placeIn(manager, actor, { subject: 'device', equipmentId: request.equipmentId }, null);
    return (await this.write(manager, actor, place, request, await beginningAt(manager, place.schoolId))).id;
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
    return (await this.write(manager, actor, place, said, await beginningAt(manager, schoolId))).id;
  }

  /** The same of a place that was reached, in a transaction of the caller's. @throws Refused ticket.symptom-unknown */
  async reportIn(manager: EntityManager, actor: Actor, place: Place, said: Said): Promise<TicketMoved> {
    if (!symptomsOf(place.subject).includes(said.symptom)) throw new Refused('ticket.symptom-unknown');
    return this.write(manager, actor, place, said, await beginningAt(manager, place.schoolId));
  }

  /**
   * A device that was found broken by who looks after it: the ticket that is open of it already, else a new one.
   * @returns the ticket's id; null where nobody has the device any more
   */
  async reportFound(
    manager: EntityManager,
    actor: Actor,
    { equipmentId, description }: { equipmentId: string; description: string },
  ): Promise<string | null> {
    const broken = await this.repairs.broken(manager, actor, equipmentId);
    if (!broken) return null;
    const [open] = await manager.query(OLDEST_OPEN, [equipmentId]);
    if (open) return open.id as string;
    const place: Place = { ...broken, subject: 'device', equipmentId, service: null };
    const said = { symptom: 'other', impact: 'person', urgency: 'otherwise', description } as const;
    return (await this.write(manager, actor, place, said, await beginningAt(manager, place.schoolId))).id;
  }

  /** The ticket, its report and when it falls due in one statement: 64 schools report at once where a network is down. */
  private async write(
    manager: EntityManager,
    actor: Actor,
    place: Place,
    said: Said,
    { mark, presence }: Beginning,
  ): Promise<TicketMoved> {
    const { symptom, impact, urgency, description } = said;
    const at = this.clock.now();
    const priority = priorityOf(impact, urgency);
    const { dueAt, nextWarningAt } = await this.clocks.begun(manager, place.schoolId, { at, priority, presence }, mark);
    const { accountId, role, deputy } = signatureOf(actor);
    const [{ id, number }] = await manager.query(REPORT, [
      ...[place.schoolId, place.subject, place.equipmentId, place.roomId, place.service, symptom],
      ...[description?.trim() || null, impact, urgency, priority, TICKETS.initial, at, accountId],
      ...[civilYearOf(this.clock.today()), dueAt, nextWarningAt, role, deputy, presence],
    ]);
    await announceTicketPhotos(manager, id, { mover: actor, at, photos: said.photos ?? [] });
    return { id, number, version: 1, state: TICKETS.initial };
  }

  /** « C’est la même panne »: whoever says so is told of what becomes of it. @throws Refused object.not-found, ticket.over */
  join(actor: Actor, ticketId: string, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, (manager) => this.joinIn(manager, actor, ticketId));
  }

  /** The same in a transaction of the caller's. @throws Refused object.not-found, ticket.over */
  async joinIn(manager: EntityManager, actor: Actor, ticketId: string): Promise<TicketMoved> {
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
  }

  /** Exactly one thing, in the actor's scope. @throws Refused object.not-found, ticket.subject-unknown, ticket.device-gone */
  async placeOf(manager: EntityManager, actor: Actor, asked: TicketSubjectQuery): Promise<Place> {
    await reachedBeginning(manager, actor, asked);
    return this.placeIn(manager, actor, asked, schoolIdOf(actor, asked));
  }

  /** @param schoolId in the actor's reach */
  private async placeIn(
    manager: EntityManager,
    actor: Actor,
    { subject, equipmentId, roomId, service }: TicketSubjectQuery,
    schoolId: string | null,
  ): Promise<Place> {
    const nothing = { subject, equipmentId: null, roomId: null, service: null };
    if (subject === 'device') {
      if (!equipmentId) throw new Refused('ticket.subject-unknown');
      const broken = await this.repairs.broken(manager, actor, equipmentId);
      if (!broken) throw new Refused('ticket.device-gone');
      return { ...nothing, ...broken, equipmentId };
    }
    if (!schoolId) throw new Refused('ticket.subject-unknown');
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

/** The school that is asked for, or one's own; null of a device, which says its school itself. */
function schoolIdOf(actor: Actor, { subject, schoolId }: TicketSubjectQuery): string | null {
  return subject === 'device' ? null : (schoolId ?? actor.schoolId);
}

/** One statement, which may leave with the repetition key's claim. @returns null of a device @throws Refused object.not-found */
async function reachedBeginning(
  manager: EntityManager,
  actor: Actor,
  asked: TicketSubjectQuery,
): Promise<Beginning | null> {
  const schoolId = schoolIdOf(actor, asked);
  return schoolId === null ? null : beginningAt(manager, schoolId, reportedScope(actor));
}

/** @param scope everything where the school was reached before: it is a device's own @throws Refused object.not-found */
async function beginningAt(manager: EntityManager, schoolId: string, scope = EVERYTHING): Promise<Beginning> {
  const within = numbered(scope, 1);
  const [beginning] = await manager.query(
    `select (select mark from calendar_mark) as mark, s.presence_needed as presence from ${all(SCHOOLS)}
      where s.id = $1 and ${within.sql}`,
    [schoolId, ...within.values],
  );
  if (!beginning) throw new Refused('object.not-found');
  return beginning as Beginning;
}

const OLDEST_OPEN = `select id from ticket where equipment_id = $1 and ${inStates('state', TICKETS_OPEN)} order by reported_at, id limit 1`;

/** As `recordTicketMove` writes a line, and `TicketClocks.rewrite` the copies: `ticket-report.spec.ts` compares them. */
const REPORT = `with made as (
     insert into ticket (school_id, subject, equipment_id, room_id, service, symptom, description, impact, urgency, priority, state,
         state_since, reported_at, reported_by, number, due_at, next_warning_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, ${NEXT_TICKET_NUMBER('$14')}, $15, $16)
       returning id, number, state, reported_by, reported_at, priority),
   told as (
     insert into ticket_move (ticket_id, action, to_state, account_id, role, deputy, at, priority, presence)
       select id, 'report', state, reported_by, $17, $18::boolean, reported_at, priority, $19::boolean from made)
   select id, number from made`;
