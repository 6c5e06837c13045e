import type { EntityManager } from 'typeorm';

/** How often something may happen, and within how long. */
export interface Window {
  most: number;
  withinSeconds: number;
  /** Past `most`, one is let through all the same once the last lies so far back. */
  slowSeconds?: number;
}

/**
 * Moments of one key in a table of its domain (`key`, `tries`, newest first, `last_at`): every server counts the same, and
 * those who come together wait for the row.
 */
export class SlidingWindows {
  /** @param table a word of the code */
  constructor(private readonly table: string) {}

  /** Counts this one among those of the window when it is let through. @returns seconds to wait, 0 when it was */
  async count(
    manager: EntityManager,
    key: string,
    at: Date,
    { most, withinSeconds, slowSeconds = withinSeconds }: Window,
  ): Promise<number> {
    const recent = `array(select try from unnest(t.tries) try where try > $2::timestamptz - make_interval(secs => $3) order by try desc limit $4 - 1)`;
    const counted: unknown[] = await manager.query(
      `insert into ${this.table} as t (key, tries, last_at) values ($1, array[$2::timestamptz], $2)
       on conflict (key) do update set tries = $2::timestamptz || ${recent}, last_at = $2
         where cardinality(t.tries) < $4 or t.tries[$4] <= $2::timestamptz - make_interval(secs => $3)
           or t.tries[1] <= $2::timestamptz - make_interval(secs => $5)
       returning key`,
      [key, at, withinSeconds, most, slowSeconds],
    );
    if (counted.length > 0) return 0;
    const left = await this.shutSeconds(manager, key, at, { most, withinSeconds, slowSeconds });
    return Math.max(Math.ceil(left), 1);
  }

  /** How long the window lets nothing more through; not above 0 when it does. */
  async shutSeconds(
    manager: EntityManager,
    key: string,
    at: Date,
    { most, withinSeconds, slowSeconds = withinSeconds }: Window,
  ): Promise<number> {
    const [row]: { oldest: Date | null; newest: Date }[] = await manager.query(
      `select tries[$2] as oldest, tries[1] as newest from ${this.table} where key = $1`,
      [key, most],
    );
    if (!row?.oldest) return 0;
    const since = (tried: Date) => (at.getTime() - tried.getTime()) / 1000;
    return Math.min(withinSeconds - since(row.oldest), slowSeconds - since(row.newest));
  }
}
