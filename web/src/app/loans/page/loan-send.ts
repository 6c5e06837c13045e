import {
  type Api,
  type LoanMovedAnswer,
  loanMovesApprove,
  loanMovesCancel,
  loanMovesClear,
  loanMovesExtend,
  loanMovesHandOver,
  loanMovesRefuse,
  loanMovesReturn,
} from '@parc/api-client';
import type { AskedLoanAction, HalfDay, KitCondition, MissingOutcome } from '@parc/domain';
import type { WriteHeaders } from '../../shell/mutation';

/** What an act brings, whichever form held it. */
export interface LoanBrings {
  readonly reason?: string;
  readonly toDay?: string;
  readonly toHalf?: HalfDay;
  readonly seenIds?: string[];
  readonly condition?: KitCondition;
  readonly accessoriesComplete?: boolean;
  readonly note?: string | null;
  readonly referentId?: string;
  readonly missing?: { equipmentId: string; outcome: MissingOutcome }[];
}

/** An act as the API is asked for it. */
export function sendLoanStep(
  api: Api,
  action: AskedLoanAction,
  asked: WriteHeaders & { id: string },
  brings: LoanBrings,
): Promise<LoanMovedAnswer> {
  const { reason = '', toDay = '', toHalf = 'afternoon', seenIds = [], condition = 'good', note = null } = brings;
  const { accessoriesComplete = true, referentId = '', missing = [] } = brings;
  const check = { seenIds, condition, accessoriesComplete, note };
  switch (action) {
    case 'approve':
      return api.invoke(loanMovesApprove, asked);
    case 'refuse':
      return api.invoke(loanMovesRefuse, { ...asked, body: { reason } });
    case 'cancel':
      return api.invoke(loanMovesCancel, asked);
    case 'extend':
      return api.invoke(loanMovesExtend, { ...asked, body: { toDay, toHalf } });
    case 'hand-over':
      return api.invoke(loanMovesHandOver, { ...asked, body: { ...check, referentId } });
    case 'return':
      return api.invoke(loanMovesReturn, { ...asked, body: check });
    case 'clear':
      return api.invoke(loanMovesClear, { ...asked, body: { missing } });
  }
}
