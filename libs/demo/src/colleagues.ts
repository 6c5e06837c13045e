import type { AccountBook } from './accounts.js';
import type { Directory, Site } from './sites.js';
import type { Workshop } from './workshop.js';

/** Each rentrée brings some. */
const ARRIVALS = ['2023-09-04', '2024-09-02', '2025-09-01'];
/** The day after the last one of a school year: whoever leaves has left by then. */
const DEPARTURE = '2026-07-06';
/** Schools whose one teacher has left. */
const LEFT = 8;

/**
 * One or two teachers for each school of which no teacher has an account yet: who trains for a whole school is not its head
 * alone. The only one of a few schools has left since.
 */
export function makeColleagues(
  workshop: Workshop,
  { sites }: Directory,
  book: AccountBook,
  known: (site: Site) => string[],
): void {
  const random = workshop.random('colleagues');
  const withoutAny = sites.filter((site) => known(site).length === 0);
  const left =
    workshop.today > DEPARTURE ? withoutAny.filter(({ school }) => school.sector === 'public').slice(0, LEFT) : [];
  for (const site of withoutAny) {
    const leaves = left.includes(site);
    const count = leaves ? 1 : random.whole(1, 2);
    for (let position = 0; position < count; position++) {
      const arrival = position === 0 ? ARRIVALS[0]! : random.pick(ARRIVALS);
      const since = arrival < workshop.today ? arrival : ARRIVALS[0]!;
      const { id } = book.open({ active: !leaves, since });
      book.assign(id, 'teacher', { school_id: site.school.id }, { from: since, to: leaves ? DEPARTURE : null });
    }
  }
}
