import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Weeks whose sums have changed, for whoever builds on them. */
@Injectable()
export class UsageChanges {
  /**
   * Takes the marks that are there: whoever takes them builds anew what depends on those weeks, in the same transaction. A mark
   * that comes meanwhile stays for the next time.
   * @returns Mondays, ISO, each once, the first first
   */
  async takeChangedWeeks(manager: EntityManager): Promise<string[]> {
    const rows: { week: string }[] = await manager.query(
      `with gone as (delete from usage_changed_week returning week) select distinct week::text as week from gone order by week`,
    );
    return rows.map(({ week }) => week);
  }
}
