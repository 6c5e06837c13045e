import { addCalendarDays } from '@parc/domain';
import { laterBy } from '../days.js';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import type { Composition, Wanted } from './compose.js';
import { composeLines, noteOf, prerequisitesOf, wishesFrom } from './compose.js';
import type { ComposedOrder } from './composed-order.js';
import { totalOf } from './composed-order.js';
import { between, headTime } from './tell.js';
import type { World } from './world.js';

export interface PreparedOrder {
  order: ComposedOrder;
  /** Total of its basket, tax included, in cents: automatic approval is judged on it. */
  basketCents: number;
  submittedAt: string;
}

/**
 * One order, or a basket of two for two performers, that a school sends on a day; empty when nothing fits its money.
 * `owedOn` is the day by which someone still owes what must be there first.
 */
export function prepare(
  world: World,
  site: Site,
  day: string,
  wanted: Wanted,
  performers: 1 | 2,
  random: Random,
  owedOn: string | null = null,
): PreparedOrder[] {
  const first = composeLines(world, site, day, wanted, random);
  if (first === null) return [];
  const compositions = [first];
  if (performers === 2 && 'aboutCents' in wanted) {
    const leftCents = wanted.mostCents - totalOf(first.lines, 'asked');
    const more = { aboutCents: Math.min(leftCents, wanted.aboutCents), mostCents: leftCents };
    const second = leftCents > 0 ? composeLines(world, site, day, more, random) : null;
    if (second && second.lines[0]!.item.contract !== first.lines[0]!.item.contract) compositions.push(second);
  }
  const basketCents = compositions.reduce((sum, { lines }) => sum + totalOf(lines, 'asked'), 0);
  const submittedAt = headTime(random, day);
  const createdAt = createdBefore(world, site, day, submittedAt, random);
  const basketId = world.workshop.identify(createdAt.at);
  return compositions.map((composition) => ({
    order: orderOf(world, site, day, composition, { ...createdAt, basketId, owedOn }, random),
    basketCents,
    submittedAt,
  }));
}

export function orderOf(
  world: World,
  site: Site,
  day: string,
  { lines, title }: Composition,
  made: { at: string; by: string; basketId: string; owedOn: string | null },
  random: Random,
): ComposedOrder {
  const delay = Math.max(...lines.map((line) => line.item.row.delay_working_days));
  return {
    id: world.workshop.identify(made.at),
    basketId: made.basketId,
    site,
    envelope: world.envelopes.of(site, Number(day.slice(0, 4))),
    contract: lines[0]!.item.contract,
    title,
    note: noteOf(random),
    contact: contactOf(site, random),
    wishes: wishesFrom(world, site, day, delay),
    prerequisites: prerequisitesOf(lines, site, made.owedOn),
    lines,
    createdBy: made.by,
    createdAt: made.at,
  };
}

/** A teacher drafted it the day before, or the head just before sending. */
function createdBefore(
  world: World,
  site: Site,
  day: string,
  submittedAt: string,
  random: Random,
): { at: string; by: string } {
  const teachers = world.people.teachersOf(site);
  const before = world.workshop.days.schoolDayOnOrBefore(addCalendarDays(day, -1));
  if (teachers.length > 0 && before >= '2023-09-05' && random.chance(0.4)) {
    return { at: between(random, before, '16:40', '17:50'), by: random.pick(teachers) };
  }
  return { at: laterBy(submittedAt, -random.whole(140, 900)), by: world.people.headOn(site, day) };
}

function contactOf(site: Site, random: Random): string {
  const telephone = site.school.telephone.replace(/(\d\d)(?=\d)/g, '$1 ');
  return random.chance(0.7) ? `La direction, ${telephone}` : `La gardienne, à la loge, ${telephone}`;
}
