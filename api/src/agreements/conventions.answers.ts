import { CONVENTION_ACTIONS, CONVENTION_KINDS, CONVENTION_PARTIES, CONVENTION_STATES } from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { ConventionPromiseRequest, ConventionWarningAnswer, MOST_SITES, RUNNING_COSTS } from './convention.dto.js';

/** What the API answers about conventions; file and thread are absent where the role reads the state alone. */

export const CONVENTION_SORTS = ['party', 'number', 'state', 'term'] as const;
export const SECTORS = ['public', 'private'] as const;
const MOVE_ROLES = ['plan-manager', 'commune-officer', 'private-body-officer', 'system'] as const;

export class ConventionListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Number, title or party, accents or not' })
  search?: string;

  @ManyOf(CONVENTION_STATES, { optional: true })
  state?: string[];

  @ManyOf(CONVENTION_KINDS, { optional: true })
  kind?: string[];

  @Id({ optional: true, description: 'The party, or a site’s commune' })
  communeId?: string;

  @Flag({ optional: true, query: true, description: 'In force and near its term (convention.termReminderDays)' })
  nearTerm?: boolean;

  @Flag({ optional: true, query: true, description: 'Lists a school that nothing covers today' })
  blocking?: boolean;

  @OneOf(CONVENTION_SORTS, { optional: true })
  sort?: (typeof CONVENTION_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class ConventionListItem {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(CONVENTION_KINDS)
  kind!: string;

  @Text({ max: 200, description: 'Who faces the metropole' })
  partyName!: string;

  @OneOf(CONVENTION_STATES)
  state!: string;

  @Day({ nullable: true })
  fromDay!: string | null;

  @Day({ nullable: true })
  toDay!: string | null;

  @Flag()
  nearTerm!: boolean;

  @Whole({ description: 'Schools it lists, inside the reader’s scope' })
  siteCount!: number;

  @Whole({ description: 'Of them, those that no convention covers today' })
  blockedCount!: number;

  @Whole({ min: 1 })
  version!: number;
}

export class ConventionList {
  @List(() => ConventionListItem, { most: LIMITS.pageSize.most })
  items!: ConventionListItem[];

  @Whole()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class ConventionStateCount {
  @OneOf(CONVENTION_STATES)
  state!: string;

  @Whole()
  count!: number;
}

export class ConventionCounts {
  @List(() => ConventionStateCount, { most: CONVENTION_STATES.length })
  states!: ConventionStateCount[];

  @Whole()
  nearTermCount!: number;

  @Whole()
  blockedSchoolCount!: number;
}

export class BlockedSchoolsQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'School, UAI, commune or body, accents or not' })
  search?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;
}

export class BlockedSchool {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: string;

  @Text({ max: 200, description: 'With whom the convention is missing' })
  party!: string;

  @Id({ nullable: true, description: 'The convention that lists it and does not cover it; null when none does' })
  conventionId!: string | null;

  @Text({ max: 60, nullable: true })
  conventionNumber!: string | null;

  @OneOf(CONVENTION_STATES, { nullable: true })
  state!: string | null;

  @Text({ max: 300, description: 'What happens next, in French' })
  next!: string;
}

export class BlockedSchoolList {
  @List(() => BlockedSchool, { most: LIMITS.pageSize.most })
  items!: BlockedSchool[];

  @Whole()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

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

export class VisaAnswer {
  @Text({ max: 500 })
  title!: string;

  @Text({ max: 60, nullable: true })
  number!: string | null;

  @Day({ nullable: true })
  on!: string | null;
}

export class DeliberationAnswer {
  @Text({ max: 200 })
  council!: string;

  @Day()
  councilOn!: string;

  @Text({ max: 60, nullable: true })
  number!: string | null;

  @Whole({ nullable: true })
  membersInOffice!: number | null;

  @Whole({ nullable: true })
  present!: number | null;

  @Whole({ nullable: true })
  proxies!: number | null;

  @Whole({ nullable: true })
  votesFor!: number | null;

  @Whole({ nullable: true })
  votesAgainst!: number | null;

  @Whole({ nullable: true })
  abstentions!: number | null;

  @Flag()
  unanimous!: boolean;

  @Day({ nullable: true })
  convenedOn!: string | null;

  @Day({ nullable: true })
  certifiedOn!: string | null;

  @Day({ nullable: true })
  transmittedOn!: string | null;

  @Day({ nullable: true })
  publishedOn!: string | null;

  @Day({ nullable: true })
  executoryFrom!: string | null;

  @List(() => VisaAnswer, { most: 30 })
  visas!: VisaAnswer[];

  @Text({ max: 200, nullable: true })
  signatory!: string | null;
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

  @OneOf(CONVENTION_ACTIONS)
  action!: string;

  @OneOf(CONVENTION_STATES)
  from!: string;

  @OneOf(CONVENTION_STATES)
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

  @OneOf(CONVENTION_STATES)
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

  @Nested(() => DeliberationAnswer, { nullable: true, description: 'Or the body’s decision' })
  deliberation!: DeliberationAnswer | null;

  @List(() => SignatureAnswer, { most: CONVENTION_PARTIES.length })
  signatures!: SignatureAnswer[];

  @List(() => ConventionWarningAnswer, { most: 50, description: 'What is odd about the act; it never blocks' })
  warnings!: ConventionWarningAnswer[];
}

export const CONVENTION_PAGE_ACTIONS = ['edit', 'record-act', 'draft-successor', ...CONVENTION_ACTIONS] as const;

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

  @OneOf(CONVENTION_STATES)
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

  @List(() => ConventionThreadEntry, { most: 500, nullable: true, description: 'Newest first' })
  thread!: ConventionThreadEntry[] | null;

  @ManyOf(CONVENTION_PAGE_ACTIONS, { description: 'What this person can do now' })
  actions!: string[];
}

export class ConventionPartyAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @OneOf(['commune', 'private-body', 'medico-social-body'], { description: 'The kind of convention it signs' })
  kind!: string;
}

export class ConventionParties {
  @List(() => ConventionPartyAnswer, { most: 2000 })
  items!: ConventionPartyAnswer[];
}

export class CandidateSitesQuery {
  @OneOf(CONVENTION_KINDS)
  kind!: string;

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
