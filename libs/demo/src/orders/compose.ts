import { type SchoolCalendar, kindsOf, PREREQUISITES, promiserFor } from '@parc/domain';
import { STANDARD_WORK_HOURS, proposeSlots, unitTotalCents } from '@parc/domain';
import type { CatalogueItem } from '../catalogue.js';
import { VAT_BASIS_POINTS, priceOn } from '../catalogue.js';
import type { Random } from '../random.js';
import type { PromisedPrerequisite } from '../order-row-types.js';
import type { RoomRow } from '../rows.js';
import type { Site } from '../sites.js';
import type { ComposedLine, ComposedOrder } from './composed-order.js';
import { newLine, totalOf } from './composed-order.js';
import { NOTES, SOFTWARE_TITLES } from './words.js';
import type { World } from './world.js';
import { PLAN_START } from '../workshop.js';

/** What to order: items by reference, or whatever comes to about an amount. */
export type Wanted =
  | { items: readonly [reference: string, quantity: number, rooms?: readonly string[]][]; title?: string }
  | { aboutCents: number; mostCents: number; among?: (item: CatalogueItem) => boolean };

export interface Composition {
  lines: ComposedLine[];
  title: string;
}

const TRIES = 14;
const ROOMS_NAMED = 3;
const NUMBERED_ROOM = /^Salle \d+$/;

/** Lines and title for what is wanted, all done by one performer; null when nothing fits. */
export function composeLines(
  world: World,
  site: Site,
  day: string,
  wanted: Wanted,
  random: Random,
): Composition | null {
  const orderable = world.catalogue.filter((item) => item.orderableFrom !== null && item.orderableFrom <= day);
  if ('items' in wanted) {
    const lines = wanted.items.flatMap(([reference, quantity, rooms]) => {
      const item = orderable.find((one) => one.row.reference === reference)!;
      return linesFor(site, item, day, quantity, random, rooms);
    });
    return { lines, title: wanted.title ?? titleOf(lines, random) };
  }
  const among = wanted.among ? orderable.filter(wanted.among) : orderable;
  const main = fit(among, day, wanted.aboutCents, wanted.mostCents, random);
  if (main === null) return null;
  const lines = linesFor(site, main.item, day, main.quantity, random);
  const total = totalOf(lines, 'asked');
  if (total < wanted.aboutCents * 0.6 && random.chance(0.5)) {
    const alike = orderable.filter((item) => item.contract === main.item.contract && item !== main.item);
    const second = fit(alike, day, wanted.aboutCents - total, wanted.mostCents - total, random);
    if (second) lines.push(...linesFor(site, second.item, day, second.quantity, random));
  }
  if (main.item.row.reference === 'LOG-01' && random.chance(0.2)) {
    const free = orderable.find((item) => item.row.reference === 'LOG-06')!;
    lines.push(...linesFor(site, free, day, main.quantity, random));
  }
  return { lines, title: titleOf(lines, random) };
}

function fit(
  items: CatalogueItem[],
  day: string,
  aboutCents: number,
  mostCents: number,
  random: Random,
): { item: CatalogueItem; quantity: number } | null {
  if (items.length === 0) return null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = random.pickWeighted(items, (one) => one.facts.weight);
    const unitCents = unitTotalCents(priceOn(item, day), VAT_BASIS_POINTS);
    if (unitCents === 0) continue;
    const [least, most] = item.facts.usual;
    const wished = Math.min(most, Math.max(least, Math.round(aboutCents / unitCents)));
    const quantity = Math.min(wished, Math.floor(mostCents / unitCents));
    // Far dearer than meant: another item serves the school's year better.
    if (quantity >= 1 && (unitCents < aboutCents * 1.7 || attempt > TRIES / 2)) return { item, quantity };
  }
  return null;
}

function linesFor(
  site: Site,
  item: CatalogueItem,
  day: string,
  quantity: number,
  random: Random,
  rooms?: readonly string[],
): ComposedLine[] {
  const price = priceOn(item, day);
  const classrooms = site.rooms.filter((room) => NUMBERED_ROOM.test(room.name));
  if (rooms) {
    const named = rooms.map((name) => site.rooms.find((room) => room.name === name) ?? random.pick(site.rooms));
    return named.map((room) => newLine(item, price, quantity / rooms.length, room));
  }
  if (item.facts.placed && quantity <= ROOMS_NAMED && quantity <= classrooms.length) {
    return random
      .shuffled(classrooms)
      .slice(0, quantity)
      .sort(byName)
      .map((room) => newLine(item, price, 1, room));
  }
  const room = item.row.remote && !item.facts.placed ? null : random.chance(0.6) ? random.pick(site.rooms) : null;
  return [newLine(item, price, quantity, room)];
}

const byName = (one: RoomRow, other: RoomRow): number => one.name.localeCompare(other.name, 'fr', { numeric: true });

/** « Deux écrans interactifs à poser, salles 3 et 5 »: what and where, as a school says it. */
export function titleOf(lines: readonly ComposedLine[], random: Random): string {
  const { item } = lines[0]!;
  const ofItem = lines.filter((line) => line.item === item);
  const quantity = ofItem.reduce((sum, line) => sum + line.asked, 0);
  const [one, many] = item.facts.titles;
  let title = quantity === 1 ? one : many.replace('#', inWords(quantity));
  if (item.row.reference === 'LOG-01') title = title.replace('Logiciel', random.pick(SOFTWARE_TITLES));
  const rooms = ofItem.map((line) => line.room?.name).filter((name) => name !== undefined);
  const places = rooms.length > 0 ? placesOf(rooms) : '';
  if (places !== '' && !title.toLowerCase().includes(places.toLowerCase())) title += `, ${places}`;
  const others = new Set(lines.filter((line) => line.item !== item).map((line) => line.item)).size;
  if (others > 0) title += others === 1 ? ' et une autre prestation' : ` et ${others} autres prestations`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function placesOf(rooms: readonly string[]): string {
  const numbers = rooms.filter((name) => NUMBERED_ROOM.test(name)).map((name) => name.slice(6));
  if (numbers.length < 2 || numbers.length < rooms.length) {
    const [first] = rooms;
    return first!.charAt(0).toLowerCase() + first!.slice(1);
  }
  return `salles ${numbers.slice(0, -1).join(', ')} et ${numbers.at(-1)}`;
}

const WORDS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

function inWords(quantity: number): string {
  return WORDS[quantity] ?? String(quantity);
}

/** What must be there first; on a submitted order the school ticked it, unless someone still owes it. */
export function prerequisitesOf(
  lines: readonly ComposedLine[],
  site: Site,
  owedOn: string | null,
): PromisedPrerequisite[] {
  const needs = kindsOf(PREREQUISITES).filter((what) => lines.some(({ item }) => item.facts.needs?.includes(what)));
  return needs.map((what, position) => ({
    what,
    promisedBy: promiserFor(site.school),
    kept: owedOn === null || position > 0,
    dueOn: position === 0 ? owedOn : null,
  }));
}

/** Times outside class from a day on, as the composer proposes them. */
export function wishesFrom(world: World, site: Site, day: string, delay: number): ComposedOrder['wishes'] {
  const { days } = world.workshop;
  const calendar: SchoolCalendar = {
    openingHours: [{ from: PLAN_START, hours: site.openingHours }],
    schoolHolidays: days.schoolHolidays,
    publicHolidays: days.publicHolidays,
  };
  const slots = proposeSlots(
    {
      calendar,
      from: day,
      delayWorkingDays: delay,
      workHours: STANDARD_WORK_HOURS,
      // Where somebody must be present, nobody comes while the school is away.
      opensInHolidays: !site.school.presence_needed,
    },
    2,
  );
  return slots.map((slot) => ({ day: slot.date, from: slot.startsAt, to: slot.endsAt }));
}

/** The first time outside class on that day or after it. */
export function slotFrom(world: World, site: Site, day: string): ComposedOrder['wishes'][number] {
  return wishesFrom(world, site, day, 0)[0]!;
}

export function noteOf(random: Random): string {
  return random.pick(NOTES);
}
