import type { StatementLineAnswer } from '@parc/api-client';
import { ENTRY_KINDS } from '@parc/domain';

/** A line of one order's statement; each has an instant of its own unless told. */
export function entry(
  kind: StatementLineAnswer['kind'],
  effect: StatementLineAnswer['effect'],
  amountCents: number,
  more: Partial<StatementLineAnswer> = {},
): StatementLineAnswer {
  return {
    entryId: `${kind}-${more.at ?? ''}`,
    sequence: 1,
    at: '2026-02-06T10:00:00Z',
    kind,
    word: ENTRY_KINDS[kind].word,
    effect,
    amountCents,
    availableAfterCents: 0,
    about: 'Scratch sur 20 postes',
    orderId: 'an-order',
    orderNumber: 'C-2026-00181',
    orderTitle: 'Scratch sur 20 postes',
    ...more,
  };
}
