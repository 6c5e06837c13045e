import { reachOf } from '@parc/domain';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Which tickets an actor reaches, over the school `s` that has the breakdown. */
export const ticketScope = (actor: Actor): Predicate => schoolReach(actor, 'tickets.read');

/** Which tickets an actor may count: those it reaches, or those of its territory without reading one. */
export const countedTicketScope = (actor: Actor): Predicate =>
  schoolReach(actor, reachOf('tickets.read', actor.role) === null ? 'tickets.counts' : 'tickets.read');

/** Which schools an actor may report a breakdown of, over `s`: those it knows. Whether it may at all its role says. */
export const reportedScope = (actor: Actor): Predicate => schoolReach(actor, 'directory.read');
