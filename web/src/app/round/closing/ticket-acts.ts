import { ticketMovesStart, ticketsComment, ticketsNote } from '@parc/api-client';
import type { TicketPage } from '@parc/api-client';
import { TICKETS } from '@parc/domain';
import type { NewAct } from '../../offline/acts';
import { fromServer, type TicketToClose } from './ticket-to-close';

const addressOf = (path: string, id: string): string => path.replace('{id}', id);
const lowered = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

/** What an act is about, as the panel of what waits says it. */
export const aboutTicket = (word: string, { number, title }: Pick<TicketToClose, 'number' | 'title'>): string =>
  `${word} ${number}, ${lowered(title)}`;

const STARTED = TICKETS.moves.find(({ action }) => action === 'start')?.next;

/** Somebody is at the device: said where it is, so that the arrival is dated by when it was. */
export function startAct(key: string, ticket: TicketToClose): NewAct {
  const { id, version, seen } = ticket;
  return {
    ...{ key, version, action: 'start', object: { kind: 'ticket', id } },
    about: aboutTicket('Commencer', ticket),
    request: { method: 'POST', path: addressOf(ticketMovesStart.PATH, id), body: null },
    read: seen,
    mine: { state: STARTED },
    readAgain: `/api/v1/tickets/${id}`,
    settleAt: `/tickets/${id}/departager/${key}`,
  };
}

/** The same on the ticket to which the first one was joined. */
export const startInstead = (other: TicketPage): NewAct =>
  startAct(crypto.randomUUID(), fromServer(other, null, new Date()));

/** A message that the school reads, or a note among the metropole's people: neither moves anything, so neither is ever stale. */
export function saidAct(key: string, ticket: TicketToClose, text: string, internal: boolean): NewAct {
  const { id } = ticket;
  return {
    ...{ key, version: null, action: internal ? 'note' : 'comment', object: { kind: 'ticket', id } },
    about: aboutTicket(internal ? 'Note interne sur' : 'Message sur', ticket),
    request: { method: 'POST', path: addressOf((internal ? ticketsNote : ticketsComment).PATH, id), body: { text } },
  };
}
