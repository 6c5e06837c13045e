import { addCalendarDays, ORDERS, ORDERS_ON_PATH, type OrderStateOnPath } from '@parc/domain';
import { laterBy } from '../days.js';
import { system } from './order-story.js';
import type { Telling } from './tell.js';
import {
  between,
  headOf,
  headTime,
  tellApproval,
  tellCertification,
  tellClosing,
  tellConfirmation,
  tellReport,
  tellScheduling,
  tellSubmission,
  tellWork,
} from './tell.js';
import * as words from './words.js';

/** How far a plain story goes. */
export type Reach = OrderStateOnPath;

/** Tells the order's life, step by step, up to the state asked for. */
export function tellStory(telling: Telling, until: Reach): void {
  const reaches = (reach: Reach): boolean => ORDERS_ON_PATH.indexOf(until) >= ORDERS_ON_PATH.indexOf(reach);
  if (reaches('submitted')) tellSubmission(telling);
  if (reaches('approved')) tellApproval(telling);
  if (reaches('scheduled')) tellScheduling(telling);
  if (reaches('in-progress')) tellWork(telling);
  if (reaches('in-progress')) tellAnswer(telling, reaches);
}

function tellAnswer(telling: Telling, reaches: (reach: Reach) => boolean): void {
  const { story, random, days, twists, world } = telling;
  const { days: calendar } = world.workshop;
  let confirm = days.confirm;
  let certify = days.certify;
  // Work that was interrupted ended later than the plain story has it.
  const reportedOn = story.reportedAt?.slice(0, 10);
  if (reportedOn !== undefined && confirm <= reportedOn) {
    confirm = calendar.schoolDayOnOrAfter(addCalendarDays(reportedOn, 1));
    certify = calendar.officeDay(confirm, 2);
  }
  if (twists.disputed && ORDERS.statesFrom('dispute').includes(story.state)) {
    story.plain('dispute', headOf(telling, confirm), headTime(random, confirm), random.pick(words.DISPUTE_REASONS));
    if (!reaches('installed')) return;
    const again = calendar.officeDay(confirm, random.whole(2, 4));
    tellReport(telling, undefined, again);
    confirm = calendar.schoolDayOnOrAfter(addCalendarDays(again, 1));
    certify = calendar.officeDay(confirm, 2);
  }
  if (!reaches('confirmed') && !(twists.adjourned && reaches('in-progress'))) return;
  tellConfirmation(telling, confirm);
  const confirmedOn = story.confirmedAt!.slice(0, 10);
  if (certify <= confirmedOn) certify = calendar.officeDay(confirmedOn, 1);
  if (twists.adjourned) {
    const manager = { role: 'plan-manager' as const, accountId: world.people.managers.other };
    story.plain('adjourn', manager, between(random, certify, '09:00', '16:00'), random.pick(words.ADJOURN_REASONS));
    if (!reaches('confirmed')) return;
    const again = calendar.officeDay(certify, 2);
    tellReport(telling, undefined, again);
    tellConfirmation(telling, calendar.schoolDayOnOrAfter(addCalendarDays(again, 1)));
    certify = calendar.officeDay(story.confirmedAt!.slice(0, 10), 1);
  }
  if (reaches('certified')) tellCertification(telling, certify);
  if (reaches('closed')) {
    const earliest = calendar.officeDay(certify, 2);
    tellClosing({ ...telling, days: { ...days, invoice: days.invoice > certify ? days.invoice : earliest } });
  }
}

export type Ending = 'rejected' | 'cancelled' | 'withdrawn' | 'lapsed' | 'discarded';

/** Stories that end without a service: refused, cancelled before any work, taken back by the school. */
export function tellEnding(telling: Telling, ending: Ending): void {
  const { story, random, days, world } = telling;
  const { days: calendar } = world.workshop;
  const manager = { role: 'plan-manager' as const, accountId: random.pick(world.people.managers.all) };
  if (ending === 'cancelled') {
    tellStory(telling, random.chance(0.5) ? 'approved' : 'scheduled');
    const asked = calendar.schoolDayOnOrAfter(addCalendarDays(story.lastAt().slice(0, 10), 1));
    const reason = random.pick(words.CANCEL_REASONS);
    story.plain('ask-to-cancel', headOf(telling, asked), headTime(random, asked), reason);
    story.plain('cancel', manager, between(random, calendar.officeDay(asked, 1), '09:00', '16:30'), reason);
    return;
  }
  if (ending === 'withdrawn' || ending === 'discarded') {
    tellSubmission({ ...telling, twists: { ...telling.twists, comesBack: 'withdraw', endsAsDraft: true } });
    if (ending === 'discarded')
      story.plain('discard', headOf(telling, days.submit), laterBy(story.lastAt(), random.whole(40, 600)));
    return;
  }
  tellSubmission(telling);
  if (ending === 'rejected') {
    const sentOn = story.lastAt().slice(0, 10);
    const day = days.approve > sentOn ? days.approve : calendar.officeDay(sentOn, 1);
    story.plain('reject', manager, between(random, day, '09:00', '16:30'), random.pick(words.REJECT_REASONS));
    return;
  }
  const year = Number(days.submit.slice(0, 4));
  story.plain('lapse', system('year-end'), between(random, `${year}-12-31`, '16:00', '16:20'), 'fin de l’exercice');
  const back = calendar.schoolDayOnOrAfter(`${year + 1}-01-05`);
  story.plain('discard', headOf(telling, back), headTime(random, back));
}
