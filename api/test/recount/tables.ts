import type { House } from '../harness/house.js';

/** Base tables as plain objects, read whole: a recount looks at nothing else. */
export class Tables {
  private constructor(private readonly rows: ReadonlyMap<string, readonly object[]>) {}

  /** Every table of the plan but those that hold figures already worked out. */
  static async read(house: House): Promise<Tables> {
    const names = await house.sql<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relname not like 'indicator%' and relname <> 'history' and not relispartition`,
    );
    const rows = new Map<string, readonly object[]>();
    for (const { name } of names) {
      const [found] = await house.sql<{ rows: object[] }>(
        `select coalesce(json_agg(to_jsonb(t)), '[]') as rows from ${name} t`,
      );
      rows.set(name, found!.rows);
    }
    return new Tables(rows);
  }

  /** @throws Error on a table that is not there: a misspelt one would else be empty */
  of<Shape extends object>(name: string): readonly Shape[] {
    const rows = this.rows.get(name);
    if (rows === undefined) throw new Error(`no table ${name}`);
    return rows as readonly Shape[];
  }

  /** A setting as it holds on a day. */
  setting<Value>(name: string, day: string, otherwise: Value): Value {
    let found: { value: Value; from_day: string } | null = null;
    for (const row of this.of<{ name: string; value: Value; from_day: string }>('setting'))
      if (row.name === name && row.from_day <= day && (found === null || row.from_day > found.from_day)) found = row;
    return found === null ? otherwise : found.value;
  }
}

/** Rows by one of their columns. */
export function grouped<Shape, Key>(rows: readonly Shape[], keyOf: (row: Shape) => Key): Map<Key, Shape[]> {
  const groups = new Map<Key, Shape[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Keeps what was worked out of the same tables by the same words: several figures ask for it. */
export function keptOf<Found>(workOut: (tables: Tables, day: string, year: number) => Found) {
  const found = new WeakMap<Tables, Map<string, Found>>();
  return (tables: Tables, day: string, year = 0): Found => {
    const kept = found.get(tables) ?? new Map<string, Found>();
    found.set(tables, kept);
    const name = `${day} ${year}`;
    if (!kept.has(name)) kept.set(name, workOut(tables, day, year));
    return kept.get(name)!;
  };
}
