import { Injectable } from '@nestjs/common';
import { FOUND_REMEDY_TERMS, REMEDIES_READ, remedyFields, type Symptom } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { FAMILY_OF_DEVICE } from '../inventory/equipment.sql.js';
import { type Place, ReportService } from '../maintenance/report.service.js';
import { TicketAccess } from '../maintenance/ticket.access.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import type { RemediesFound, RemediesFoundQuery, RemedyFound } from './remedy.answers.js';

/** What may be tried of a breakdown: before it is reported, and beside its ticket. */
@Injectable()
export class FoundQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportService,
    private readonly tickets: TicketAccess,
  ) {}

  /** @throws Refused as a report */
  before(actor: Actor, asked: RemediesFoundQuery): Promise<RemediesFound> {
    return this.transactions.snapshot(async (manager) => {
      const place = await this.reports.placeOf(manager, actor, asked);
      return found(manager, actor, place, asked.symptom);
    });
  }

  /** @throws Refused object.not-found */
  ofTicket(actor: Actor, ticketId: string): Promise<RemediesFound> {
    return this.transactions.snapshot(async (manager) => {
      const ticket = await this.tickets.read(manager, actor, ticketId);
      return found(manager, actor, ticket, ticket.symptom);
    });
  }
}

type Thing = Pick<Place, 'subject' | 'equipmentId' | 'service'>;

async function found(
  manager: EntityManager,
  actor: Actor,
  { subject, equipmentId, service }: Thing,
  symptom: Symptom,
): Promise<RemediesFound> {
  const [device] = equipmentId === null ? [] : await manager.query(FAMILY_OF_DEVICE, [equipmentId]);
  const isOfDevices = subject === 'device' || subject === 'room';
  const rows: RemedyFound[] = await manager.query(FOUND, [symptom, isOfDevices, device?.family ?? null, service]);
  const fields = remedyFields(actor.role);
  return { items: rows.map((row) => shown(FOUND_REMEDY_TERMS, fields, row)) };
}

/** What is of that very kind before what is of any; of those, what helped most often. */
const FOUND = `select r.id, r.title, r.steps, r.symptom, r.inside from remedy r join remedy_tally y on y.remedy_id = r.id
  where ${inStates('r.state', REMEDIES_READ)} and r.symptom = $1
    and case r.about when 'device' then $2::boolean and (r.family is null or $3::text is null or r.family = $3)
        else r.service = $4 end
  order by coalesce(r.family = $3, false) desc, y.helped_count desc, r.title, r.id limit ${LIMITS.remedies.found}`;
