import { addCalendarDays, calendarDaysBetween } from '@parc/domain';
import type { Random } from '../random.js';
import type { World } from './world.js';

/** The days on which an order's plain story happens. */
export interface StoryDays {
  submit: string;
  approve: string;
  schedule: string;
  install: string;
  confirm: string;
  certify: string;
  invoice: string;
}

/** `natural` takes the weeks people take; `brisk` is the pace of an order hurried before a year's end. */
export type Pace = 'natural' | 'brisk';

/** Forward from the submission: the work on one of the wished days, or a few days after it is scheduled. */
export function daysFrom(
  world: World,
  submit: string,
  wishedDays: readonly string[],
  pace: Pace,
  random: Random,
): StoryDays {
  const { days } = world.workshop;
  const natural = pace === 'natural';
  const approve = days.officeDay(submit, natural ? random.whole(1, 4) : 1);
  const schedule = days.officeDay(approve, natural ? random.whole(1, 2) : 1);
  const wished = natural ? wishedDays.find((day) => day > schedule && random.chance(0.8)) : undefined;
  const install = wished ?? days.officeDay(schedule, natural ? random.whole(4, 9) : random.whole(1, 3));
  const confirm = days.schoolDayOnOrAfter(addCalendarDays(install, natural ? random.whole(1, 6) : 1));
  return { submit, approve, schedule, install, confirm, ...afterConfirmation(world, confirm, pace, random) };
}

function afterConfirmation(
  world: World,
  confirm: string,
  pace: Pace,
  random: Random,
): Pick<StoryDays, 'certify' | 'invoice'> {
  const { days } = world.workshop;
  const certify = days.officeDay(confirm, pace === 'natural' ? random.whole(1, 6) : 1);
  return { certify, invoice: days.officeDay(certify, pace === 'natural' ? random.whole(4, 18) : random.whole(2, 4)) };
}

export type AnchorState = 'approved' | 'scheduled' | 'installed' | 'confirmed' | 'certified';

/**
 * Backward from a day on which something is known to happen: the approval, the day the work is planned or was done, the
 * confirmation or the certification.
 */
export function daysUpTo(world: World, anchor: AnchorState, day: string, random: Random): StoryDays {
  const { days } = world.workshop;
  const back = (from: string, least: number, most: number): string => days.officeDay(from, -random.whole(least, most));
  const certify = anchor === 'certified' ? days.officeDayOnOrBefore(day) : '';
  const confirm =
    anchor === 'confirmed'
      ? days.schoolDayOnOrBefore(day)
      : certify
        ? days.schoolDayOnOrBefore(back(certify, 1, 4))
        : days.schoolDayOnOrAfter(addCalendarDays(day, 1));
  const workedBefore = anchor === 'confirmed' || anchor === 'certified';
  const install = workedBefore ? back(confirm, 1, 3) : anchor === 'approved' ? days.officeDay(day, 8) : day;
  // Work to come was arranged in the days before today, whatever the day it is for.
  const known = install > world.workshop.today ? world.workshop.today : install;
  let schedule = anchor === 'approved' ? days.officeDay(day, 1) : back(known, install === known ? 6 : 1, 10);
  let approve = anchor === 'approved' ? days.officeDayOnOrBefore(day) : back(schedule, 1, 2);
  const wished = back(approve, 1, 3);
  let submit = days.schoolDayOnOrBefore(wished);
  if (calendarDaysBetween(submit, wished) > 4) {
    // Holidays lie between: schools did not all send on their last day, and the metropole answered meanwhile.
    for (let earlier = random.whole(0, 9); earlier > 0; earlier--)
      submit = days.schoolDayOnOrBefore(addCalendarDays(submit, -1));
    approve = anchor === 'approved' ? approve : days.officeDay(submit, random.whole(1, 4));
    schedule = anchor === 'approved' ? schedule : days.officeDay(approve, random.whole(1, 3));
  }
  const following = afterConfirmation(world, confirm, 'natural', random);
  return {
    submit,
    approve,
    schedule,
    install,
    confirm,
    certify: certify || following.certify,
    invoice: following.invoice,
  };
}
