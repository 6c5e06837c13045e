import type { CatalogueItem } from '../catalogue.js';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import type { Wanted } from './compose.js';
import { slotFrom } from './compose.js';
import type { ComposedOrder } from './composed-order.js';
import { draftOrder } from './draft-order.js';
import type { OrderStory } from './order-story.js';
import { prepare } from './prepare.js';
import type { StoryDays } from './story-days.js';
import type { Reach } from './tell-story.js';
import { tellStory } from './tell-story.js';
import type { Telling } from './tell.js';
import type { Twists } from './twists.js';
import type { World } from './world.js';
import { availableFrom, keep } from './world.js';

export interface LiveOrder {
  site: Site;
  wanted: Wanted | { aboutCents: number; among?: (item: CatalogueItem) => boolean };
  days: StoryDays;
  twists?: Twists;
  until: Reach;
  /** The day by which a prerequisite is still owed. */
  owedOn?: string;
  /** The work is planned, or was done, on exactly `days.install`. */
  onTheDay?: boolean;
  /** What comes after the plain story: an ending of its own. */
  then?: (telling: Telling) => void;
  /** Which compositions will do. */
  accepts?: (order: ComposedOrder, basketCents: number) => boolean;
}

/** Money kept aside for a dearer outcome, in cents. */
const SPARE_CENTS = 12_000;

/** Tells one order that is going on; false, and nothing told, when the school, its money or the calendar does not allow it. */
export function tellLive(world: World, live: LiveOrder, random: Random): OrderStory | null {
  const { site, days, twists = {}, until, onTheDay = false } = live;
  const { agreements, envelopes, workshop } = world;
  if (!agreements.covers(site, days.submit) || (until !== 'submitted' && !agreements.covers(site, days.approve)))
    return null;
  if (onTheDay && slotFrom(world, site, days.install).day !== days.install) return null;
  const year = Number(days.submit.slice(0, 4));
  const mostCents = availableFrom(world, envelopes.of(site, year), `${days.submit}T00:00:00.000Z`) - SPARE_CENTS;
  const wanted = 'items' in live.wanted ? live.wanted : { ...live.wanted, mostCents };
  if (mostCents < 4_000) return null;
  const [prepared] = prepare(world, site, days.submit, wanted, 1, random, live.owedOn);
  if (prepared === undefined || prepared.basketCents > mostCents) return null;
  if (live.accepts?.(prepared.order, prepared.basketCents) === false) return null;
  const wishes = onTheDay
    ? [slotFrom(world, site, days.install), ...prepared.order.wishes.slice(0, 1)]
    : prepared.order.wishes;
  const story = draftOrder({ ...prepared.order, wishes }, world);
  const { basketCents, submittedAt } = prepared;
  const telling: Telling = { world, story, random, days, twists: { submittedAt, ...twists }, basketCents };
  tellStory(telling, until);
  live.then?.(telling);
  if (story.lastAt() >= workshop.now) return null;
  keep(world, story);
  return story;
}

/** Tells an order in the first school of a round that can bear it, and sends that school to the end of the round. */
export function tellSomewhere(
  world: World,
  round: Site[],
  live: Omit<LiveOrder, 'site'>,
  random: Random,
): OrderStory | null {
  for (let tried = 0; tried < round.length; tried++) {
    const site = round.shift()!;
    round.push(site);
    const story = tellLive(world, { ...live, site }, random);
    if (story) return story;
  }
  return null;
}
