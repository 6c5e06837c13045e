import { Injectable } from '@nestjs/common';
import {
  judgeTicketMove,
  parisDateOf,
  TICKET_STATES,
  TICKETS,
  type TicketAction,
  type TicketFacts,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { RepairCharges } from '../budgets/repair-charges.service.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { roleOf, SYSTEM, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { requireVersionButOwn } from '../platform/database/done-once.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import { Ticket } from './ticket.entity.js';
import { recordTicketMove } from './ticket-history.js';
import type { MovingTicket, TicketColumns, TicketGiven, TicketMoved } from './ticket.moving.js';
import { TicketNotices } from './ticket-notices.service.js';
import { TicketSteps } from './ticket.steps.js';

/** What has just been said of it elsewhere: the school has answered, or the order that repairs it was certified. */
interface Heard {
  answered?: boolean;
  certified?: boolean;
}

/** The ticket as the rules see it. */
export function ticketFacts(
  ticket: Ticket,
  today: string,
  { answered = false, certified = false }: Heard = {},
): TicketFacts {
  return {
    state: ticket.state,
    reportedBy: ticket.reportedBy,
    assignedTo: ticket.assignedAccountId,
    reviewOn: ticket.reviewOn,
    answered,
    certified,
    resolvedOn: ticket.resolvedAt && parisDateOf(ticket.resolvedAt),
    today,
  };
}

const actorOf = (mover: Mover) => ({ accountId: mover === SYSTEM ? SYSTEM : mover.accountId, role: roleOf(mover) });

type Held = Pick<MovingTicket, 'envelopeId' | 'into'>;
/** How one move is asked for. */
interface Asked {
  mover: Mover;
  action: TicketAction;
  given: TicketGiven;
  held: Held;
  heard?: Heard;
}
const NOTHING_HELD: Held = { envelopeId: null, into: null };

/**
 * Every move of a ticket: judged and run by the table; here alone the state changes, with the line of the thread, the copies
 * of what the clocks say, and the mails. Locks are taken in one order: the envelope, tickets by id, the device.
 */
@Injectable()
export class TicketMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly steps: TicketSteps,
    private readonly charges: RepairCharges,
    private readonly clocks: TicketClocks,
    private readonly notices: TicketNotices,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(actor: Actor, ticketId: string, action: TicketAction, given: TicketGiven, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const { ticket, held } = await this.hold(manager, actor, ticketId, given);
      if (action === 'take') await requireFree(manager, ticket);
      await requireVersionButOwn(manager, write, ticket.version);
      return this.run(manager, ticket, { mover: actor, action, given, held });
    });
  }

  /** Repaired on the spot: what nobody had is taken, begun and resolved, or nothing of it. @throws Refused ticket.taken, and as `move` */
  doneOnSite(actor: Actor, ticketId: string, given: TicketGiven, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const { ticket, held } = await this.hold(manager, actor, ticketId, given);
      if (ticket.assignedAccountId !== actor.accountId) await requireFree(manager, ticket);
      await requireVersionButOwn(manager, write, ticket.version);
      for (const action of ['take', 'start'] as const)
        if (TICKETS.find(ticket.state, action))
          await this.run(manager, ticket, { mover: actor, action, given: {}, held: NOTHING_HELD });
      return this.run(manager, ticket, { mover: actor, action: 'resolve', given, held });
    });
  }

  /**
   * Resolved with others of one cause, in a transaction of the caller's: what nobody had is taken, what waited goes on.
   * @throws Refused as `move`
   */
  async resolveAlso(
    manager: EntityManager,
    actor: Actor,
    ticketId: string,
    given: TicketGiven,
    write: Write,
  ): Promise<TicketMoved> {
    const { ticket, held } = await this.hold(manager, actor, ticketId, given);
    await requireVersionButOwn(manager, write, ticket.version);
    for (const action of ['take', 'resume'] as const)
      if (TICKETS.find(ticket.state, action))
        await this.run(manager, ticket, { mover: actor, action, given: {}, held: NOTHING_HELD });
    return this.run(manager, ticket, { mover: actor, action: 'resolve', given, held });
  }

  /** The envelope, the ticket and the one it is to be joined to, in that order. @throws Refused object.not-found */
  private async hold(
    manager: EntityManager,
    actor: Actor,
    ticketId: string,
    given: TicketGiven,
  ): Promise<{ ticket: Ticket; held: Held }> {
    const { schoolId } = await this.access.read(manager, actor, ticketId);
    const spends = (given.priceCents ?? 0) > 0;
    const envelopeId = spends ? await this.charges.hold(manager, schoolId, this.clock.today()) : null;
    const ids = [ticketId, ...(given.intoId && given.intoId !== ticketId ? [given.intoId] : [])];
    const locked = await this.access.lockAll(manager, actor, ids);
    const ticket = locked.find(({ id }) => id === ticketId);
    if (!ticket) throw new Refused('object.not-found');
    return {
      ticket,
      held: { envelopeId, into: locked.find(({ id }) => id === given.intoId && id !== ticketId) ?? null },
    };
  }

  /** A move of the system's; null when the ticket has moved on meanwhile. */
  moveAsSystem(ticketId: string, action: TicketAction): Promise<TicketMoved | null> {
    return this.transactions.runAsSystem(`ticket-${action}`, async (manager) => {
      const ticket = await this.access.lockForSystem(manager, ticketId);
      const facts = ticketFacts(ticket, this.clock.today());
      if (!judgeTicketMove(actorOf(SYSTEM), action, facts).move) return null;
      return this.run(manager, ticket, { mover: SYSTEM, action, given: {}, held: NOTHING_HELD });
    });
  }

  /** The school has answered what was waited for: it goes on. @param ticket locked, and waiting */
  resumeAnswered(manager: EntityManager, ticket: Ticket): Promise<TicketMoved> {
    const heard = { answered: true };
    return this.run(manager, ticket, { mover: SYSTEM, action: 'resume', given: {}, held: NOTHING_HELD, heard });
  }

  /** The order that repaired it was certified: nobody is asked twice. @param ticket locked, and resolved */
  closeCertified(manager: EntityManager, ticket: Ticket): Promise<TicketMoved> {
    const heard = { certified: true };
    return this.run(manager, ticket, { mover: SYSTEM, action: 'close', given: {}, held: NOTHING_HELD, heard });
  }

  /** A move that something else brings about, in its transaction; it spends nothing and joins nothing. @param ticket locked */
  moveIn(
    manager: EntityManager,
    ticket: Ticket,
    mover: Mover,
    action: TicketAction,
    given: TicketGiven,
  ): Promise<TicketMoved> {
    return this.run(manager, ticket, { mover, action, given, held: NOTHING_HELD });
  }

  private async run(manager: EntityManager, ticket: Ticket, asked: Asked): Promise<TicketMoved> {
    const { mover, action, given, held, heard } = asked;
    const { reason = null, ...brought } = given;
    const today = this.clock.today();
    const facts = ticketFacts(ticket, today, heard);
    const verdict = judgeTicketMove(actorOf(mover), action, facts, reason);
    const move = allowed(verdict, TICKET_STATES[ticket.state].word);
    const moment = { at: this.clock.now(), today };
    await runMove(this.running(), move, { manager, mover, ticket, facts, reason, brought, ...held, ...moment }, ticket);
    return { id: ticket.id, number: ticket.number, version: ticket.version, state: ticket.state };
  }

  private running(): Running<WordsIn<typeof TICKETS>, MovingTicket, TicketColumns> {
    return {
      table: TICKETS,
      steps: this.steps,
      write: async ({ manager, mover, ticket, into, at, reason }, move, { columns, detail }) => {
        const from = ticket.state;
        const state = move.next === from ? {} : { state: move.next, stateSince: at };
        // What is over is due no longer; the clocks write what it is due at from here on.
        const changed = { ...columns, ...state, dueAt: null, nextWarningAt: null };
        await manager.update(Ticket, ticket.id, changed);
        Object.assign(ticket, changed, { version: ticket.version + 1 });
        await recordTicketMove(manager, ticket, { action: move.action, mover, at, from, reason, detail });
        await this.clocks.rewrite(manager, [ticket.id, ...(into ? [into.id] : [])]);
      },
      tell: (moving, { action, tells }) => this.notices.tell(moving, action, tells),
    };
  }
}

/** Of several who take it at once, the others read who has it. @throws Refused ticket.taken */
async function requireFree(manager: EntityManager, { id, assignedAccountId, state }: Ticket): Promise<void> {
  if (assignedAccountId === null || TICKETS.find(state, 'take')) return;
  const [row] = await manager.query(HOLDER, [id]);
  throw new Refused('ticket.taken', { title: `${row.name} l’a déjà pris en charge.` });
}

const HOLDER = `select a.name from ticket t ${join(accountOf('t.assigned_account_id', 'a'))} where t.id = $1`;
