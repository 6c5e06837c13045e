import {
  type TicketPage,
  type TicketResolutionRequest,
  ticketMovesResolve,
  ticketWorkAddFile,
  ticketWorkDoneOnSite,
} from '@parc/api-client';
import { TICKETS } from '@parc/domain';
import type { NewAct, NewPhoto } from '../../offline/acts';
import type { SizedPhoto } from '../../offline/photo-making';
import { aboutTicket } from './ticket-acts';
import { fromServer, isTakenByClosing, type TicketToClose } from './ticket-to-close';

const addressOf = (path: string, id: string): string => path.replace('{id}', id);

/** The end of a repair as a phone keeps it: its body byte for byte, its photos with their places, and what it was written on. */
export function closingAct(
  key: string,
  ticket: TicketToClose,
  body: TicketResolutionRequest,
  photos: readonly SizedPhoto[],
): NewAct {
  const { id, version, seen } = ticket;
  const path = addressOf(isTakenByClosing(ticket) ? ticketWorkDoneOnSite.PATH : ticketMovesResolve.PATH, id);
  return {
    ...{ key, version, action: 'resolve', object: { kind: 'ticket', id } },
    about: aboutTicket('Clore', ticket),
    request: { method: 'POST', path, body },
    photos: photos.map(({ slot, bytes }) => ({
      ...{ slot, bytes, size: slot.size },
      path: `${addressOf(ticketWorkAddFile.PATH, id)}?slot=${slot.id}`,
    })),
    read: seen,
    mine: { state: CLOSED_BY_IT },
    readAgain: `/api/v1/tickets/${id}`,
    settleAt: `/tickets/${id}/departager/${key}`,
  };
}

/** Where the act leaves the ticket. */
const CLOSED_BY_IT = TICKETS.moves.find(({ action }) => action === 'resolve')?.next;

/** The same repair on the ticket to which the first one was joined, with the photos that wait; its device may be another one: it stays. */
export function closingInstead(other: TicketPage, body: TicketResolutionRequest, photos: readonly NewPhoto[]): NewAct {
  const act = closingAct(crypto.randomUUID(), fromServer(other, null, new Date()), { ...body, device: 'stays' }, []);
  const path = ({ slot }: NewPhoto) => `${addressOf(ticketWorkAddFile.PATH, other.id)}?slot=${slot.id}`;
  return { ...act, photos: photos.map((photo) => ({ ...photo, path: path(photo) })) };
}
