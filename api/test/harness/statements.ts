import type { DataSource, Logger, QueryRunner } from 'typeorm';

/**
 * Every statement the application sends, watched: a page without a complete order, a lock on a join that does not say
 * which table it means, or a transaction that comes back to lock more of what money hangs on, is remembered and fails the
 * test file that caused it.
 */
export class Statements {
  readonly alarms: string[] = [];
  private recorded: Recorded[] = [];
  private snapshots = new WeakMap<QueryRunner, number>();
  private snapshotsSoFar = 0;
  /** Transactions that have locked what money hangs on: they hold all they will need. */
  private readonly locking = new WeakSet<QueryRunner>();

  watch(dataSource: DataSource): void {
    const nothing = () => undefined;
    const logger: Logger = {
      logQuery: (statement, _parameters, runner) => this.see(statement, runner),
      logQueryError: nothing,
      logQuerySlow: nothing,
      logSchemaBuild: nothing,
      logMigration: nothing,
      log: nothing,
    };
    dataSource.logger = logger;
  }

  /** The statements since the last call, transaction control left out. */
  take(): string[] {
    return this.takeEach().map(({ statement }) => statement);
  }

  /** The same, each with the snapshot it read. */
  takeEach(): Recorded[] {
    const taken = this.recorded;
    this.recorded = [];
    return taken;
  }

  private see(statement: string, runner: QueryRunner | undefined): void {
    if (runner) this.follow(statement, runner);
    if (/^(start|set) transaction|^(commit|rollback|savepoint|release|select set_config)/i.test(statement)) return;
    this.recorded.push({ statement, snapshot: (runner && this.snapshots.get(runner)) ?? null });
    const alarm = fault(statement) ?? (runner ? this.lockedAgain(statement, runner) : null);
    if (alarm) this.alarms.push(`${alarm}: ${statement.replace(/\s+/g, ' ').slice(0, 300)}`);
  }

  private follow(statement: string, runner: QueryRunner): void {
    if (/^start transaction/i.test(statement)) this.locking.delete(runner);
    if (/^(start transaction|commit|rollback)/i.test(statement)) this.snapshots.delete(runner);
    if (/^set transaction isolation level repeatable read/i.test(statement))
      this.snapshots.set(runner, (this.snapshotsSoFar += 1));
  }

  /** In one statement, or two who lock in turn would wait for each other. */
  private lockedAgain(statement: string, runner: QueryRunner): string | null {
    if (!MONEY_LOCK.test(statement.replace(/\s+/g, ' '))) return null;
    if (this.locking.has(runner)) return 'a second lock in one transaction of what money hangs on';
    this.locking.add(runner);
    return null;
  }
}

interface Recorded {
  statement: string;
  /** Which repeatable reading it belongs to; null when it reads what is there at its own instant. */
  snapshot: number | null;
}

/** What an order's money hangs on, and the orders: locked by whatever means. */
const MONEY_LOCK =
  /\b(from|join) "?(convention|contract_period|envelope|installation_order)"? .*\bfor (no key )?(update|share)\b/i;

function fault(statement: string): string | null {
  const text = statement.replace(/\s+/g, ' ');
  if (
    /\bfor (no key )?(update|share)\b/i.test(text) &&
    /\bjoin\b/i.test(text) &&
    !/\bfor (no key )?(update|share) of\b/i.test(text)
  ) {
    return 'a lock on a join without OF';
  }
  if (/\boffset \d|\blimit \d{2,}/i.test(text) && !/\border by\b/i.test(text)) return 'a page without an order';
  return null;
}
