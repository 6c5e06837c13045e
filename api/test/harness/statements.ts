import type { DataSource, Logger } from 'typeorm';

/**
 * Every statement the application sends, watched: a page without a complete order, or a lock on a join that does not say
 * which table it means, is remembered and fails the test file that caused it.
 */
export class Statements {
  readonly alarms: string[] = [];
  private recorded: string[] = [];

  watch(dataSource: DataSource): void {
    const nothing = () => undefined;
    const logger: Logger = {
      logQuery: (statement) => this.see(statement),
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
    const taken = this.recorded;
    this.recorded = [];
    return taken;
  }

  private see(statement: string): void {
    if (/^(start transaction|commit|rollback|savepoint|release|select set_config)/i.test(statement)) return;
    this.recorded.push(statement);
    const alarm = fault(statement);
    if (alarm) this.alarms.push(`${alarm}: ${statement.replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}

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
