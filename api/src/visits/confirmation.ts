import { VISIT_ENDINGS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { accountOf } from '../identity/account.sql.js';
import { join } from '../platform/database/joins.sql.js';
import type { VisitPage } from './visit.answers.js';
import type { Visit } from './visit.entity.js';

/** Nobody has proven its end at the door. */
export const isToConfirm = ({ ending }: Pick<Visit, 'ending'>): boolean =>
  ending !== null && VISIT_ENDINGS[ending].confirmedLater;

/** What the school has said of it since. */
export async function confirmationOf(
  manager: EntityManager,
  visitId: string,
): Promise<Pick<VisitPage, 'confirmedAt' | 'confirmedByName'>> {
  const [row]: { at: Date; name: string }[] = await manager.query(
    `select c.at, a.name from visit_confirmation c ${join(accountOf('c.account_id', 'a'))} where c.visit_id = $1`,
    [visitId],
  );
  return { confirmedAt: row?.at.toISOString() ?? null, confirmedByName: row?.name ?? null };
}
