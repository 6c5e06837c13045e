import {
  CAUSE_NAMES,
  PROBLEM_ABOUT_NAMES,
  PROBLEM_STATE_NAMES,
  REPAIR_NAMES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  type ProblemAbout,
  type ProblemState,
  type Symptom,
  type TicketCause,
  type TicketRepair,
  type TicketService,
} from '@parc/domain';
import { TicketSubjectQuery } from '../maintenance/ticket.dto.js';
import { Day, Flag, Id, Ids, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What people bring to a problem. */

export class ProblemTellRequest {
  @Text({
    max: 1000,
    nullable: true,
    description: 'Read by the schools that it touches: what is known, how to do without',
  })
  told!: string | null;

  @Day({ nullable: true, description: 'When it should work again' })
  expectedOn!: string | null;
}

export class ProblemCauseRequest extends ProblemTellRequest {
  @Text({ min: 1, max: 2000, description: 'Among the metropole’s people' })
  causeNote!: string;
}

export class ProblemSolutionRequest {
  @OneOf(CAUSE_NAMES)
  cause!: TicketCause;

  @OneOf(REPAIR_NAMES)
  repair!: TicketRepair;

  @Text({ max: 2000, nullable: true, description: 'Read by the schools, on each ticket' })
  solution!: string | null;

  @Whole({ max: 6000, description: 'Of the whole problem; its open tickets share them' })
  minutes!: number;
}

export class ProblemReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class ProblemTicketsRequest {
  @Ids({ most: LIMITS.problems.ticketsAtOnce })
  ticketIds!: string[];
}

export class ProblemRequest extends ProblemTellRequest {
  @Text({ min: 1, max: 150, description: 'Read by the schools that it touches' })
  title!: string;

  @OneOf(PROBLEM_ABOUT_NAMES)
  about!: ProblemAbout;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true, description: 'Of a service' })
  service!: TicketService | null;

  @Id({ nullable: true, description: 'Of a model: the item of the catalogue' })
  modelId!: string | null;

  @OneOf(SYMPTOM_NAMES, { nullable: true, description: 'What it shows itself as; null: as anything' })
  symptom!: Symptom | null;

  @Id({ nullable: true, description: 'Where; null: everywhere' })
  communeId!: string | null;

  @Ids({ most: LIMITS.problems.ticketsAtOnce, description: 'Open tickets that it joins from the start' })
  ticketIds!: string[];
}

/** One of the tickets that are resolved together, as it was seen. */
export class ProblemTicketSeen {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class ProblemResolveRequest {
  @List(() => ProblemTicketSeen, { most: LIMITS.problems.ticketsAtOnce, least: 1 })
  tickets!: ProblemTicketSeen[];
}

/** « Je suis concerné aussi »: of what, in the reporter's school. */
export class ProblemJoinRequest extends TicketSubjectQuery {
  @Id({ description: 'The known problem' })
  problemId!: string;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;
}

export class ProblemMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(PROBLEM_STATE_NAMES)
  state!: ProblemState;
}

/** What became of one ticket. */
export class ProblemResolveOutcome {
  @Id()
  id!: string;

  @Text({ max: 30, nullable: true })
  number!: string | null;

  @Flag()
  done!: boolean;

  @Text({ max: 60, nullable: true })
  code!: string | null;

  @Text({ max: 500, nullable: true, description: 'Why not, in French' })
  sentence!: string | null;
}

export class ProblemResolveAnswer {
  @List(() => ProblemResolveOutcome, { most: LIMITS.problems.ticketsAtOnce })
  outcomes!: ProblemResolveOutcome[];

  @Whole({ description: 'Of the problem’s tickets, those that are still open' })
  left!: number;
}
