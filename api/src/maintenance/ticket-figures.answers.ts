import { TICKET_PRIORITIES, type TicketPriority } from '@parc/domain';
import { Day, List, OneOf, Whole } from '../platform/http/fields.js';
import { TicketStateCount } from './ticket.answers.js';

/** Breakdowns of one priority that were reported in the months that are told, without those that were joined to another. */
export class TicketPriorityFigures {
  @OneOf(TICKET_PRIORITIES)
  priority!: TicketPriority;

  @Whole()
  reported!: number;

  @Whole({ description: 'Of them repaired, and counted' })
  repaired!: number;

  @Whole({ description: 'Of those repaired, taken up within their time' })
  takenInTime!: number;

  @Whole({ description: 'Of those repaired, repaired within their time' })
  restoredInTime!: number;

  @Whole({ nullable: true, description: 'Median of the metropole’s clock in working minutes; null of too few' })
  metropoleMinutes!: number | null;

  @Whole({ nullable: true, description: 'Median of the class’s clock; null of too few' })
  classMinutes!: number | null;
}

export class TicketMonthFigures {
  @Day({ description: 'Its first day' })
  month!: string;

  @Whole()
  reported!: number;

  @Whole({ description: 'Of those reported in it, repaired since' })
  repaired!: number;
}

/** Breakdowns as numbers, of the schools that the reader follows: no ticket, no school, no name. */
export class TicketFigures {
  @Day({ description: 'The first day that is told: twelve months, this one included' })
  since!: string;

  @List(() => TicketStateCount, { most: 9, description: 'Of what is not repaired now' })
  open!: TicketStateCount[];

  @List(() => TicketPriorityFigures, { most: TICKET_PRIORITIES.length, description: 'The highest first' })
  priorities!: TicketPriorityFigures[];

  @List(() => TicketMonthFigures, { most: 12, description: 'The oldest first' })
  months!: TicketMonthFigures[];
}
