import {
  PROBLEM_ABOUT_NAMES,
  PROBLEM_STATE_NAMES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  type ProblemAbout,
  type ProblemState,
  type Symptom,
  type TicketService,
} from '@parc/domain';
import { Day, Id, Ids, Instant, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What is known already, as schools read it. */
class KnownProblemAlike {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Text({ max: 300 })
  title!: string;

  @OneOf(PROBLEM_STATE_NAMES)
  state!: ProblemState;

  @Text({ max: 1000, nullable: true, description: 'What is known, and how to do without' })
  told!: string | null;

  @Day({ nullable: true })
  expectedOn!: string | null;

  @Instant()
  since!: string;

  @Whole({ nullable: true, description: 'How many schools it touches; null to whoever teaches' })
  schools!: number | null;
}

/** Before a report: what may be the cause of it. */
export class KnownProblem extends KnownProblemAlike {
  @OneOf(PROBLEM_ABOUT_NAMES)
  about!: ProblemAbout;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true })
  service!: TicketService | null;

  @OneOf(SYMPTOM_NAMES, { nullable: true })
  symptom!: Symptom | null;
}

export class KnownProblems {
  @List(() => KnownProblem, { most: LIMITS.problems.knownShown, description: 'The latest first' })
  items!: KnownProblem[];
}

export class ProblemsOfTicketsQuery {
  @Ids({ most: LIMITS.pageSize.default, description: 'Tickets' })
  ids!: string[];
}

/** The problem that a ticket is in, or was in last. */
export class ProblemOfTicket extends KnownProblemAlike {
  @Id()
  ticketId!: string;
}

export class ProblemsOfTickets {
  @List(() => ProblemOfTicket, { most: LIMITS.pageSize.default })
  items!: ProblemOfTicket[];
}
