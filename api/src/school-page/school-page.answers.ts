import { ORDER_STATE_NAMES, PRIORITIES, SCHOOL_KINDS, SCHOOL_STATES, SECTORS, STATE_CONTRACTS } from '@parc/domain';
import { OpeningHoursBody } from '../directory/directory.dto.js';
import { GateAnswer } from '../agreements/gate.answers.js';
import { BudgetBarAnswer } from '../orders/budget-bar.answers.js';
import { Day, Decimal, Flag, Id, List, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';

/** One school as a page. What a role does not read is null, or an empty list (libs/domain `schoolFields`). */

export class NamedPlace {
  @Id()
  id!: string;

  @Text({ max: 8, nullable: true, description: 'INSEE code of a commune, code of a circonscription; null for a body' })
  code!: string | null;

  @Text({ max: 200 })
  name!: string;
}

export class SchoolHost {
  @Id({ nullable: true, description: 'Null when the establishment is no school of the plan' })
  id!: string | null;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 300, nullable: true })
  name!: string | null;
}

export class SchoolAddress {
  @Text({ max: 300, nullable: true })
  line1!: string | null;

  @Text({ max: 300, nullable: true })
  line2!: string | null;

  @Text({ max: 5, nullable: true })
  postalCode!: string | null;

  @Decimal({ nullable: true, description: 'Degrees, WGS 84' })
  latitude!: number | null;

  @Decimal({ nullable: true, description: 'Degrees, WGS 84' })
  longitude!: number | null;
}

export class SchoolContacts {
  @Text({ max: 20, nullable: true })
  telephone!: string | null;

  @Text({ max: 254, nullable: true })
  email!: string | null;

  @Text({ max: 300, nullable: true })
  website!: string | null;
}

export class AccessCardAnswer {
  @Text({ max: 200, nullable: true })
  keyHolder!: string | null;

  @Text({ max: 200, nullable: true })
  alarm!: string | null;

  @Text({ max: 500, nullable: true })
  note!: string | null;
}

export class SchoolYearFigures {
  @Whole({ description: 'Year of the rentrée' })
  schoolYear!: number;

  @Text({ max: 9, description: '2026-2027' })
  label!: string;

  @Whole({ nullable: true })
  pupils!: number | null;

  @Whole({ nullable: true })
  classes!: number | null;

  @Whole({ nullable: true })
  teachers!: number | null;

  @Decimal({ nullable: true })
  socialIndex!: number | null;
}

export class SchoolPerson {
  @Text({ max: 200 })
  name!: string;

  @Flag()
  deputy!: boolean;

  @Day({ nullable: true, description: 'Last day, for a deputy or an end already known' })
  until!: string | null;
}

export class OrderStateCount {
  @OneOf(ORDER_STATE_NAMES)
  state!: string;

  @Whole()
  count!: number;
}

export class FormerUai {
  @Text({ max: 8 })
  uai!: string;

  @Day()
  from!: string;

  @Day({ nullable: true })
  to!: string | null;
}

/** Hours of class that were changed, that a page shows. */
export const DATED_WEEKS = 12;

export class DatedOpeningHoursBody {
  @Day({ description: 'They hold from this day until the next that begin' })
  from!: string;

  @Nested(() => OpeningHoursBody)
  hours!: OpeningHoursBody;
}

export class SchoolPage {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 300 })
  name!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(SECTORS)
  sector!: string;

  @OneOf(STATE_CONTRACTS, { nullable: true })
  stateContract!: string | null;

  @OneOf(SCHOOL_KINDS)
  kind!: string;

  @OneOf(PRIORITIES)
  priority!: string;

  @OneOf(SCHOOL_STATES)
  state!: string;

  @Flag()
  closingAnnounced!: boolean;

  @Flag()
  closedToday!: boolean;

  @Day({ nullable: true })
  openedOn!: string | null;

  @Flag()
  hasInclusionClass!: boolean;

  @Text({ max: 14, nullable: true })
  siret!: string | null;

  @Nested(() => NamedPlace)
  commune!: NamedPlace;

  @Nested(() => NamedPlace, { nullable: true })
  circonscription!: NamedPlace | null;

  @Nested(() => NamedPlace, { nullable: true })
  managingBody!: NamedPlace | null;

  @Nested(() => SchoolHost, { nullable: true })
  host!: SchoolHost | null;

  @Nested(() => SchoolAddress)
  address!: SchoolAddress;

  @Nested(() => OpeningHoursBody)
  openingHours!: OpeningHoursBody;

  @List(() => DatedOpeningHoursBody, { most: DATED_WEEKS, description: 'The last to begin first, those to come too' })
  datedOpeningHours!: DatedOpeningHoursBody[];

  @Flag({ description: 'False while the school has only been given the commonest week' })
  ownOpeningHours!: boolean;

  @Flag()
  presenceNeeded!: boolean;

  @Whole()
  roomCount!: number;

  @Nested(() => SchoolContacts, { nullable: true })
  contacts!: SchoolContacts | null;

  @Nested(() => AccessCardAnswer, { nullable: true })
  access!: AccessCardAnswer | null;

  @List(() => SchoolPerson, { most: 50 })
  people!: SchoolPerson[];

  @List(() => SchoolYearFigures, { most: 100, description: 'Newest first' })
  figures!: SchoolYearFigures[];

  @Nested(() => GateAnswer, { nullable: true })
  gate!: GateAnswer | null;

  @List(() => BudgetBarAnswer, { most: 2, description: 'This civil year’s envelopes' })
  budgets!: BudgetBarAnswer[];

  @List(() => OrderStateCount, { most: 20 })
  orders!: OrderStateCount[];

  @List(() => FormerUai, { most: 20, description: 'Every code it has had, newest first' })
  uais!: FormerUai[];
}
