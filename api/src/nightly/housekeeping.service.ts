import { Injectable } from '@nestjs/common';
import { type EndedDatum, PERSONAL_DATA } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { FORGET_LINES, IMPORTS_WITH_OLD_LINES, LINES_FORGOTTEN } from '../directory/imports/import.sql.js';
import { DecisionService } from '../orders/decision.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { ENDED_BY, type PurgedDatum } from './personal-data-terms.js';
import { told } from './reminder-post.js';
import { RemindersQueries } from './reminders.queries.js';

const NOTHING = 'Rien à faire.';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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
    const before = await this.termOf(this.dataSource.manager, 'importDetails');
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

  /** Personal data at their term: each by the register, in a transaction of its own. */
  async purge(): Promise<string> {
    const ended: string[] = [];
    for (const datum of Object.keys(ENDED_BY) as PurgedDatum[]) {
      const { statement, one, many } = ENDED_BY[datum];
      const count = await this.transactions.runAsSystem('purge', async (manager) => {
        await allowJobTime(manager);
        return (await manager.query(statement, [await this.termOf(manager, datum)]))[1] as number;
      });
      if (count > 0) ended.push(`${count} ${count === 1 ? one : many}`);
    }
    return `Arrivés à leur terme et effacés : ${ended.join(', ') || 'rien'}.`;
  }

  /** What is from before this instant has had its time. */
  private async termOf(manager: EntityManager, datum: EndedDatum): Promise<Date> {
    const { term } = PERSONAL_DATA[datum];
    const { months, days } = { months: 0, days: 0, ...term };
    const [{ before }] = await manager.query(
      'select $1::timestamptz - make_interval(months => $2, days => $3) as before',
      [this.clock.now(), months, days],
    );
    return before;
  }
}

async function allowJobTime(manager: EntityManager): Promise<void> {
  await manager.query(`select set_config('statement_timeout', $1, true)`, [String(LIMITS.statementMilliseconds.job)]);
}
