import { migrate } from '../../src/platform/database/migrate.js';
import { createTemplate, createTestDatabase, type TestDatabase } from '@parc/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@parc/domain';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/platform/clock.js';
import type { Patience } from '../../src/platform/http/patience.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { createApplication } from '../../src/server.js';
import { Builders } from './builders.js';
import { checkAnswer, loadContract } from './contract.js';
import { causeOf } from './faults.js';
import { Person } from './person.js';
import { Statements } from './statements.js';

/** The application on a database of its own, with people who talk to it over HTTP. */
export class House {
  /** A Tuesday morning in term, before the year's cut-off: tests mean the same whatever day they run. */
  static readonly START = '2026-10-06T07:00:00Z';

  private readonly held = new Set<{ letGo(end: 'rollback'): Promise<void> }>();

  private constructor(
    readonly application: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly pool: pg.Pool,
    readonly build: Builders,
    readonly statements: Statements,
  ) {}

  /**
   * @param environment settings that differ from the tests' own @param patience how long the server waits, if not as long as for
   * people @param through the way by which the application reaches its database, if not straight
   */
  static async open(
    environment: Record<string, string> = {},
    patience?: Patience,
    through: (databaseUrl: string) => Promise<string> = (url) => Promise.resolve(url),
  ): Promise<House> {
    const database = await createTestDatabase(await createTemplate(migrate));
    const settings = readSettings({
      DATABASE_URL: await through(database.url),
      LOG_LEVEL: 'silent',
      PORT: '0',
      JOBS: 'off',
      REQUESTS_PER_MINUTE: '0',
      ...environment,
    });
    const application = await createApplication(settings, patience);
    loadContract(application);
    const pool = new pg.Pool({ connectionString: database.url, max: 4 });
    // The database is dropped while the pool's sockets still close.
    pool.on('error', () => undefined);
    const statements = new Statements();
    statements.watch(application.get(DataSource));
    const house = new House(application, database, pool, new Builders(pool), statements);
    house.setNow(House.START);
    return house;
  }

  /** A transaction that a test holds open: it ends with the house at the latest, so that a test that fails leaves no one waiting. */
  holds(held: { letGo(end: 'rollback'): Promise<void> }): void {
    this.held.add(held);
  }

  async close(): Promise<void> {
    for (const held of this.held) await held.letGo('rollback');
    await this.application.close();
    await this.pool.end();
    await this.database.drop();
    if (this.statements.alarms.length > 0) throw new Error(this.statements.alarms.join('\n'));
  }

  /** Rows of a statement that reads or arranges; arranging says who it is. */
  async sql<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, values)).rows as Row[];
  }

  /** Arranges behind the application's back, as the history demands: under a name. */
  async arrange(text: string, values: unknown[] = []): Promise<void> {
    await this.build.run(text, values);
  }

  /** Someone with this role and scope, signed in by password. */
  async person(
    role: Role,
    scope: Record<string, string> = {},
    options: { mayCertify?: boolean } = {},
  ): Promise<Person> {
    const account = await this.build.account(role, scope, options);
    return this.signIn(account.email);
  }

  async signIn(email: string, password = Builders.PASSWORD): Promise<Person> {
    const answer = await this.application.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email, password },
    });
    if (answer.statusCode !== 201) {
      const cause = causeOf(answer.raw.req);
      throw new Error(`sign-in of ${email} answered ${answer.statusCode}: ${answer.body}`, { cause });
    }
    const { name, value } = answer.cookies[0]!;
    return new Person(this.application, { [name]: value }, answer.json(), checkAnswer);
  }

  /** Nobody: no session. */
  nobody(): Person {
    return new Person(this.application, null, null, checkAnswer);
  }

  /** What the application's clock says. */
  now(): Date {
    return this.application.get(Clock).now();
  }

  /** The application's clock goes on from this instant. */
  setNow(instant: string): void {
    const offset = new Date(instant).getTime() - Date.now();
    this.application.get(Clock).now = () => new Date(Date.now() + offset);
  }

  /** The application's clock stands where it is: answers may be compared to the letter, ages and all. */
  stopClock(): void {
    const instant = this.now();
    this.application.get(Clock).now = () => instant;
  }
}
