import {
  EQUIPMENT_FAMILY_NAMES,
  REMEDY_ABOUT_NAMES,
  REMEDY_ACTIONS,
  REMEDY_LINES,
  REMEDY_STATE_NAMES,
  ROLES,
  SYMPTOM_NAMES,
  TICKET_SERVICE_NAMES,
  type EquipmentFamily,
  type RemedyAbout,
  type RemedyAction,
  type RemedyLine,
  type RemedyState,
  type Symptom,
  type TicketService,
} from '@parc/domain';
import { TicketSubjectQuery } from '../maintenance/ticket.dto.js';
import { Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about remedies. */

export const REMEDY_SORTS = ['changed'] as const;

export class RemedyListQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words of the title, of the gestures, of the part inside' })
  search?: string;

  @ManyOf(REMEDY_STATE_NAMES, { optional: true })
  state?: RemedyState[];

  @OneOf(EQUIPMENT_FAMILY_NAMES, { optional: true })
  family?: EquipmentFamily;

  @OneOf(TICKET_SERVICE_NAMES, { optional: true })
  service?: TicketService;

  @OneOf(SYMPTOM_NAMES, { optional: true })
  symptom?: Symptom;

  @OneOf(REMEDY_SORTS, { optional: true })
  sort?: (typeof REMEDY_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class RemedyListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 300 })
  title!: string;

  @OneOf(REMEDY_STATE_NAMES)
  state!: RemedyState;

  @Instant()
  stateSince!: string;

  @OneOf(REMEDY_ABOUT_NAMES)
  about!: RemedyAbout;

  @OneOf(EQUIPMENT_FAMILY_NAMES, { nullable: true })
  family!: EquipmentFamily | null;

  @OneOf(TICKET_SERVICE_NAMES, { nullable: true })
  service!: TicketService | null;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @Instant()
  changedAt!: string;

  @Whole({ description: 'How often somebody who was about to report has seen it' })
  shown!: number;

  @Whole({ description: 'How often that was enough' })
  helped!: number;

  @Whole({ description: 'How often it was not' })
  declined!: number;
}

export class RemedyList {
  @List(() => RemedyListItem, { most: LIMITS.pageSize.most })
  items!: RemedyListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One line of the thread. */
export class RemedyHistoryLine {
  @OneOf([...REMEDY_ACTIONS, ...REMEDY_LINES])
  action!: RemedyAction | RemedyLine;

  @OneOf(REMEDY_STATE_NAMES)
  toState!: RemedyState;

  @Instant()
  at!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

/** What schools have read until the next one. */
export class RemedyVersionAnswer {
  @Whole({ min: 1 })
  number!: number;

  @Instant()
  at!: string;

  @Text({ max: 300 })
  title!: string;

  @Text({ max: 2000 })
  steps!: string;
}

export class RemedyPage extends RemedyListItem {
  @Text({ max: 2000 })
  steps!: string;

  @Text({ max: 2000, nullable: true })
  inside!: string | null;

  @Id({ nullable: true })
  ticketId!: string | null;

  @Text({ max: 30, nullable: true })
  ticketNumber!: string | null;

  @List(() => RemedyVersionAnswer, { most: LIMITS.shownOfOne, description: 'Newest first' })
  versions!: RemedyVersionAnswer[];

  @List(() => RemedyHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: RemedyHistoryLine[];

  @ManyOf(REMEDY_ACTIONS, { description: 'What this person can do now' })
  possible!: RemedyAction[];

  @Flag({ description: 'This person may write it anew' })
  writes!: boolean;
}

export class RemediesFoundQuery extends TicketSubjectQuery {
  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;
}

/** What may be tried; nobody is named. */
export class RemedyFound {
  @Id()
  id!: string;

  @Text({ max: 300 })
  title!: string;

  @Text({ max: 2000, description: 'One gesture a line' })
  steps!: string;

  @OneOf(SYMPTOM_NAMES)
  symptom!: Symptom;

  @Text({ max: 2000, nullable: true, description: 'Null to schools' })
  inside!: string | null;
}

export class RemediesFound {
  @List(() => RemedyFound, { most: LIMITS.remedies.found, description: 'What helped most comes first' })
  items!: RemedyFound[];
}
