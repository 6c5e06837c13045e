import { Injectable } from '@nestjs/common';
import { civilYearOf, PROBLEMS, TICKETS_OPEN } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODEL_ITEM } from '../catalogue/item.sql.js';
import { COMMUNE_THERE } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { TicketAccess } from '../maintenance/ticket.access.js';
import type { Ticket } from '../maintenance/ticket.entity.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { ProblemAccess } from './problem.access.js';
import type { ProblemRequest } from './problem.dto.js';
import { Problem } from './problem.entity.js';
import { recordProblemMove } from './problem-history.js';
import { movedOf, type ProblemMoved } from './problem.moving.js';
import { NEXT_PROBLEM_NUMBER } from './problem.sql.js';
import { requireAhead } from './problem.steps.js';

/** A problem is opened, and tickets come and go. The problem is held before its tickets, and those by id: nobody waits for each other. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ProblemAccess,
    private readonly tickets: TicketAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused problem.about-unknown, problem.day-past, problem.ticket-over, problem.ticket-elsewhere */
  open(actor: Actor, request: ProblemRequest, write: Write): Promise<ProblemMoved> {
    return this.transactions.run(write, async (manager) => {
      requireAhead(request.expectedOn, this.clock.today());
      await requireKnown(manager, request);
      const at = this.clock.now();
      const { about, service, modelId, symptom, communeId, told, expectedOn } = request;
      const [row] = await manager.query(
        `insert into problem (number, title, about, service, model_id, symptom, commune_id, told, expected_on, state, state_since, opened_at, opened_by)
         values (${NEXT_PROBLEM_NUMBER('$1')}, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12) returning id`,
        [
          ...[civilYearOf(this.clock.today()), request.title.trim(), about, service, modelId, symptom, communeId],
          ...[told?.trim() || null, expectedOn, PROBLEMS.initial, at, actor.accountId],
        ],
      );
      const problem = await this.access.lock(manager, row.id as string);
      const added = await this.join(manager, actor, problem, request.ticketIds);
      const detail = { tickets: numbersOf(added) };
      await recordProblemMove(manager, problem, {
        ...{ action: 'opening', mover: actor, at, from: null, reason: null, detail },
      });
      return movedOf(problem);
    });
  }

  /** @throws Refused object.not-found, problem.over, problem.ticket-over, problem.ticket-elsewhere */
  add(actor: Actor, problemId: string, ticketIds: readonly string[], write: Write): Promise<ProblemMoved> {
    return this.transactions.run(write, async (manager) => {
      const problem = await this.access.joining(manager, problemId);
      const added = await this.join(manager, actor, problem, ticketIds);
      await this.tell(manager, actor, problem, 'add', added);
      return movedOf(problem);
    });
  }

  /** @throws Refused object.not-found, problem.over, problem.ticket-not-there */
  takeOut(actor: Actor, problemId: string, ticketIds: readonly string[], write: Write): Promise<ProblemMoved> {
    return this.transactions.run(write, async (manager) => {
      const problem = await this.access.joining(manager, problemId);
      const tickets = await this.tickets.lockAll(manager, actor, ticketIds);
      const gone: unknown[] = await manager.query(
        `update problem_ticket set removed_at = $3, removed_by = $4
          where problem_id = $1 and ticket_id = any($2) and removed_at is null returning id`,
        [problemId, tickets.map(({ id }) => id), this.clock.now(), actor.accountId],
      );
      const [rows] = gone as [unknown[], number];
      if (rows.length < new Set(ticketIds).size) throw new Refused('problem.ticket-not-there');
      await this.tell(manager, actor, problem, 'take-out', tickets);
      return movedOf(problem);
    });
  }

  /** @param problem held @returns the tickets, held too, that it had not joined yet */
  async join(manager: EntityManager, actor: Actor, problem: Problem, ticketIds: readonly string[]): Promise<Ticket[]> {
    const tickets = await this.tickets.lockAll(manager, actor, ticketIds);
    if (tickets.length < new Set(ticketIds).size) throw new Refused('object.not-found');
    const over = tickets.find(({ state }) => !TICKETS_OPEN.includes(state));
    if (over) throw new Refused('problem.ticket-over', { title: `${over.number} est fini : il ne se joint plus.` });
    const held: { ticketId: string; problemId: string; number: string }[] = await manager.query(ELSEWHERE, [
      tickets.map(({ id }) => id),
    ]);
    const elsewhere = held.find(({ problemId }) => problemId !== problem.id);
    if (elsewhere) {
      const { number } = tickets.find(({ id }) => id === elsewhere.ticketId)!;
      throw new Refused('problem.ticket-elsewhere', { title: `${number} est déjà dans ${elsewhere.number}.` });
    }
    const known = new Set(held.map(({ ticketId }) => ticketId));
    const coming = tickets.filter(({ id }) => !known.has(id));
    await manager.query(
      `insert into problem_ticket (problem_id, ticket_id, added_at, added_by) select $1, id, $3, $4 from unnest($2::uuid[]) as t(id)`,
      [problem.id, coming.map(({ id }) => id), this.clock.now(), actor.accountId],
    );
    return coming;
  }

  /** A line of the thread, where something came or went. */
  async tell(
    manager: EntityManager,
    actor: Actor,
    problem: Problem,
    action: 'add' | 'take-out' | 'join',
    tickets: readonly Ticket[],
  ): Promise<void> {
    if (tickets.length === 0) return;
    const detail = { tickets: numbersOf(tickets) };
    await recordProblemMove(manager, problem, {
      ...{ action, mover: actor, at: this.clock.now(), from: problem.state, reason: null, detail },
    });
  }
}

/** The first of them: a line of a thread is no list. */
const TOLD = 8;
function numbersOf(tickets: readonly Ticket[]): string {
  const first = tickets.slice(0, TOLD).map(({ number }) => number);
  const more = tickets.length - first.length;
  return [...first, ...(more > 0 ? [`et ${more} autres`] : [])].join(', ');
}

/** @throws Refused problem.about-unknown */
async function requireKnown(manager: EntityManager, { about, service, modelId, communeId }: ProblemRequest) {
  const named = { service: service !== null, model: modelId !== null };
  const right = named.service === (about === 'service') && named.model === (about === 'model');
  const isModel = modelId === null || (await manager.query(MODEL_ITEM, [modelId])).length > 0;
  const isPlace = communeId === null || (await manager.query(COMMUNE_THERE, [communeId])).length > 0;
  if (!right || !isModel || !isPlace) throw new Refused('problem.about-unknown');
}

/** What these are in already. */
const ELSEWHERE = `select x.ticket_id as "ticketId", x.problem_id as "problemId", p.number
  from problem_ticket x join problem p on p.id = x.problem_id
  where x.ticket_id = any($1) and x.removed_at is null and x.problem_open`;
