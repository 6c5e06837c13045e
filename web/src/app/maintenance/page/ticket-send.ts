import {
  type Api,
  type TicketMovedAnswer,
  ticketMovesAssign,
  ticketMovesCancel,
  ticketMovesClose,
  ticketMovesGiveBack,
  ticketMovesHandOver,
  ticketMovesMerge,
  ticketMovesPlan,
  ticketMovesReopen,
  ticketMovesResume,
  ticketMovesStart,
  ticketMovesTake,
  ticketMovesWait,
} from '@parc/api-client';
import { DEVICE_OUTCOME_NAMES, WAIT_NAMES, type DeviceOutcome } from '@parc/domain';
import { textOf, type Values } from '../../shell/forms/fields';
import type { WriteHeaders } from '../../shell/mutation';
import type { TicketStep } from './ticket-steps';

const one = <Word extends string>(words: readonly Word[], value: string | null): Word =>
  words.find((word) => word === value) ?? words[0]!;
const outcome = (values: Values): DeviceOutcome => one(DEVICE_OUTCOME_NAMES, textOf(values, 'device') ?? 'stays');

/** An act as the API is asked for it, from what its form holds. */
export function sendTicketStep(
  api: Api,
  action: TicketStep,
  asked: WriteHeaders & { id: string },
  values: Values,
): Promise<TicketMovedAnswer> {
  const text = (name: string) => textOf(values, name) ?? '';
  const reason = { reason: text('reason') };
  switch (action) {
    case 'take':
      return api.invoke(ticketMovesTake, asked);
    case 'start':
      return api.invoke(ticketMovesStart, asked);
    case 'resume':
      return api.invoke(ticketMovesResume, asked);
    case 'close':
      return api.invoke(ticketMovesClose, asked);
    case 'assign':
      return api.invoke(ticketMovesAssign, { ...asked, body: { accountId: text('accountId') } });
    case 'hand-over':
      return api.invoke(ticketMovesHandOver, { ...asked, body: { accountId: text('accountId'), ...reason } });
    case 'give-back':
      return api.invoke(ticketMovesGiveBack, { ...asked, body: reason });
    case 'plan':
      return api.invoke(ticketMovesPlan, { ...asked, body: { day: text('day'), from: text('from'), to: text('to') } });
    case 'wait':
      return api.invoke(ticketMovesWait, {
        ...asked,
        body: {
          ...{ waitFor: one(WAIT_NAMES, textOf(values, 'waitFor')), reviewOn: text('reviewOn'), ...reason },
          device: outcome(values),
        },
      });
    case 'reopen':
      return api.invoke(ticketMovesReopen, { ...asked, body: reason });
    case 'cancel':
      return api.invoke(ticketMovesCancel, { ...asked, body: reason });
    case 'merge':
      return api.invoke(ticketMovesMerge, { ...asked, body: { intoId: text('intoId') } });
  }
}
