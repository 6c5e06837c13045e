import { Injectable } from '@nestjs/common';
import { civilYearOf, priorityOf, symptomsOf, TICKETS } from '@parc/domain';
import { SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { signatureOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { all } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type { TicketReportRequest } from './ticket.dto.js';
import type { TicketMoved } from './ticket.moving.js';
import { reportedScope } from './ticket.scope.js';
import { NEXT_TICKET_NUMBER } from './ticket.sql.js';

/**
 * A network that is down is reported by 64 schools in the same minute: of a whole school or a service, which name no device and no room
 * to be looked at, a report is one statement as long as what its clocks were counted with still stands. Else it writes nothing, and
 * `ReportService` goes step by step: `ticket-report.spec.ts` compares what both leave.
 */
@Injectable()
export class QuickReports {
  /** Whether somebody of a school must be there, as the last report of it has read. */
  private readonly presences = new Map<string, boolean>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clocks: TicketClocks,
    private readonly clock: Clock,
  ) {}

  learn(schoolId: string, presence: boolean): void {
    this.presences.set(schoolId, presence);
  }

  /** @returns null where it is to be told step by step, refusals too */
  async report(actor: Actor, request: TicketReportRequest, write: Write): Promise<TicketMoved | null> {
    const { subject, symptom, impact, urgency, description, service = null, photos = [] } = request;
    const schoolId = request.schoolId ?? actor.schoolId;
    const isWhole = subject === 'school' || (subject === 'service' && service !== null);
    if (!isWhole || schoolId === null || photos.length > 0 || !symptomsOf(subject).includes(symptom)) return null;
    const presence = this.presences.get(schoolId);
    if (presence === undefined) return null;
    const at = this.clock.now();
    const priority = priorityOf(impact, urgency);
    const begun = this.clocks.begunAsKnown(schoolId, { at, priority, presence });
    if (begun === null) return null;
    const scope = numbered(reportedScope(actor), OWN_PARAMETERS);
    const { accountId, role, deputy } = signatureOf(actor);
    return this.transactions.atOnce(write, {
      given: given(scope.sql),
      wrote: WROTE,
      values: [
        ...[schoolId, presence, begun.mark, civilYearOf(this.clock.today()), TICKETS.initial, subject],
        ...[
          subject === 'service' ? service : null,
          symptom,
          description?.trim() || null,
          impact,
          urgency,
          priority,
          at,
        ],
        ...[accountId, begun.dueAt, begun.nextWarningAt, role, deputy, ...scope.values],
      ],
    });
  }
}

/** Of the statement around it and of its own, before those of the scope. */
const OWN_PARAMETERS = 26;

/** @param scope over `s` */
const given = (scope: string) =>
  `select x.id, x.number, json_build_object('id', x.id, 'number', x.number, 'version', 1, 'state', $13::text) as answer
     from (select uuidv7() as id, ${NEXT_TICKET_NUMBER('$12')} as number from ${all(SCHOOLS)}
            where s.id = $9 and s.presence_needed = $10 and ${scope} and (select mark from calendar_mark) = $11) x`;

/** As `ReportService` writes them. */
const WROTE = `made as (
     insert into ticket (id, number, school_id, subject, service, symptom, description, impact, urgency, priority, state, state_since,
         reported_at, reported_by, due_at, next_warning_at)
       select g.id, g.number, $9, $14, $15, $16, $17, $18, $19, $20, $13, $21::timestamptz, $21::timestamptz, $22::uuid, $23::timestamptz,
           $24::timestamptz
         from given g cross join claimed
       returning id, state, reported_by, reported_at, priority),
   told as (
     insert into ticket_move (ticket_id, action, to_state, account_id, role, deputy, at, priority, presence)
       select id, 'report', state, reported_by, $25, $26::boolean, reported_at, priority, $10 from made)`;
