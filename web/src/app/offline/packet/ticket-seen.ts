import type { TicketPage } from '@parc/api-client';
import { TICKETS_OPEN, TICKETS_RESOLVED, type TicketState } from '@parc/domain';
import type { ObjectSeen, Standing } from '../queue/rebase';

type Read = Pick<TicketPage, 'version' | 'state' | 'priority' | 'possible' | 'mine'> &
  Partial<Pick<TicketPage, 'mergedIntoId' | 'mergedIntoNumber' | 'assigneeName' | 'stateSince'>>;

/** A ticket as far as its closing may compete with what others do to it. */
export function ticketSeen(ticket: Read): ObjectSeen {
  const { version, state, priority, mergedIntoId, mergedIntoNumber, assigneeName, stateSince } = ticket;
  return {
    version,
    standing: standingOf(ticket),
    fields: { state, priority },
    ...(assigneeName ? { by: assigneeName } : {}),
    ...(stateSince ? { at: stateSince } : {}),
    ...(mergedIntoId && mergedIntoNumber ? { into: { id: mergedIntoId, number: mergedIntoNumber } } : {}),
  };
}

function standingOf({ state, possible, mine, mergedIntoId }: Read): Standing {
  if (isOpen(state)) return mine || possible.includes('take') ? 'open' : 'taken';
  if (mergedIntoId) return 'merged';
  return TICKETS_RESOLVED.includes(state) ? 'resolved' : 'cancelled';
}

const isOpen = (state: TicketState): boolean => TICKETS_OPEN.includes(state);
