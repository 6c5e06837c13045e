import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FORGET_LINES, IMPORTS_WITH_OLD_LINES, LINES_FORGOTTEN } from '../directory/imports/import.sql.js';
import {
  FORGET_EVENTS,
  FORGET_LINKS,
  FORGET_PLACES,
  FORGET_SESSIONS,
  FORGET_TRIES,
  FORGET_WINDOWS,
} from '../identity/session.sql.js';
import { DecisionService } from '../orders/decision.service.js';
import { Clock } from '../platform/clock.js';
import { FORGET_REPETITION_KEYS } from '../platform/database/repetition.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { told } from './reminder-post.js';
import { RemindersQueries } from './reminders.queries.js';

const NOTHING = 'Rien à faire.';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Ended sessions, used links and old tries tell nothing after this long. */
const SPENT_DAYS = 30;

/** What the system does with orders by itself, and what it forgets. */
@Injectable()
export class HousekeepingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly queries: RemindersQueries,
    private readonly decision: DecisionService,
    private readonly clock: Clock,
  ) {}

  /** certified → closed, each in a transaction of its own. */
  async closeOrders(): Promise<string> {
    let closed = 0;
    for (const id of await this.queries.closable(this.dataSource.manager)) {
      if (await this.decision.close(id)) closed++;
    }
    return told(closed, 'commande close', 'commandes closes', NOTHING);
  }

  /** submitted → draft on 1 January: a year that is over holds nothing for what nobody has answered. */
  async lapseOrders(day: string): Promise<string> {
    let lapsed = 0;
    for (const id of await this.queries.lapsing(this.dataSource.manager, day)) {
      if (await this.decision.lapse(id)) lapsed++;
    }
    return told(lapsed, 'commande rendue à son école', 'commandes rendues à leur école', NOTHING);
  }

  /** The automatic approvals that did not follow their submission: a server died between the two. */
  async approveLeftBehind(): Promise<string> {
    const now = this.clock.now().getTime();
    const baskets = await this.queries.smallBaskets(
      this.dataSource.manager,
      new Date(now - DAY),
      new Date(now - MINUTE),
    );
    let approved = 0;
    for (const basketId of baskets) {
      // A refusal (a contract's maximum, say) leaves the basket to a person.
      const moved = await this.decision.approveAutomatically(basketId).catch((error: unknown) => {
        if (error instanceof Refused) return null;
        throw error;
      });
      approved += moved?.length ?? 0;
    }
    return told(approved, 'commande approuvée d’office', 'commandes approuvées d’office', NOTHING);
  }

  /**
   * The lines of imports applied, or left alone, long enough ago; counts and names stay. One that was ready and never applied
   * loses the mark of what it was compared with: it is refused as out of date, never applied without its lines.
   */
  async forgetImportDetails(): Promise<string> {
    const before = new Date(this.clock.now().getTime() - LIMITS.importDetailDays * DAY);
    const imports: { id: string }[] = await this.dataSource.query(IMPORTS_WITH_OLD_LINES, [before]);
    // Each in a transaction of its own: a large file holds up no other.
    for (const { id } of imports) {
      await this.transactions.runAsSystem('import-details', async (manager) => {
        await allowJobTime(manager);
        for (const forget of FORGET_LINES) await manager.query(forget, [id]);
        await manager.query(LINES_FORGOTTEN, [id, this.clock.now()]);
      });
    }
    return told(imports.length, 'import dont le détail est effacé', 'imports dont le détail est effacé', NOTHING);
  }

  /** Keys of repetition, the security log and spent credentials, at the end of their time. */
  async purge(): Promise<string> {
    const now = this.clock.now();
    const before = (days: number) => new Date(now.getTime() - days * DAY);
    return this.transactions.runAsSystem('purge', async (manager) => {
      await allowJobTime(manager);
      const [, keys] = await manager.query(FORGET_REPETITION_KEYS, [before(LIMITS.idempotencyKeyDays)]);
      const [, events] = await manager.query(FORGET_EVENTS, [now, LIMITS.securityEventMonths]);
      await manager.query(FORGET_SESSIONS, [before(SPENT_DAYS)]);
      await manager.query(FORGET_LINKS, [before(SPENT_DAYS)]);
      await manager.query(FORGET_TRIES, [before(1)]);
      await manager.query(FORGET_WINDOWS, [before(1)]);
      await manager.query(FORGET_PLACES, [before(LIMITS.signIn.placeDays)]);
      return `${keys} clés de répétition et ${events} événements de sécurité effacés.`;
    });
  }
}

async function allowJobTime(manager: EntityManager): Promise<void> {
  await manager.query(`select set_config('statement_timeout', $1, true)`, [String(LIMITS.statementMilliseconds.job)]);
}
