import type { EntityManager } from 'typeorm';

type Row = Record<string, unknown>;

/** The rows of every table that this transaction has written, as they stand. */
export interface RowsWritten {
  tables: Record<string, Row[]>;
  /** When the transaction began, by the database's clock; rows made before it keep their ids. */
  begunAt: number;
}

/**
 * Asks every table there is, so that one which a comparison's author did not think of is compared too.
 * @param transaction words of SQL: the one that has written them, if it is not this one
 */
export async function rowsWritten(
  manager: EntityManager,
  transaction = 'pg_current_xact_id()::xid',
): Promise<RowsWritten> {
  const names: { name: string }[] = await manager.query(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const each = names.map(
    ({ name }) =>
      `select '${name}' as name, jsonb_agg(to_jsonb(t)) as rows from ${name} t where t.xmin = ${transaction}`,
  );
  const found: { name: string; rows: Row[] | null }[] = await manager.query(each.join(' union all '));
  const [{ at }] = await manager.query('select floor(extract(epoch from now()) * 1000)::float8 as at');
  return {
    tables: Object.fromEntries(found.flatMap(({ name, rows }) => (rows ? [[name, rows]] : []))),
    begunAt: at,
  };
}

const TIME_ORDERED_ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/**
 * The same rows with what differs from run to run said in words: ids made in the transaction, numbers drawn from a
 * sequence, the database's own instants. What was there before, and what the application's clock said, stays literal.
 * @param now of the application, which stands still
 */
export class Rewording {
  private readonly words = new Map<string, string>();
  private readonly numbers: string[];

  constructor(
    private readonly written: RowsWritten,
    private readonly now: Date,
    /** The number that the order had before. */
    numberBefore: string | null,
  ) {
    const orders = written.tables['installation_order'] ?? [];
    this.numbers = orders
      .flatMap(({ number }) => (typeof number === 'string' && number !== numberBefore ? [number] : []))
      .sort();
    // Parents first: what refers to an order is told apart by the order's name.
    const first = ['installation_order', 'ledger_entry', 'order_move'];
    for (const table of [...first, ...Object.keys(written.tables)]) this.nameRowsOf(table);
  }

  tables(): Record<string, Row[]> {
    return Object.fromEntries(
      Object.keys(this.written.tables).map((table) => [table, this.sorted(table).map((row) => this.said(row) as Row)]),
    );
  }

  said(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.said(one));
    if (value instanceof Date) return this.said(value.toISOString());
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.said(one)]));
    return typeof value === 'string' ? this.text(value) : value;
  }

  private text(value: string): string {
    const drawn = this.numbers.indexOf(value);
    if (drawn >= 0) return `new number ${drawn + 1}`;
    if (INSTANT.test(value)) {
      const instant = Date.parse(value);
      if (instant === this.now.getTime()) return 'now';
      return instant >= this.written.begunAt ? 'now, by the database' : value;
    }
    return value.replace(TIME_ORDERED_ID, (id) => (this.isMade(id) ? (this.words.get(id) ?? '?') : id));
  }

  private isMade(id: string): boolean {
    return parseInt(id.replaceAll('-', '').slice(0, 12), 16) >= this.written.begunAt;
  }

  private nameRowsOf(table: string): void {
    for (const [index, { id }] of this.sorted(table).entries()) {
      if (typeof id === 'string' && this.isMade(id)) this.words.set(id, `new ${table} ${index + 1}`);
    }
  }

  /** In an order that does not depend on ids nor on when a row was written. A row's count (`history.id`) is an id too. */
  private sorted(table: string): Row[] {
    const rows = (this.written.tables[table] ?? []).map((row) =>
      typeof row.id === 'number' ? { ...row, id: 'counted' } : row,
    );
    const keyed = rows.map((row) => ({ row, key: JSON.stringify(this.said(row)) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
  }
}
