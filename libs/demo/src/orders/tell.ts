import { type ActorRole, addCalendarDays, approvedAutomatically, euros } from '@parc/domain';
import { instantAt, laterBy } from '../days.js';
import { AUTO_APPROVAL_DECISION, AUTO_APPROVAL_MAX_CENTS } from '../plan-rules.js';
import type { Random } from '../random.js';
import type { ComposedOrder } from './composed-order.js';
import { newLine } from './composed-order.js';
import { priceOn } from '../catalogue.js';
import { slotFrom } from './compose.js';
import type { Actor, OrderStory } from './order-story.js';
import { system } from './order-story.js';
import type { StoryDays } from './story-days.js';
import type { Twists } from './twists.js';
import { LESS_REASONS, PARTIAL_REASONS, REPORT_NOTES } from './words.js';
import * as words from './words.js';
import type { World } from './world.js';

export interface Telling {
  world: World;
  story: OrderStory;
  random: Random;
  days: StoryDays;
  twists: Twists;
  /** Total of the basket the order came in, which automatic approval is judged on. */
  basketCents: number;
}

export function headOf({ world, story }: Telling, day: string): Actor {
  return { role: 'school-head', accountId: world.people.headOn(story.order.site, day) };
}

function managerOf({ world, random }: Telling): Actor {
  return { role: 'plan-manager', accountId: random.pick(world.people.managers.all) };
}

function performerOf({ world, story, random }: Telling): Actor {
  const { contract, site } = story.order;
  if (contract === null) return { role: 'technician', accountId: world.people.technicianOf(site) };
  return { role: 'installer', accountId: random.pick(world.people.installersOf(contract.holderName)) };
}

/** Who makes a move that these roles may: the manager, else whoever carries the order out, else the school's head. */
export function moverOf(telling: Telling, who: readonly ActorRole[]): Actor {
  const made = [managerOf(telling), performerOf(telling)].find(({ role }) => who.includes(role));
  return made ?? headOf(telling, telling.story.lastAt().slice(0, 10));
}

/** An instant of a day between two times, to the second. */
export function between(random: Random, day: string, from: string, to: string): string {
  const start = instantAt(day, from);
  const seconds = (Date.parse(instantAt(day, to)) - Date.parse(start)) / 1000;
  return laterBy(start, random.whole(0, seconds));
}

export const headTime = (random: Random, day: string): string =>
  random.chance(0.4) ? between(random, day, '11:50', '13:10') : between(random, day, '16:35', '18:05');
const officeTime = (random: Random, day: string): string => between(random, day, '08:50', '16:50');

export function isApprovedAutomatically(order: ComposedOrder, basketCents: number): boolean {
  return approvedAutomatically({
    totalCents: basketCents,
    autoMaxCents: AUTO_APPROVAL_MAX_CENTS,
    hasInvestment: order.lines.some((line) => line.item.row.investment),
    hasQuote: order.lines.some((line) => line.item.row.on_quote),
    prerequisitesTicked: order.prerequisites.every((one) => one.kept),
  });
}

/** Submission, with a first try that came back when the twist says so. */
export function tellSubmission(telling: Telling): void {
  const { story, random, days, twists, world } = telling;
  story.submit(headOf(telling, days.submit), twists.submittedAt ?? headTime(random, days.submit));
  const { days: calendar } = world.workshop;
  if (twists.comesBack === undefined || !(twists.endsAsDraft || pricesHold(story))) return;
  if (twists.comesBack === 'withdraw') {
    const at = laterBy(story.lastAt(), random.whole(300, 3_000));
    story.plain('withdraw', headOf(telling, days.submit), at, null);
  } else {
    const day = calendar.officeDay(days.submit, 1);
    story.plain('return', managerOf(telling), officeTime(random, day), random.pick(words.RETURN_REASONS));
  }
  if (twists.endsAsDraft) return;
  const again = calendar.schoolDayOnOrAfter(addCalendarDays(story.lastAt().slice(0, 10), 1));
  story.submit(headOf(telling, again), headTime(random, again));
}

/** Whether the order costs the same a month later: sent again, it is priced again. */
function pricesHold({ order, submittedAt }: OrderStory): boolean {
  const later = addCalendarDays(submittedAt!.slice(0, 10), 30);
  return order.lines.every((line) => priceOn(line.item, later) === line.unitNetCents);
}

/** The system's approval seconds after submission, or a manager's, whole or in part. */
export function tellApproval(telling: Telling): void {
  const { story, random, days, twists, basketCents, world } = telling;
  if (isApprovedAutomatically(story.order, basketCents)) {
    const threshold = `sous le seuil de ${euros(AUTO_APPROVAL_MAX_CENTS)}`;
    const reason = `approuvée d’office : ${euros(basketCents)}, ${threshold} (${AUTO_APPROVAL_DECISION})`;
    story.approve(system('automatic-approval'), laterBy(story.lastAt(), random.whole(4, 9)), reason);
    return;
  }
  const line = story.order.lines.find((one) => one.asked >= 3);
  if (twists.inPart && line) {
    line.approved = twists.inPart === true ? line.asked - random.whole(1, Math.floor(line.asked / 2)) : twists.inPart;
    line.decisionReason = random.pick(PARTIAL_REASONS);
  }
  // Sent a second time, it is read again from that day on.
  const sentOn = story.lastAt().slice(0, 10);
  const day = days.approve > sentOn ? days.approve : world.workshop.days.officeDay(sentOn, 1);
  story.approve(managerOf(telling), officeTime(random, day));
}

export function tellScheduling(telling: Telling): void {
  const { world, story, random, days, twists } = telling;
  const { contract, site } = story.order;
  const technician: Actor = { role: 'technician', accountId: world.people.technicianOf(site) };
  const actor = contract === null && random.chance(0.6) ? technician : managerOf(telling);
  const day = dayAfter(telling, days.schedule);
  const at = officeTime(random, day);
  story.schedule(
    actor,
    at,
    contract === null ? technician.accountId : null,
    plannedOn(telling, laterDay(telling, days.install, day), twists.plannedAt),
  );
  if (twists.moved === undefined) return;
  const movedOn = world.workshop.days.officeDay(day, 1);
  const performer = performerOf(telling);
  story.reschedule(
    random.chance(0.5) ? performer : managerOf(telling),
    officeTime(random, movedOn),
    plannedOn(telling, laterDay(telling, twists.moved, movedOn)),
    random.pick(words.MOVE_REASONS),
  );
}

/** The day planned for a step, or the office day after the last one when the story has already passed it. */
function dayAfter(telling: Telling, day: string): string {
  return laterDay(telling, day, telling.story.lastAt().slice(0, 10));
}

function laterDay({ world }: Telling, day: string, after: string): string {
  return day > after ? day : world.workshop.days.officeDay(after, 1);
}

function plannedOn(
  { world, story }: Telling,
  day: string,
  time?: readonly [string, string],
): { from: string; to: string } {
  const slot = slotFrom(world, story.order.site, day);
  return { from: instantAt(slot.day, time?.[0] ?? slot.from), to: instantAt(slot.day, time?.[1] ?? slot.to) };
}

/** From the start on the spot to the report. */
export function tellWork(telling: Telling): void {
  const { world, story, random, twists } = telling;
  const performer = performerOf(telling);
  story.plain('start', performer, laterBy(story.planned!.from, random.whole(120, 720)));
  if (twists.staysInProgress) return;
  if (twists.interrupted) {
    story.plain(
      'interrupt',
      performer,
      laterBy(story.lastAt(), random.whole(900, 2_400)),
      random.pick(words.INTERRUPT_REASONS),
    );
    const today = story.planned!.from.slice(0, 10);
    const later = world.workshop.days.officeDay(today, random.whole(2, 4));
    const tomorrow = officeTime(random, world.workshop.days.officeDay(today, 1));
    story.reschedule(performer, tomorrow, plannedOn(telling, later), 'Nouveau passage après l’interruption.');
    story.plain('start', performer, laterBy(story.planned!.from, random.whole(120, 720)));
  }
  tellReport(telling, performer);
}

/** The report, on the day of the work unless a later one is given. */
export function tellReport(telling: Telling, performer = performerOf(telling), onDay?: string): void {
  const { story, random, twists, world } = telling;
  const at = onDay ? between(random, onDay, '16:50', '18:00') : laterBy(story.lastAt(), random.whole(2_000, 5_400));
  const several = story.order.lines.find((line) => !line.extra && (line.approved ?? 0) >= 2);
  if (twists.less && several && several.done === null) {
    several.done = several.approved! - 1;
    several.lessReason = random.pick(LESS_REASONS);
  }
  if (twists.more && !story.order.lines.some((line) => line.extra)) {
    const support = world.catalogue.find((item) => item.row.reference === 'INS-10')!;
    const line = newLine(support, priceOn(support, at.slice(0, 10)), 0, several?.room ?? null);
    story.order.lines.push({ ...line, extra: true, approved: 0, done: twists.more });
  }
  for (const line of story.order.lines) {
    if (line.item.facts.placed && line.room !== null) line.equipment ??= labelOf(world.next('label'));
  }
  const note = twists.more ? 'Cloison creuse, support renforcé posé.' : random.pick(REPORT_NOTES);
  story.report(performer, at, note, twists.cents ?? 0);
}

export function labelOf(number: number): string {
  return `PE-${String(number).padStart(6, '0')}`;
}

/** The school's answer, or the manager's own check once ten days have passed. */
export function tellConfirmation(telling: Telling, day: string): void {
  const { story, random, world } = telling;
  const reportedOn = story.reportedAt!.slice(0, 10);
  const dueOn = addCalendarDays(reportedOn, 10);
  if (telling.twists.byDefault || day >= addCalendarDays(reportedOn, 25)) {
    const checkedOn = world.workshop.days.officeDayOnOrAfter(day > dueOn ? day : addCalendarDays(dueOn, 1));
    const manager: Actor = { role: 'plan-manager', accountId: world.people.managers.other };
    story.plain('confirm-by-default', manager, officeTime(random, checkedOn), random.pick(words.DEFAULT_REASONS));
    return;
  }
  story.plain('confirm', headOf(telling, day), headTime(random, day));
}

export function tellCertification(telling: Telling, day: string): void {
  const { story, random, world } = telling;
  const certifiers = world.people.managers.certifiers;
  const roundingMaxCents = story.order.lines.length;
  if (story.reportedCents! > story.heldCents + roundingMaxCents) {
    story.complement(managerOf(telling), between(random, day, '08:40', '11:00'));
  }
  const certifier: Actor = { role: 'plan-manager', accountId: random.pick(certifiers) };
  story.certify(certifier, between(random, day, '11:30', '17:10'));
}

/** Internal work closes in the night; the holder's waits for the invoice. */
export function tellClosing(telling: Telling): void {
  const { story, random, days, world } = telling;
  const certifiedOn = story.certifiedAt!.slice(0, 10);
  if (story.order.contract === null) return story.plain('close', system('closing'), nightAfter(certifiedOn));
  const year = days.invoice.slice(0, 4);
  const number = `F-${year}-${String(world.next('invoice')).padStart(5, '0')}`;
  story.recordInvoice(managerOf(telling), officeTime(random, days.invoice), number);
  story.plain('close', system('closing'), nightAfter(days.invoice));
}

function nightAfter(day: string): string {
  return instantAt(addCalendarDays(day, 1), '02:30');
}
