import { ORDER_STATE_NAMES, type OrderState } from '@parc/domain';
import { OpeningHoursBody } from '../directory/directory.dto.js';
import { RoundDevice } from '../inventory/round-devices.js';
import { RoundTicket } from '../maintenance/round-ticket.answers.js';
import { ServiceClosingBody, ServiceSettingsBody } from '../maintenance/settings/service-settings.dto.js';
import { BudgetBarAnswer } from '../orders/budget-bar.answers.js';
import { OrderPage } from '../orders/order-page.answers.js';
import { RoundVisit } from '../visits/visit.answers.js';
import { Day, Decimal, Flag, Id, Instant, List, Nested, OneOf, Strings, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { AccessCardAnswer, SchoolContacts } from '../school-page/school-page.answers.js';
import { RoundCheck } from '../upkeep/round-checks.js';

export class RoundQuery {
  @Day({ optional: true, description: 'The first of the two days; left out, today' })
  day?: string;
}

/** An order of the round, where it is. */
export class WorkStop {
  @Id()
  id!: string;

  @Text({ max: 20 })
  number!: string;

  @Text({ max: 300 })
  title!: string;

  @OneOf(ORDER_STATE_NAMES)
  state!: OrderState;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 100 })
  communeName!: string;

  @Text({ max: 300, nullable: true })
  address!: string | null;

  @Decimal({ nullable: true })
  latitude!: number | null;

  @Decimal({ nullable: true })
  longitude!: number | null;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @Instant({ nullable: true })
  plannedTo!: string | null;

  @Day({ nullable: true, description: 'The school said it is closed that day' })
  closedOn!: string | null;

  @Whole()
  lineCount!: number;
}

/** A school where one goes: how to find it, to come in and to be told. What its reader does not read is null. */
export class VisitedSchool {
  @Id()
  id!: string;

  @Text({ max: 300 })
  name!: string;

  @Text({ max: 100 })
  communeName!: string;

  @Text({ max: 300, nullable: true })
  address!: string | null;

  @Decimal({ nullable: true })
  latitude!: number | null;

  @Decimal({ nullable: true })
  longitude!: number | null;

  @Day({ nullable: true, description: 'The school said it is closed that day' })
  closedOn!: string | null;

  @Flag({ description: 'Somebody of the school must be there' })
  presenceNeeded!: boolean;

  @Nested(() => OpeningHoursBody, { description: 'As they hold on the first day' })
  openingHours!: OpeningHoursBody;

  @Nested(() => SchoolContacts, { nullable: true })
  contacts!: SchoolContacts | null;

  @Nested(() => AccessCardAnswer, { nullable: true })
  access!: AccessCardAnswer | null;

  @Nested(() => BudgetBarAnswer, {
    nullable: true,
    description: 'The maintenance envelope of this year, when it is open',
  })
  maintenance!: BudgetBarAnswer | null;
}

/** What clocks count with, on the phone as on the server. */
export class RoundCalendar {
  @Nested(() => ServiceSettingsBody, { description: 'As they hold on the first day' })
  service!: ServiceSettingsBody;

  @Strings({ most: 400, max: 10, description: 'ISO dates, from the first day on' })
  publicHolidays!: string[];

  @List(() => ServiceClosingBody, { most: 100, description: 'Without class, from the first day on' })
  schoolHolidays!: ServiceClosingBody[];
}

/** Two days of somebody's round, whole: a phone takes it along and replaces the one of before. */
export class RoundPacket {
  @Day()
  day!: string;

  @Instant({ description: 'What is said on the phone is dated from it' })
  serverTime!: string;

  @List(() => VisitedSchool, { most: LIMITS.round.schools })
  schools!: VisitedSchool[];

  @Whole({ description: 'Schools of the round that a packet has no room for: what is known of them needs a network' })
  schoolsLeftOut!: number;

  @List(() => WorkStop, {
    most: LIMITS.round.orders,
    description: 'Planned or under way, by time; done on the first day',
  })
  orders!: WorkStop[];

  @List(() => OrderPage, { most: LIMITS.round.wholeOrders, description: 'Those of the two days, whole' })
  wholeOrders!: OrderPage[];

  @List(() => RoundTicket, {
    most: 2 * LIMITS.round.tickets,
    description: 'One’s own, and the free ones of these schools',
  })
  tickets!: RoundTicket[];

  @Flag({ description: 'One has more of them than a packet has room for: the rest needs a network' })
  moreTickets!: boolean;

  @List(() => RoundCheck, {
    most: LIMITS.round.checks,
    description: 'One’s own until the second day, and the free ones of these schools',
  })
  checks!: RoundCheck[];

  @List(() => RoundVisit, { most: LIMITS.visits.open, description: 'Begun by who asks, and not ended' })
  visits!: RoundVisit[];

  @List(() => RoundDevice, {
    most: LIMITS.round.devices,
    description: 'Of the tickets, and of the rooms where one works',
  })
  devices!: RoundDevice[];

  @List(() => WorkStop, { most: LIMITS.round.toSchedule, description: 'Approved, without a date yet' })
  toSchedule!: WorkStop[];

  @Whole()
  awaitingConfirmation!: number;

  @Text({
    max: 100,
    description: 'P-256 point, base64url: a head’s code that is typed without a network is sealed to it',
  })
  sealKey!: string;

  @Nested(() => RoundCalendar)
  calendar!: RoundCalendar;
}
