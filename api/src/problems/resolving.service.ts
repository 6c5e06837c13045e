import { Injectable } from '@nestjs/common';
import { PROBLEMS_SOLVED } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { TicketMoves } from '../maintenance/ticket-moves.js';
import { onceEach, RowByRow, type RowOutcome } from '../platform/database/row-by-row.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused, refusalSentence } from '../platform/http/refused.js';
import { ProblemAccess } from './problem.access.js';
import type { ProblemResolveAnswer, ProblemResolveOutcome, ProblemTicketSeen } from './problem.dto.js';
import type { Problem } from './problem.entity.js';
import { OPEN_TICKETS_OF_PROBLEM } from './problem.sql.js';

/**
 * The tickets of a solved problem, each by the row of its own table and in a transaction of its own: what cannot be resolved
 * stays open and says why, and the next batch goes on with what is left.
 */
@Injectable()
export class ResolvingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: ProblemAccess,
    private readonly rows: RowByRow,
    private readonly moves: TicketMoves,
  ) {}

  /** @throws Refused object.not-found, problem.not-solved */
  async resolve(
    actor: Actor,
    problemId: string,
    seen: ProblemTicketSeen[],
    write: Write,
  ): Promise<ProblemResolveAnswer> {
    const { manager } = this.dataSource;
    // What is over changes no more: it is read once for all of them.
    const problem = await this.access.read(manager, problemId);
    if (!PROBLEMS_SOLVED.includes(problem.state)) throw new Refused('problem.not-solved');
    const outcomes = await this.rows.apply(write, onceEach(seen), (held, { id }, each) =>
      this.one(held, actor, problem, id, each),
    );
    const [{ open }] = await manager.query(OPEN_TICKETS_OF_PROBLEM, [problemId]);
    return { outcomes: outcomes.map(told), left: open as number };
  }

  /** @throws Refused problem.ticket-not-there, and as the table of tickets says */
  private async one(
    manager: EntityManager,
    actor: Actor,
    { id, cause, repair, solution, ticketMinutes }: Problem,
    ticketId: string,
    write: Write,
  ): Promise<{ number: string }> {
    const there: unknown[] = await manager.query(
      'select from problem_ticket where problem_id = $1 and ticket_id = $2 and removed_at is null',
      [id, ticketId],
    );
    if (there.length === 0) throw new Refused('problem.ticket-not-there');
    const given = { cause: cause!, repair: repair!, note: solution, minutes: ticketMinutes! };
    return this.moves.resolveAlso(
      manager,
      actor,
      ticketId,
      { ...given, priceCents: 0, device: 'stays', parts: null },
      write,
    );
  }
}

type Told = RowOutcome<ProblemTicketSeen, { number: string }>;

function told({ item: { id }, done, refusal }: Told): ProblemResolveOutcome {
  if (refusal === null) return { id, number: done.number, done: true, code: null, sentence: null };
  return { id, number: null, done: false, code: refusal.code, sentence: refusalSentence(refusal) };
}
