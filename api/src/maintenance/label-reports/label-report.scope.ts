import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import type { Predicate } from '../../platform/database/predicate.js';

/** Of which devices an actor takes a report upon itself, over the school `s` that has them: those it could report. Whether it may at all its role says. */
export const labelReportScope = (actor: Actor): Predicate => schoolReach(actor, 'tickets.report');
