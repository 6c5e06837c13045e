import { Injectable } from '@nestjs/common';
import { impactOf, mayExplain, PROBLEM_ABOUTS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODEL_OF_DEVICE } from '../inventory/equipment.sql.js';
import { COMMUNE_OF_SCHOOL } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { type Place, ReportService } from '../maintenance/report.service.js';
import type { TicketMoved } from '../maintenance/ticket.moving.js';
import { OPEN_TICKET_OF_THE_SAME } from '../maintenance/ticket.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OpeningService } from './opening.service.js';
import { ProblemAccess } from './problem.access.js';
import type { ProblemJoinRequest } from './problem.dto.js';
import type { Problem } from './problem.entity.js';

/** « Je suis concerné aussi »: the school's breakdown becomes a ticket of the known problem in one tap. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ProblemAccess,
    private readonly reports: ReportService,
    private readonly opening: OpeningService,
  ) {}

  /**
   * Of a school that has the same breakdown under a ticket already, whoever says so is a reporter of that one: two teachers
   * who tap at once make one ticket.
   * @throws Refused object.not-found, problem.over, problem.not-here, and as a report
   */
  join(actor: Actor, request: ProblemJoinRequest, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const place = await this.reports.placeOf(manager, actor, request);
      const problem = await this.access.joining(manager, request.problemId);
      await requireHere(manager, problem, place, request);
      await manager.query(IN_TURN, [problem.id, place.schoolId]);
      const [same] = await manager.query(OPEN_TICKET_OF_THE_SAME, [
        ...[place.schoolId, place.equipmentId, place.roomId, place.subject, place.service],
      ]);
      const ticket = same
        ? await this.reports.joinIn(manager, actor, same.id as string)
        : await this.reports.reportIn(manager, actor, place, {
            ...{ symptom: request.symptom, impact: impactOf(place.subject), urgency: 'otherwise' },
          });
      if (!(await this.isHeld(manager, ticket.id))) {
        const added = await this.opening.join(manager, actor, problem, [ticket.id]);
        await this.opening.tell(manager, actor, problem, 'join', added);
      }
      return ticket;
    });
  }

  /** In this problem or another one that is open. */
  private async isHeld(manager: EntityManager, ticketId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from problem_ticket where ticket_id = $1 and removed_at is null and problem_open',
      [ticketId],
    );
    return rows.length > 0;
  }
}

/** What is said here is what the problem may explain, where it may. @throws Refused problem.not-here */
async function requireHere(
  manager: EntityManager,
  problem: Problem,
  place: Place,
  { symptom }: ProblemJoinRequest,
): Promise<void> {
  const { communeId, modelId, about } = problem;
  const isThere =
    communeId === null || (await manager.query(COMMUNE_OF_SCHOOL, [place.schoolId]))[0]?.communeId === communeId;
  const isThing =
    modelId === null ||
    (place.equipmentId !== null && (await manager.query(MODEL_OF_DEVICE, [place.equipmentId]))[0]?.modelId === modelId);
  const explains = PROBLEM_ABOUTS[about].announced && mayExplain(problem, place.subject, place.service, symptom);
  if (!isThere || !isThing || !explains) throw new Refused('problem.not-here');
}

/** Of one school at a time: its second teacher finds the ticket of the first. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('problem ' || $1::text || ' ' || $2::text))`;
