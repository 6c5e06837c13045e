import { QueryFailedError, type DataSource, type ReplicationMode } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/**
 * TypeORM tells its subscribers of every statement before and after it, in four promises; the house has none, and a submission is eight
 * statements. What is asked and answered is the same, and so is what fails: `direct-runner.spec.ts` holds both together.
 */
export class DirectRunner extends PostgresQueryRunner {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as TypeORM declares it
  override async query(sql: string, values?: any[], structured = false): Promise<any> {
    if (structured || this.isReleased) return super.query(sql, values, structured);
    const connection = await this.connect();
    this.driver.dataSource.logger.logQuery(sql, values, this);
    try {
      const { command, rows, rowCount } = await connection.query(sql, values);
      return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
    } catch (error) {
      throw new QueryFailedError(sql, values, error as Error);
    }
  }
}

/** Its statements go straight to their connection. */
export function direct(dataSource: DataSource): DataSource {
  const driver = dataSource.driver as PostgresDriver;
  driver.createQueryRunner = (mode: ReplicationMode) => new DirectRunner(driver, mode);
  return dataSource;
}
