import { addCalendarDays, shareByLargestRemainder } from '@parc/domain';
import { FIRST_YEAR, allotmentInstant, openedAt } from '../budgets.js';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import { isWithoutContract } from '../sites.js';
import type { ComposedOrder } from './composed-order.js';
import { draftOrder } from './draft-order.js';
import { tellSomewhere } from './live.js';
import { prepare } from './prepare.js';
import type { Pace } from './story-days.js';
import { daysFrom } from './story-days.js';
import type { Ending } from './tell-story.js';
import { tellEnding, tellStory } from './tell-story.js';
import type { Telling } from './tell.js';
import { isApprovedAutomatically } from './tell.js';
import type { Twists } from './twists.js';
import type { World } from './world.js';
import { availableFrom, keep } from './world.js';

/** Share of a year's money that a school orders for. */
const USE_OF_MONEY = 0.86;
/** Stories begun later than this before today may still be going on: they are told one by one (live-orders). */
const NATURAL_UNTIL_DAYS = 62;
const BRISK_UNTIL_DAYS = 26;
const LAST_SUBMISSION = '11-12';
const LAST_CERTIFICATION = '12-24';
const SMALLEST_ORDER_CENTS = 2_500;
/** Baskets of an order, against orders: some hold two. */
const BASKETS = 0.967;
const LAPSED_A_YEAR = 2;

interface Season {
  site: Site;
  year: number;
  submissionDays: readonly string[];
}

/** About so many orders of the years before, and of this year until a few weeks ago: finished, refused or taken back. */
export function tellPastOrders(world: World, count: number): void {
  const seasons = seasonsOf(world);
  const weights = seasons.map(({ site, year, submissionDays }) => {
    const opened = openedAt(world.envelopes.of(site, year), `${year}-12-31T23:00:00.000Z`);
    return Math.round((opened * submissionDays.length) / 100);
  });
  const keys = seasons.map(({ site, year }) => `${site.school.uai}/${year}`);
  const counts = shareByLargestRemainder(Math.round(count * BASKETS), weights, keys);
  const random = world.workshop.random('past orders');
  for (let year = FIRST_YEAR; year < world.workshop.year; year++) tellLapsed(world, year, random);
  seasons.forEach((season, position) => tellSeason(world, season, counts[position]!, random));
}

/** Sent too late to be answered: given back on 31 December, given up in January. */
function tellLapsed(world: World, year: number, random: Random): void {
  const { days } = world.workshop;
  const round = random.shuffled(world.directory.sites.filter((site) => site !== world.directory.tilleuls));
  for (let number = 0; number < LAPSED_A_YEAR; number++) {
    const submit = days.schoolDayOnOrBefore(`${year}-12-${17 + number}`);
    const wanted = { aboutCents: 38_000 };
    const then = (telling: Telling): void => tellEnding(telling, 'lapsed');
    const accepts = (order: ComposedOrder, basketCents: number): boolean =>
      !isApprovedAutomatically(order, basketCents);
    tellSomewhere(
      world,
      round,
      { wanted, days: daysFrom(world, submit, [], 'brisk', random), until: 'draft', then, accepts },
      random,
    );
  }
}

function seasonsOf(world: World): Season[] {
  const { workshop, directory, agreements } = world;
  const seasons: Season[] = [];
  for (let year = FIRST_YEAR; year <= workshop.year; year++) {
    const opened = addCalendarDays(allotmentInstant(workshop, year).slice(0, 10), 1);
    const last =
      year < workshop.year ? `${year}-${LAST_SUBMISSION}` : addCalendarDays(workshop.today, -BRISK_UNTIL_DAYS);
    for (const site of directory.sites) {
      const covered = agreements.coveredFrom(site);
      // The sign-in page's school has this year's story of its own.
      const told = year === workshop.year && site === directory.tilleuls;
      if (covered === undefined || isWithoutContract(site) || told) continue;
      const submissionDays = workshop.days.schoolDays(covered > opened ? covered : opened, last);
      if (submissionDays.length > 0) seasons.push({ site, year, submissionDays });
    }
  }
  return seasons;
}

function tellSeason(world: World, season: Season, count: number, random: Random): void {
  if (count === 0) return;
  const { site, year, submissionDays } = season;
  const envelope = world.envelopes.of(site, year);
  const opened = openedAt(envelope, `${submissionDays[0]}T23:00:00.000Z`);
  // A year that has only begun uses the part of its money that its days are of a whole one.
  const part = year === world.workshop.year ? Math.min(1, submissionDays.length / 125) : 1;
  const aboutCents = (opened * USE_OF_MONEY * part) / count;
  for (let number = 0; number < count; number++) {
    const spread = (number + random.fraction()) / count;
    const day = submissionDays[Math.min(submissionDays.length - 1, Math.floor(spread * submissionDays.length))]!;
    tellOne(world, site, year, day, aboutCents * (0.45 + random.fraction() * 1.1), random);
  }
}

function tellOne(world: World, site: Site, year: number, day: string, aboutCents: number, random: Random): void {
  const envelope = world.envelopes.of(site, year);
  const twists = drawTwists(random);
  const spareCents = twists.more ? 12_000 : 10;
  const mostCents = availableFrom(world, envelope, `${day}T00:00:00.000Z`) - spareCents;
  if (mostCents < SMALLEST_ORDER_CENTS) return;
  const ending = drawEnding(random);
  const basketOfTwo = ending === null && random.chance(0.07);
  const wanted = { aboutCents: Math.min(aboutCents, mostCents), mostCents };
  const orders = prepare(world, site, day, wanted, basketOfTwo ? 2 : 1, random);
  const recent = day > addCalendarDays(world.workshop.today, -NATURAL_UNTIL_DAYS);
  const paces: Pace[] = recent ? ['brisk'] : ['natural', 'brisk'];
  const limit = limitOf(world, year);
  for (const { order, basketCents, submittedAt } of orders) {
    for (const pace of paces) {
      const fresh = draftOrder(order, world);
      const days = daysFrom(
        world,
        day,
        order.wishes.map((wish) => wish.day),
        pace,
        random,
      );
      const own: Twists = { ...(pace === 'natural' ? twists : {}), submittedAt };
      if (order.contract?.key !== 'screens') delete own.more;
      if (order.contract === null) delete own.cents;
      const telling: Telling = { world, story: fresh, random, days, twists: own, basketCents };
      if (ending) tellEnding(telling, ending);
      else tellStory(telling, 'closed');
      const certifiedInTime = (fresh.certifiedAt ?? fresh.lastAt()) < limit && fresh.lastAt() < world.workshop.now;
      if (certifiedInTime) {
        keep(world, fresh);
        break;
      }
    }
  }
}

/** A year's orders are certified before Christmas; this year's before today. */
function limitOf(world: World, year: number): string {
  return year < world.workshop.year ? `${year}-${LAST_CERTIFICATION}T00:00:00.000Z` : world.workshop.now;
}

function drawEnding(random: Random): Ending | null {
  const draw = random.fraction();
  if (draw < 0.04) return 'rejected';
  if (draw < 0.065) return 'cancelled';
  if (draw < 0.078) return 'discarded';
  return null;
}

function drawTwists(random: Random): Twists {
  const twists: Twists = {};
  const draw = random.fraction();
  if (draw < 0.03) twists.comesBack = 'return';
  else if (draw < 0.05) twists.comesBack = 'withdraw';
  if (random.chance(0.14)) twists.inPart = true;
  if (random.chance(0.025)) twists.interrupted = true;
  if (random.chance(0.05)) twists.less = true;
  else if (random.chance(0.04)) twists.more = random.whole(1, 2);
  else if (random.chance(0.012)) twists.cents = 1;
  if (random.chance(0.04)) twists.disputed = true;
  else if (random.chance(0.012)) twists.adjourned = true;
  if (random.chance(0.05)) twists.byDefault = true;
  return twists;
}
