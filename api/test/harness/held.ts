import type pg from 'pg';
import type { House } from './house.js';

/** A row that somebody else's transaction holds until it is let go. */
export class Held {
  private isHeld = true;

  private constructor(private readonly client: pg.PoolClient) {}

  /** @param id of the row of `table` */
  static async row(house: House, table: string, id: string): Promise<Held> {
    const client = await house.pool.connect();
    await client.query('begin');
    await client.query("select set_config('parc.actor', 'system:test', true)");
    await client.query(`select from ${table} where id = $1 for no key update`, [id]);
    const held = new Held(client);
    house.holds(held);
    return held;
  }

  /** A statement in the holder's transaction. */
  async run(text: string, values: unknown[] = []): Promise<void> {
    await this.client.query(text, values);
  }

  /** Once: what was let go is nobody's any more. */
  async letGo(end: 'commit' | 'rollback'): Promise<void> {
    if (!this.isHeld) return;
    this.isHeld = false;
    await this.client.query(end);
    this.client.release();
  }
}

/** Whether the row is free: nobody's transaction holds it. */
export async function isFree(house: House, table: string, id: string): Promise<boolean> {
  const rows = await house.sql(`select from ${table} where id = $1 for no key update skip locked`, [id]);
  return rows.length === 1;
}

/** Until the answer waits for a lock. @param many how many wait then, it included @returns false when it came without waiting */
export async function waits(house: House, answer: Promise<unknown>, many = 1): Promise<boolean> {
  let answered = false;
  const noted = () => void (answered = true);
  void answer.then(noted, noted);
  for (;;) {
    const waiting = await house.sql(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length >= many) return true;
    if (answered) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
