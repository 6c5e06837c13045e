import type { FreeTextPlace } from '@parc/domain';
import { aFleet } from './equipment-builders.js';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aKit, aLoan } from './loan-builders.js';

interface Here {
  house: House;
  /** Who writes. */
  who: string;
}
type OfLoans = Extract<FreeTextPlace, `loan${string}`>;

/** A text at each place of a loan. @param here asked late: the writer is being made */
export function loanTexts(here: () => Here): Record<OfLoans, (text: string) => Promise<Written>> {
  const onLoan = (statement: string, table: string | null) => async (text: string) => {
    const { house, who } = here();
    const fleet = await aFleet(house);
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, { schoolId: fleet.school.id, teacherId: who, technicianId: who }, 'requested');
    await house.arrange(statement, table === null ? [id, text] : [id, text, who]);
    const rowId = table === null ? id : await rowOf(house, table, id);
    return { kind: 'loan' as const, id, rowId };
  };
  return {
    'loan.purpose': onLoan('update loan set purpose = $2 where id = $1', null),
    'loan_move.reason': onLoan(
      `insert into loan_move (loan_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'refuse', 'requested', 'refused', $3, 'plan-manager', now(), $2)`,
      'loan_move',
    ),
    'loan_check.note': onLoan(
      `insert into loan_check (loan_id, direction, account_id, at, condition, accessories_complete, note)
         values ($1, 'out', $3, now(), 'good', true, $2)`,
      'loan_check',
    ),
  };
}

async function rowOf(house: House, table: string, loanId: string): Promise<string> {
  const [row] = await house.sql<{ id: string }>(`select max(id::text) as id from ${table} where loan_id = $1`, [
    loanId,
  ]);
  return row!.id;
}
