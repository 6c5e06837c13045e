import {
  CONVENTIONS,
  CONVENTION_KINDS,
  CONVENTION_PARTIES,
  CONVENTION_STATE_NAMES,
  KINDS_WITH_PARTNER,
  RUNNING_COSTS,
  type ConventionKind,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import {
  ConventionPromiseRequest,
  ConventionWarningAnswer,
  DeliberationRequest,
  MOST_SITES,
} from './convention.dto.js';

/** What the API answers about one convention; file and thread are absent where the role reads the state alone. */

const MOVE_ROLES = ['plan-manager', 'commune-officer', 'private-body-officer', 'system'] as const;

export class ConventionSiteAnswer {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 8 })
  uai!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @Flag({ description: 'This or another convention covers it today' })
  covered!: boolean;
}

export class SignatureAnswer {
  @OneOf(CONVENTION_PARTIES)
  party!: string;

  @Day()
  signedOn!: string;

  @Text({ max: 200 })
  signatory!: string;
}

export class ConventionThreadEntry {
  @Id()
  id!: string;

  @OneOf(CONVENTIONS.actions)
  action!: string;

  @OneOf(CONVENTION_STATE_NAMES)
  from!: string;

  @OneOf(CONVENTION_STATE_NAMES)
  to!: string;

  @OneOf(MOVE_ROLES)
  role!: string;

  @Day({ nullable: true, description: 'The day the fact itself bears' })
  happenedOn!: string | null;

  @Instant()
  at!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

export class RelatedConvention {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @OneOf(CONVENTION_STATE_NAMES)
  state!: string;
}

/** Promises, act, signatures: what those who are bound by it read. */
export class ConventionFile {
  @Text({ max: 300, nullable: true })
  legalBasis!: string | null;

  @OneOf(RUNNING_COSTS, { nullable: true })
  runningCosts!: string | null;

  @List(() => ConventionPromiseRequest, { most: 50 })
  promises!: ConventionPromiseRequest[];

  @Nested(() => DeliberationRequest, { nullable: true, description: 'Or the body’s decision' })
  deliberation!: DeliberationRequest | null;

  @List(() => SignatureAnswer, { most: CONVENTION_PARTIES.length })
  signatures!: SignatureAnswer[];

  @List(() => ConventionWarningAnswer, { most: 50, description: 'What is odd about the act; it never blocks' })
  warnings!: ConventionWarningAnswer[];
}

export const CONVENTION_PAGE_ACTIONS = ['edit', 'record-act', 'draft-successor', ...CONVENTIONS.actions] as const;

export class ConventionPage {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(CONVENTION_KINDS)
  kind!: string;

  @Id({ nullable: true })
  communeId!: string | null;

  @Id({ nullable: true })
  managingBodyId!: string | null;

  @Text({ max: 200 })
  partyName!: string;

  @OneOf(CONVENTION_STATE_NAMES)
  state!: string;

  @Text({ max: 300, nullable: true, description: 'What happens next, in French; null while in force' })
  next!: string | null;

  @Day({ nullable: true })
  fromDay!: string | null;

  @Day({ nullable: true })
  toDay!: string | null;

  @Flag()
  nearTerm!: boolean;

  @Day({ nullable: true })
  sentOn!: string | null;

  @Day({ nullable: true })
  approvedOn!: string | null;

  @Day({ nullable: true, description: 'Last signature' })
  signedOn!: string | null;

  @Day({ nullable: true })
  endedOn!: string | null;

  @Nested(() => RelatedConvention, { nullable: true, description: 'The one it follows' })
  renews!: RelatedConvention | null;

  @Nested(() => RelatedConvention, { nullable: true, description: 'The one that follows it' })
  renewedBy!: RelatedConvention | null;

  @List(() => ConventionSiteAnswer, { most: MOST_SITES, description: 'Inside the reader’s scope' })
  sites!: ConventionSiteAnswer[];

  @Nested(() => ConventionFile, { nullable: true, description: 'Null for a role that reads the state alone' })
  file!: ConventionFile | null;

  @List(() => ConventionThreadEntry, { most: 500, description: 'Newest first; empty for a role that does not read it' })
  thread!: ConventionThreadEntry[];

  @ManyOf(CONVENTION_PAGE_ACTIONS, { description: 'What this person can do now' })
  actions!: string[];
}

export class ConventionPartyAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @OneOf(KINDS_WITH_PARTNER, { description: 'The kind of convention it signs' })
  kind!: string;
}

export class ConventionParties {
  @List(() => ConventionPartyAnswer, { most: 2000 })
  items!: ConventionPartyAnswer[];
}

export class CandidateSitesQuery {
  @OneOf(CONVENTION_KINDS)
  kind!: ConventionKind;

  @Id({ optional: true, description: 'Commune or body; left out for a framework' })
  partyId?: string;
}

export class CandidateSite {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 100 })
  communeName!: string;

  @Flag({ description: 'A convention covers it today' })
  covered!: boolean;
}

export class CandidateSites {
  @List(() => CandidateSite, { most: MOST_SITES })
  items!: CandidateSite[];
}
