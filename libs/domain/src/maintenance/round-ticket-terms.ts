import type { Terms } from '../reading/terms.js';
import type { TicketFields } from './ticket-fields.js';
import { TICKET_LIST } from './ticket-list.js';

/** A ticket as whoever repairs it takes it along: what each of its fields tells of. */
export const ROUND_TICKET_TERMS = {
  ...TICKET_LIST.columns,
  equipmentId: null,
  equipmentState: null,
  roomId: null,
  description: 'texts',
  plannedTo: null,
  arrivedAt: null,
  resolvedAt: null,
  mine: null,
  presence: null,
  held: 'texts',
  leftMinutes: null,
  said: 'notes',
  order: 'costs',
  possible: null,
} as const satisfies Terms<keyof TicketFields>;
