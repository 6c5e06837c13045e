import { addCalendarDays } from '@parc/domain';
import type { Site } from '../sites.js';
import type { Wanted } from './compose.js';
import { tellLive, tellSomewhere } from './live.js';
import { daysFrom } from './story-days.js';
import { isApprovedAutomatically } from './tell.js';
import type { World } from './world.js';

type Items = Extract<Wanted, { items: unknown }>['items'];

/** Orders that wait for the plan manager, the oldest first: school, school days since it was sent, what it asks for. */
const WAITING: readonly { school: string; age: number; items: Items; owed?: true }[] = [
  {
    school: 'École élémentaire du Grand Pré',
    age: 9,
    items: [
      ['INS-01', 1, ['Salle 4']],
      ['INS-08', 1, ['Salle 4']],
    ],
  },
  { school: 'École privée des Églantines', age: 8, items: [['RES-03', 1, ['Salle 2']]] },
  { school: 'École maternelle des Tilleuls', age: 7, items: [['DEP-03', 2, ['Salle 1', 'Salle 2']]] },
  {
    school: 'École élémentaire des Marronniers',
    age: 6,
    items: [
      ['INS-01', 3, ['Salle 1', 'Salle 2', 'Salle 3']],
      ['INS-10', 2, ['Salle 1', 'Salle 2']],
    ],
  },
  { school: 'École maternelle de la Rivière', age: 6, items: [['RES-02', 1, ['Préau']]] },
  {
    school: 'École primaire du Clos Fleuri',
    age: 4,
    items: [
      ['INS-04', 1],
      ['INS-05', 6],
    ],
    owed: true,
  },
  { school: 'École élémentaire des Bruyères', age: 4, items: [['MAT-01', 24]] },
  {
    school: 'École privée du Mollard',
    age: 3,
    items: [
      ['INS-01', 1],
      ['INS-10', 2],
    ],
  },
  { school: 'École maternelle du Parc', age: 2, items: [['INS-02', 2, ['Salle 1', 'Salle 2']]] },
  { school: 'École élémentaire de l’Ondaine', age: 1, items: [['RES-01', 4]] },
];

/** Three more from elsewhere make fourteen with the sign-in page's school. */
const ELSEWHERE_AGES = [5, 3, 1];
const BLOCKED: readonly { age: number; items: Items }[] = [
  {
    age: 10,
    items: [
      ['INS-01', 1, ['Salle 1']],
      ['INS-08', 1, ['Salle 1']],
    ],
  },
  { age: 9, items: [['MAT-01', 24]] },
  { age: 7, items: [['INS-02', 2, ['Salle 1', 'Salle 2']]] },
];

/** What waits for approval, and what waits because its convention has come to its term. */
export function tellOrdersToApprove(world: World): void {
  const random = world.workshop.random('orders to approve');
  const { directory, agreements, workshop } = world;
  for (const { school, age, items, owed } of WAITING) {
    const site = directory.sites.find((one) => one.school.name === school)!;
    const days = daysFrom(world, schoolDayBack(world, age), [], 'natural', random);
    const owedOn = owed ? addCalendarDays(workshop.today, 20) : undefined;
    tellLive(world, { site, wanted: { items }, days, until: 'submitted', owedOn }, random);
  }
  const others = random.shuffled(directory.sites.filter((site) => !isNamed(site)));
  const waitsForSomebody = { aboutCents: 46_000 };
  for (const age of ELSEWHERE_AGES) {
    const days = daysFrom(world, schoolDayBack(world, age), [], 'natural', random);
    const live = { wanted: waitsForSomebody, days, until: 'submitted', accepts: needsManager } as const;
    tellSomewhere(world, others, live, random);
  }
  // Sent while the convention still held, they cannot be approved since.
  BLOCKED.forEach(({ age, items }, position) => {
    const site = agreements.expiredSites[position]!;
    let submit = schoolDayBack(world, age);
    while (!agreements.covers(site, submit)) submit = workshop.days.schoolDayOnOrBefore(addCalendarDays(submit, -1));
    const days = daysFrom(world, submit, [], 'natural', random);
    tellLive(world, { site, wanted: { items }, days, until: 'submitted' }, random);
  });
}

const needsManager = (order: Parameters<typeof isApprovedAutomatically>[0], basketCents: number): boolean =>
  !isApprovedAutomatically(order, basketCents);

export function isNamed(site: Site): boolean {
  return WAITING.some(({ school }) => school === site.school.name) || site.school.name.endsWith('des Tilleuls');
}

/** So many school days before today. */
export function schoolDayBack(world: World, count: number): string {
  const { days, today } = world.workshop;
  let day = today;
  for (let left = count; left > 0; left--) day = days.schoolDayOnOrBefore(addCalendarDays(day, -1));
  return day;
}
