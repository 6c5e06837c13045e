import { addCalendarDays } from '@parc/domain';
import type { Wanted } from './compose.js';
import { writeDraft } from './drafts.js';
import type { Random } from '../random.js';
import type { LiveOrder } from './live.js';
import { tellLive } from './live.js';
import { schoolDayBack } from './orders-to-approve.js';
import { daysFrom, daysUpTo } from './story-days.js';
import type { Twists } from './twists.js';
import type { World } from './world.js';

type Items = Extract<Wanted, { items: unknown }>['items'];

interface Episode {
  /** Calendar days before today on which it was sent. */
  sent: number;
  items: Items;
  title: string;
  twists?: Twists;
}

/** What the school of the sign-in page's first role has had done this year: 1 054,00 € certified. */
const DONE: readonly Episode[] = [
  { sent: 284, items: [['LOG-01', 20]], title: 'Scratch sur 20 postes', twists: { inPart: 15 } },
  { sent: 221, items: [['INS-01', 1, ['Salle 2']]], title: 'Écran interactif en salle 2' },
  { sent: 168, items: [['INS-03', 1, ['Salle informatique']]], title: 'Valise de 16 tablettes à mettre en service' },
  { sent: 74, items: [['LOG-01', 12]], title: 'OpenBoard sur 12 postes' },
];

/**
 * One order to confirm since a week (496,00 €), one planned in two days (31,00 €), one that waits for approval (432,00 €), a
 * draft: 1 087,00 € are left of 3 100,00 €.
 */
export function tellTilleuls(world: World): void {
  const random = world.workshop.random('tilleuls');
  const { tilleuls: site } = world.directory;
  const { days: calendar, today } = world.workshop;
  for (const { sent, items, title, twists } of DONE) {
    const submit = calendar.schoolDayOnOrBefore(addCalendarDays(today, -sent));
    // A year that has just begun has fewer of them.
    if (submit.slice(0, 4) !== today.slice(0, 4) || submit < `${today.slice(0, 4)}-01-08`) continue;
    const days = daysFrom(world, submit, [], 'natural', random);
    tellLive(world, { site, wanted: { items, title }, days, twists, until: 'closed' }, random);
  }
  const installedOn = calendar.officeDayOnOrBefore(addCalendarDays(today, -7));
  const screens: Wanted = {
    items: [['INS-01', 2, ['Salle 3', 'Salle 5']]],
    title: 'Deux écrans interactifs en salles 3 et 5',
  };
  tellAtLast(world, random, () => ({
    wanted: screens,
    days: daysUpTo(world, 'installed', installedOn, random),
    until: 'installed',
  }));
  const projector: Wanted = { items: [['DEP-02', 1, ['Salle 7']]], title: 'Déplacement d’un vidéoprojecteur' };
  tellAtLast(world, random, () => ({
    wanted: projector,
    days: daysUpTo(world, 'scheduled', calendar.officeDay(today, 2), random),
    twists: { plannedAt: ['16:45', '17:30'] },
    until: 'scheduled',
  }));
  const laptops: Items = [
    ['LOG-01', 12],
    ['INS-05', 5, ['Salle informatique']],
  ];
  tellAtLast(world, random, () => ({
    wanted: { items: laptops, title: 'GCompris sur 12 postes et cinq portables' },
    days: daysFrom(world, schoolDayBack(world, 3), [], 'natural', random),
    until: 'submitted',
  }));
  const robots: Items = [
    ['MAT-05', 4],
    ['MAT-06', 1],
  ];
  const draft = { items: robots, title: 'Quatre robots de sol et un visualiseur' };
  writeDraft(world, site, schoolDayBack(world, 1), random, draft);
}

const TRIES = 8;

/** Draws the days again while they do not fit between the holidays and today. */
function tellAtLast(world: World, random: Random, draw: () => Omit<LiveOrder, 'site'>): void {
  for (let tried = 0; tried < TRIES; tried++) {
    if (tellLive(world, { ...draw(), site: world.directory.tilleuls }, random)) return;
  }
}
