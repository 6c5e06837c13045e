import { Injectable } from '@nestjs/common';
import {
  judgeVisitMove,
  VISIT_BEGUN_WITHIN_DAYS,
  VISIT_ENDING_CODED,
  VISIT_ENDING_LATER,
  VISIT_STATES,
  VISITS,
  type VisitAction,
  type VisitFacts,
  type VisitPartDone,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { ConfirmationCodes } from '../identity/confirmation-codes.js';
import { roleOf, SYSTEM, type Mover } from '../identity/mover.js';
import { SealedCodes, sealedFor } from '../identity/sealed-codes.js';
import { Clock } from '../platform/clock.js';
import { requireVersionButOwn } from '../platform/database/done-once.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { LIMITS } from '../platform/limits.js';
import { VisitAccess } from './visit.access.js';
import { Visit } from './visit.entity.js';
import { recordVisitMove } from './visit-history.js';
import type { MovingVisit, VisitColumns, VisitGiven, VisitMoved } from './visit.moving.js';
import { VisitNotices } from './visit-notices.service.js';
import { VisitSources } from './visit-sources.js';
import { VisitSteps } from './visit.steps.js';

/** What a code is refused by that was judged. */
const CODE_PROVES_NOTHING: readonly string[] = ['order.code-wrong', 'order.code-locked'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const actorOf = (mover: Mover) => ({ accountId: mover === SYSTEM ? SYSTEM : mover.accountId, role: roleOf(mover) });

/** How one move is asked for. */
interface Asked {
  mover: Mover;
  action: VisitAction;
  given: VisitGiven;
}

/** A visit as it is judged: what was done there since it began, as its end says when that was. */
interface Judged {
  facts: VisitFacts;
  done: VisitPartDone[];
  hours: MovingVisit['hours'];
}

/** Every move of a visit: judged and run by the table; here alone the state changes, with the line of the thread and the mails. */
@Injectable()
export class VisitMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: VisitAccess,
    private readonly sources: VisitSources,
    private readonly steps: VisitSteps,
    private readonly codes: ConfirmationCodes,
    private readonly sealed: SealedCodes,
    private readonly notices: VisitNotices,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(actor: Actor, visitId: string, action: VisitAction, given: VisitGiven, write: Write): Promise<VisitMoved> {
    const { sealedCode, ...said } = given;
    return this.transactions.run(write, async (manager) => {
      const visit = await this.access.lock(manager, actor, visitId);
      await requireVersionButOwn(manager, write, visit.version);
      const code = sealedCode && this.sealed.open(sealedCode, sealedFor(visitId, write.repeat!));
      const proven = code ? await this.provenLate(manager, visit, { mover: actor, action, given: said }, code) : said;
      return this.run(manager, visit, { mover: actor, action, given: proven });
    });
  }

  /**
   * A code that was typed without a network: right, it is the end; wrong, it keeps nobody from having worked, and the school confirms later.
   * Where no place was free to judge it, the phone comes back with it.
   */
  private async provenLate(
    manager: EntityManager,
    visit: Visit,
    { mover, action, given }: Asked,
    code: string,
  ): Promise<VisitGiven> {
    if (given.ending !== VISIT_ENDING_LATER) return given;
    const { facts } = await this.judged(manager, visit, given);
    allowed(judgeVisitMove(actorOf(mover), action, facts), VISIT_STATES[visit.state].word);
    return this.coded(manager, visit, given, code).catch((error: unknown) => {
      if (error instanceof Refused && CODE_PROVES_NOTHING.includes(error.code)) return given;
      throw error;
    });
  }

  /** @throws Refused order.code-wrong, order.code-locked */
  private async coded(manager: EntityManager, visit: Visit, given: VisitGiven, code: string): Promise<VisitGiven> {
    const { accountId } = await this.codes.verify(manager, visit.schoolId, code);
    return { ...given, ending: VISIT_ENDING_CODED, confirmedBy: accountId };
  }

  /**
   * Ended by the head's own code, on the phone of whoever came: no try is counted of an end that is not possible.
   * @throws Refused order.code-wrong, order.code-locked, and as `move`
   */
  closeByCode(actor: Actor, visitId: string, code: string, given: VisitGiven, write: Write): Promise<VisitMoved> {
    return this.transactions.run(write, async (manager) => {
      const visit = await this.access.lock(manager, actor, visitId);
      await requireVersionButOwn(manager, write, visit.version);
      const { facts } = await this.judged(manager, visit, given);
      allowed(judgeVisitMove(actorOf(actor), 'close', facts), VISIT_STATES[visit.state].word);
      const coded = await this.coded(manager, visit, given, code.trim());
      return this.run(manager, visit, { mover: actor, action: 'close', given: coded });
    });
  }

  /** A move of the system's; null when the visit has moved on meanwhile, or something was done after all. */
  moveAsSystem(visitId: string, action: VisitAction, reason: string): Promise<VisitMoved | null> {
    return this.transactions.runAsSystem(`visit-${action}`, async (manager) => {
      const visit = await this.access.lockForSystem(manager, visitId);
      const { facts } = await this.judged(manager, visit, {});
      if (!judgeVisitMove(actorOf(SYSTEM), action, facts, reason).move) return null;
      return this.run(manager, visit, { mover: SYSTEM, action, given: { reason } });
    });
  }

  private async run(manager: EntityManager, visit: Visit, { mover, action, given }: Asked): Promise<VisitMoved> {
    const { reason = null, ...brought } = given;
    const judged = await this.judged(manager, visit, given);
    const verdict = judgeVisitMove(actorOf(mover), action, judged.facts, reason);
    const move = allowed(verdict, VISIT_STATES[visit.state].word);
    const at = this.clock.now();
    await runMove(this.running(), move, { manager, mover, visit, reason, brought, at, ...judged }, visit);
    return { id: visit.id, number: visit.number, version: visit.version, state: visit.state };
  }

  /** @throws Refused visit.begun-unreadable */
  private async judged(manager: EntityManager, visit: Visit, { begunAt, leftAt }: VisitGiven): Promise<Judged> {
    const now = this.clock.now();
    const hours = {
      begunAt: begunAt === undefined ? visit.begunAt : this.begun(begunAt),
      leftAt: leftAt === undefined ? now : this.notAhead(new Date(leftAt)),
    };
    const done = await this.doneDuring(manager, visit, hours.begunAt);
    const { state, begunBy } = visit;
    const facts = {
      state,
      begunBy,
      begunAt: hours.begunAt.toISOString(),
      partsDone: done.length,
      now: now.toISOString(),
    };
    return { facts, done, hours };
  }

  /** What the visit before has told is told once. @param begunAt as it is said */
  async doneDuring(manager: EntityManager, { id, begunBy, schoolId }: Visit, begunAt: Date): Promise<VisitPartDone[]> {
    const [{ before }] = await manager.query(
      `select max(v.state_since) as before from visit v
        where v.begun_by = $1 and v.school_id = $2 and v.id <> $3 and v.begun_at > $4::timestamptz - make_interval(days => $5)
          and v.left_at is not null`,
      [begunBy, schoolId, id, begunAt, VISIT_BEGUN_WITHIN_DAYS],
    );
    const since = before !== null && (before as Date) > begunAt ? (before as Date) : begunAt;
    return this.sources.done(manager, { accountId: begunBy, schoolId, since });
  }

  /** When a visit is said to have begun. @throws Refused visit.begun-unreadable for what is to come, or too long ago */
  begun(said: string): Date {
    const begunAt = new Date(said);
    const now = this.clock.now();
    const ahead = +begunAt - +now;
    if (ahead > LIMITS.visits.aheadMinutes * MINUTE || ahead < -VISIT_BEGUN_WITHIN_DAYS * DAY)
      throw new Refused('visit.begun-unreadable');
    return this.notAhead(begunAt);
  }

  /** A computer's clock may be a little ahead of ours: that is no hour to come. */
  private notAhead(said: Date): Date {
    const now = this.clock.now();
    const ahead = +said - +now;
    return ahead > 0 && ahead <= LIMITS.visits.aheadMinutes * MINUTE ? now : said;
  }

  private running(): Running<WordsIn<typeof VISITS>, MovingVisit, VisitColumns> {
    return {
      table: VISITS,
      steps: this.steps,
      write: async ({ manager, mover, visit, at, reason }, move, { columns }) => {
        const from = visit.state;
        const changed = { ...columns, state: move.next, stateSince: at };
        await manager.update(Visit, visit.id, changed);
        Object.assign(visit, changed, { version: visit.version + 1 });
        await recordVisitMove(manager, visit, { action: move.action, mover, at, from, reason });
      },
      tell: (moving, { action, tells }) => this.notices.tell(moving, action, tells),
    };
  }
}
