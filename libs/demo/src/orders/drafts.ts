import { addCalendarDays } from '@parc/domain';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import { isWithoutContract } from '../sites.js';
import { composeLines } from './compose.js';
import type { Wanted } from './compose.js';
import { draftOrder } from './draft-order.js';
import { tellSomewhere } from './live.js';
import { schoolDayBack } from './orders-to-approve.js';
import { orderOf } from './prepare.js';
import { daysFrom } from './story-days.js';
import { tellEnding } from './tell-story.js';
import { between } from './tell.js';
import type { World } from './world.js';
import { keep } from './world.js';

const DRAFTS = 20;

/** Drafts that nobody has sent, and orders of the last days that came back, were refused or given up. */
export function tellDrafts(world: World, round: Site[], random: Random): void {
  const blocked = world.directory.sites.filter(
    (site) => world.agreements.coveredFrom(site) === undefined && !isWithoutContract(site),
  );
  const schools = [...blocked, ...round.slice(0, DRAFTS)];
  schools.forEach((site, position) => writeDraft(world, site, schoolDayBack(world, 1 + (position % 12)), random));

  const wanted = { aboutCents: 34_000 };
  for (const comesBack of ['return', 'return', 'withdraw'] as const) {
    const days = daysFrom(world, schoolDayBack(world, random.whole(3, 8)), [], 'brisk', random);
    const twists = { comesBack, endsAsDraft: true };
    tellSomewhere(world, round, { wanted, days, twists, until: 'submitted' }, random);
  }
  for (const ending of ['rejected', 'rejected', 'rejected', 'cancelled', 'cancelled', 'discarded'] as const) {
    const days = daysFrom(world, schoolDayBack(world, random.whole(9, 14)), [], 'brisk', random);
    tellSomewhere(
      world,
      round,
      { wanted, days, until: 'draft', then: (telling) => tellEnding(telling, ending) },
      random,
    );
  }
}

/** A draft of a teacher, or of the head, written on a day. */
export function writeDraft(world: World, site: Site, day: string, random: Random, wanted?: Wanted): void {
  const composition = composeLines(world, site, day, wanted ?? { aboutCents: 26_000, mostCents: 60_000 }, random);
  if (composition === null) return;
  const at = between(random, day, '16:40', '18:00');
  const teachers = world.people.teachersOf(site);
  const by = teachers.length > 0 && random.chance(0.6) ? random.pick(teachers) : world.people.headOn(site, day);
  const owedOn = random.chance(0.3) ? addCalendarDays(day, 30) : null;
  const made = { at, by, basketId: world.workshop.identify(at), owedOn };
  keep(world, draftOrder(orderOf(world, site, day, composition, made, random), world));
}
