import { EQUIPMENT_STATE_NAMES, TICKET_ACTIONS, type EquipmentState, type TicketAction } from '@parc/domain';
import { Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { TicketAlike } from './ticket.answers.js';
import { TicketOrder } from './ticket-page.answers.js';

/** One thing that was said about a ticket. */
export class RoundTicketSaid {
  @Instant()
  at!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 2000 })
  text!: string;

  @Flag({ description: 'Among the metropole’s people' })
  internal!: boolean;
}

/** A ticket as whoever repairs it takes it along: all that is needed to judge it without a network. */
export class RoundTicket extends TicketAlike {
  @Id({ nullable: true })
  equipmentId!: string | null;

  @OneOf(EQUIPMENT_STATE_NAMES, { nullable: true })
  equipmentState!: EquipmentState | null;

  @Id({ nullable: true })
  roomId!: string | null;

  @Text({ max: 2000, nullable: true })
  description!: string | null;

  @Instant({ nullable: true })
  plannedTo!: string | null;

  @Instant({ nullable: true })
  arrivedAt!: string | null;

  @Instant({ nullable: true })
  resolvedAt!: string | null;

  @Flag({ description: 'The reader has it in hand' })
  mine!: boolean;

  @Flag({ description: 'Somebody of the school must be there: its hours count' })
  presence!: boolean;

  @Text({ max: 2000, nullable: true, description: 'How long the metropole’s clock was stopped, and why' })
  held!: string | null;

  @Whole({ nullable: true, description: 'Working minutes left once it goes on; null while the clock runs to dueAt' })
  leftMinutes!: number | null;

  @List(() => RoundTicketSaid, { most: LIMITS.round.said, description: 'The last first' })
  said!: RoundTicketSaid[];

  @Nested(() => TicketOrder, {
    nullable: true,
    description: 'What its quote has become: it bears the cost, or has borne it',
  })
  order!: TicketOrder | null;

  @ManyOf(TICKET_ACTIONS, { description: 'What this person can do now' })
  possible!: TicketAction[];
}
