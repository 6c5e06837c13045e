import { Injectable } from '@nestjs/common';
import {
  KNOWN_PROBLEM_TERMS,
  mayExplain,
  PROBLEM_OF_TICKET_TERMS,
  problemFields,
  PROBLEMS_ANNOUNCED,
} from '@parc/domain';
import { COMMUNE_OF_SCHOOL } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { MODEL_OF_DEVICE } from '../inventory/equipment.sql.js';
import { ReportService } from '../maintenance/report.service.js';
import { TicketAccess } from '../maintenance/ticket.access.js';
import type { TicketSubjectQuery } from '../maintenance/ticket.dto.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import type { KnownProblem, KnownProblems, ProblemOfTicket, ProblemsOfTickets } from './known.answers.js';
import { SCHOOLS_OF } from './problem.sql.js';

/** What is known already: before a report, and beside a ticket. */
@Injectable()
export class KnownQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportService,
    private readonly tickets: TicketAccess,
  ) {}

  /** Open problems of the service, or of the model, where the breakdown is. @throws Refused as a report */
  known(actor: Actor, asked: TicketSubjectQuery): Promise<KnownProblems> {
    return this.transactions.snapshot(async (manager) => {
      const { schoolId, equipmentId, subject, service } = await this.reports.placeOf(manager, actor, asked);
      const [place] = await manager.query(COMMUNE_OF_SCHOOL, [schoolId]);
      const [device] = equipmentId === null ? [] : await manager.query(MODEL_OF_DEVICE, [equipmentId]);
      const rows: KnownProblem[] = await manager.query(KNOWN, [place.communeId, device?.modelId ?? null]);
      const fields = problemFields(actor.role);
      const items = rows
        .filter((row) => mayExplain(row, subject, service, row.symptom ?? ANY_SYMPTOM))
        .map((row) => shown(KNOWN_PROBLEM_TERMS, fields, row));
      return { items: items.slice(0, LIMITS.problems.knownShown) };
    });
  }

  /** Of tickets that the actor reaches: the problem that each is in, or was in last. */
  ofTickets(actor: Actor, ids: readonly string[]): Promise<ProblemsOfTickets> {
    return this.transactions.snapshot(async (manager) => {
      const reached = await this.tickets.readAll(manager, actor, ids);
      const rows: ProblemOfTicket[] = await manager.query(OF_TICKETS, [reached.map(({ id }) => id)]);
      const fields = problemFields(actor.role);
      return { items: rows.map((row) => shown(PROBLEM_OF_TICKET_TERMS, fields, row)) };
    });
  }
}

/** Which symptom is said comes after, and is the screen's to compare. */
const ANY_SYMPTOM = 'no-network';

const ALIKE = `p.id, p.number, p.title, p.state, p.told, p.expected_on::text as "expectedOn", p.opened_at as since, ${SCHOOLS_OF} as schools`;

const KNOWN = `select ${ALIKE}, p.about, p.service, p.symptom from problem p
  where p.open and ${anyOf('p.about', PROBLEMS_ANNOUNCED)} and (p.commune_id = $1 or p.commune_id is null)
    and (p.model_id is null or p.model_id = $2)
  order by p.opened_at desc, p.id limit ${LIMITS.problems.knownRead}`;

const OF_TICKETS = `select distinct on (x.ticket_id) x.ticket_id as "ticketId", ${ALIKE}
  from problem_ticket x join problem p on p.id = x.problem_id
  where x.ticket_id = any($1) and x.removed_at is null order by x.ticket_id, x.added_at desc, x.id`;
