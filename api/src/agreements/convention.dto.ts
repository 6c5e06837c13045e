import {
  CONVENTION_KINDS,
  CONVENTION_PARTIES,
  CONVENTION_STATE_NAMES,
  CONVENTION_WARNINGS,
  type ConventionKind,
  type ConventionParty,
  RUNNING_COSTS,
  type RunningCosts,
} from '@parc/domain';
import { Day, Flag, Id, List, OneOf, Text, Whole } from '../platform/http/fields.js';

/** What the plan manager writes of conventions. States are moved, never written. */

/** A framework could list every school of a plan. */
export const MOST_SITES = 500;

export class ConventionPromiseRequest {
  @OneOf(CONVENTION_PARTIES)
  party!: ConventionParty;

  @Text({ min: 1, max: 1000 })
  text!: string;
}

export class ConventionSiteRequest {
  @Id()
  schoolId!: string;

  @Day({ optional: true, nullable: true, description: 'Left out: from the convention’s first day' })
  fromDay?: string | null;

  @Day({ optional: true, nullable: true, description: 'Last day, included; left out: to the convention’s term' })
  toDay?: string | null;
}

export class ConventionRequest {
  @Text({ min: 1, max: 60 })
  number!: string;

  @Text({ min: 1, max: 200 })
  title!: string;

  @OneOf(CONVENTION_KINDS)
  kind!: ConventionKind;

  @Id({ optional: true, nullable: true, description: 'Of a commune’s convention' })
  communeId?: string | null;

  @Id({ optional: true, nullable: true, description: 'Of a private or medico-social body’s convention' })
  managingBodyId?: string | null;

  @Day({ optional: true, nullable: true })
  fromDay?: string | null;

  @Day({ optional: true, nullable: true, description: 'Last day of the term, included' })
  toDay?: string | null;

  @Text({ max: 300, optional: true, nullable: true })
  legalBasis?: string | null;

  @OneOf(RUNNING_COSTS, { optional: true, nullable: true, description: 'Who bears them' })
  runningCosts?: RunningCosts | null;

  @List(() => ConventionPromiseRequest, { most: 50 })
  promises!: ConventionPromiseRequest[];

  @List(() => ConventionSiteRequest, { most: MOST_SITES })
  sites!: ConventionSiteRequest[];
}

export class VisaRequest {
  @Text({ min: 1, max: 500 })
  title!: string;

  @Text({ max: 60, optional: true, nullable: true })
  number?: string | null;

  @Day({ optional: true, nullable: true })
  on?: string | null;
}

export class DeliberationRequest {
  @Text({ min: 1, max: 200, description: 'Which council, or which organ of the body' })
  council!: string;

  @Day()
  councilOn!: string;

  @Text({ max: 60, optional: true, nullable: true })
  number?: string | null;

  @Whole({ min: 1, max: 1000, optional: true, nullable: true })
  membersInOffice?: number | null;

  @Whole({ max: 1000, optional: true, nullable: true })
  present?: number | null;

  @Whole({ max: 1000, optional: true, nullable: true })
  proxies?: number | null;

  @Whole({ max: 1000, optional: true, nullable: true })
  votesFor?: number | null;

  @Whole({ max: 1000, optional: true, nullable: true })
  votesAgainst?: number | null;

  @Whole({ max: 1000, optional: true, nullable: true })
  abstentions?: number | null;

  @Flag({ description: 'The act says “à l’unanimité”' })
  unanimous!: boolean;

  @Day({ optional: true, nullable: true })
  convenedOn?: string | null;

  @Day({ optional: true, nullable: true })
  certifiedOn?: string | null;

  @Day({ optional: true, nullable: true })
  transmittedOn?: string | null;

  @Day({ optional: true, nullable: true })
  publishedOn?: string | null;

  @Day({ optional: true, nullable: true })
  executoryFrom?: string | null;

  @List(() => VisaRequest, { most: 30, description: 'Acts it cites (“Vu”)' })
  visas!: VisaRequest[];

  @Text({ max: 200, optional: true, nullable: true, description: 'Whom it authorises to sign' })
  signatory?: string | null;
}

export class SendRequest {
  @Day({ optional: true, description: 'Left out: today' })
  on?: string;
}

export class ConventionReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class SignRequest {
  @OneOf(CONVENTION_PARTIES)
  party!: ConventionParty;

  @Day()
  on!: string;

  @Text({ min: 1, max: 200 })
  signatory!: string;
}

export class EndConventionRequest {
  @Day({ description: 'Last day it held' })
  on!: string;

  @Day({ optional: true, nullable: true, description: 'When notice was given' })
  noticeOn?: string | null;

  @Text({ max: 1000 })
  reason!: string;
}

export class SuccessorRequest {
  @Text({ min: 1, max: 60 })
  number!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;
}

export class RenewRequest {
  @Day({ description: 'The steering committee adopted the evaluation' })
  evaluationAdoptedOn!: string;

  @Day({ description: 'Every signatory was told of it' })
  evaluationToldOn!: string;
}

export class ConventionWarningAnswer {
  @OneOf(CONVENTION_WARNINGS)
  code!: string;

  @Text({ max: 1000, description: 'French' })
  sentence!: string;
}

export class ConventionMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(CONVENTION_STATE_NAMES)
  state!: string;

  @List(() => ConventionWarningAnswer, { most: 50, description: 'What is odd about the act; it never blocks' })
  warnings!: ConventionWarningAnswer[];
}
