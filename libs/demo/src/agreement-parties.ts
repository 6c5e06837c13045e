import {
  addCalendarDays,
  bodyKindsFor,
  CONVENTION_KINDS,
  conventionKindOfBody,
  ofCommune,
  weekdayOf,
} from '@parc/domain';
import { SORBIERS } from './communes.js';
import { withArticle } from './french-names.js';
import type { Random } from './random.js';
import type { ConventionRow } from './convention-row-types.js';
import type { Directory, Site } from './sites.js';
import { isWithoutContract } from './sites.js';
import type { Workshop } from './workshop.js';

/** How far a convention that is not signed yet has come. */
export type UnsignedState = 'drafted' | 'sent' | 'approved';

/** Whom the metropole has, or will have, a convention with, and the evening on which it was approved. */
export interface Party {
  kind: ConventionRow['kind'];
  title: string;
  council: string;
  councilOn: string;
  communeId?: string;
  bodyId?: string;
  /** For the size of the council. */
  population?: number;
  inSorbiers?: boolean;
  sites: Site[];
  /** Not signed yet: the state it stays in. */
  until?: UnsignedState | undefined;
  /** Its last day, where it is not the plan's. */
  to?: string | undefined;
}

/** Communes whose convention is not signed yet, by INSEE code. */
const NOT_SIGNED: Record<string, UnsignedState> = { '42083': 'drafted', '42192': 'sent', '42167': 'approved' };

/** The shared body whose three-year convention has just ended: its orders in flight are blocked at approval. */
export const EXPIRED_BODY = 'OGEC des Monts du Gier';

export function makeParties(workshop: Workshop, directory: Directory, random: Random): Party[] {
  return [framework(), ...communeParties(workshop, directory, random), ...bodyParties(workshop, directory, random)];
}

function framework(): Party {
  return {
    kind: 'framework',
    title: CONVENTION_KINDS.framework.title(''),
    council: CONVENTION_KINDS.framework.council,
    councilOn: '2023-02-09',
    population: 400_000,
    sites: [],
  };
}

function communeParties(workshop: Workshop, directory: Directory, random: Random): Party[] {
  const withSchools = directory.communes.filter((commune) => commune.publicSchools > 0);
  return withSchools.map((commune, position) => {
    const inSorbiers = commune.inseeCode === SORBIERS;
    const until = NOT_SIGNED[commune.inseeCode];
    // Most councils voted in the spring of 2023, some after the summer, a few at the beginning of 2024.
    const season = position % 12 === 7 ? '2024-01-22' : position % 6 === 4 ? '2023-09-18' : '2023-02-28';
    const voted = until ? addCalendarDays(workshop.today, -13) : addCalendarDays(season, random.whole(0, 45));
    return {
      kind: 'commune',
      title: CONVENTION_KINDS.commune.title(commune.name),
      council: `${CONVENTION_KINDS.commune.council} ${ofCommune(commune.name)}`,
      councilOn: inSorbiers ? '2023-11-09' : councilEvening(workshop, voted),
      communeId: commune.id,
      population: commune.population,
      inSorbiers,
      sites: directory.sites.filter(
        ({ commune: { id }, school }) => id === commune.id && bodyKindsFor(school).length === 0,
      ),
      until,
    };
  });
}

function bodyParties(workshop: Workshop, directory: Directory, random: Random): Party[] {
  return directory.bodies.map((body) => {
    const expired = body.name === EXPIRED_BODY;
    const kind = conventionKindOfBody(body.kind);
    const { title, council } = CONVENTION_KINDS[kind];
    return {
      kind,
      title: title(withArticle(body.name)),
      council: `${council} de ${withArticle(body.name)}`,
      councilOn: councilEvening(workshop, addCalendarDays('2023-03-06', random.whole(0, expired ? 20 : 50))),
      bodyId: body.id,
      sites: body.sites.filter((site) => !isWithoutContract(site)),
      to: expired ? addCalendarDays(workshop.today, -3) : undefined,
    };
  });
}

/** Councils sit from Monday to Thursday, on office days. */
function councilEvening(workshop: Workshop, day: string): string {
  let evening = workshop.days.officeDayOnOrAfter(day);
  while (weekdayOf(evening) === 'fri') evening = workshop.days.officeDay(evening, 1);
  return evening;
}
