import { addCalendarDays, weekdayOf } from '@parc/domain';
import { SORBIERS } from './communes.js';
import { addDeliberation } from './deliberations.js';
import type { Random } from './random.js';
import type { ConventionRow } from './rows.js';
import type { Directory, Site } from './sites.js';
import { isWithoutContract } from './sites.js';
import type { Workshop } from './workshop.js';

export interface Agreements {
  /** Whether a convention in force lists the site on that day. */
  covers(site: Site, day: string): boolean;
  /** The day a site could first order; undefined for never. */
  coveredFrom(site: Site): string | undefined;
  /** Sites whose convention has just come to its term. */
  expiredSites: Site[];
}

/** Communes whose convention is not signed yet, by INSEE code. */
const NOT_SIGNED: Record<string, 'drafted' | 'sent' | 'approved'> = {
  '42083': 'drafted',
  '42192': 'sent',
  '42167': 'approved',
};

const TERM = '2027-12-31';
/** The shared body whose three-year convention has just ended: its orders in flight are blocked at approval. */
const EXPIRED_BODY = 'OGEC des Monts du Gier';

/** Framework, communes, private and medico-social bodies, with the acts that approved them. */
export function makeAgreements(workshop: Workshop, directory: Directory): Agreements {
  const random = workshop.random('agreements');
  const coverage = new Map<string, { from: string; to: string }>();
  let number = 0;
  const add = (party: Party): ConventionRow => {
    number += 1;
    const row = rowOf(workshop, party, `PNE-${party.councilOn.slice(0, 4)}-${String(number).padStart(3, '0')}`);
    workshop.rows.convention.push(row);
    for (const site of party.sites) {
      if (row.from_day === null) continue;
      const span = { from_day: row.from_day, to_day: row.to_day! };
      const id = workshop.identify(`${row.from_day}T08:00:00.000Z`);
      workshop.rows.convention_site.push({ id, convention_id: row.id, school_id: site.school.id, ...span });
      if (row.state === 'in-force' || row.state === 'expired') {
        coverage.set(site.school.id, { from: row.from_day, to: row.to_day! });
      }
    }
    if (row.state !== 'drafted' && row.state !== 'sent') addDeliberation(workshop, row, party, random);
    return row;
  };
  const parties = [
    framework(),
    ...communeParties(workshop, directory, random),
    ...bodyParties(workshop, directory, random),
  ];
  parties.forEach(add);
  return {
    covers: (site, day) => {
      const span = coverage.get(site.school.id);
      return span !== undefined && span.from <= day && day <= span.to;
    },
    coveredFrom: (site) => coverage.get(site.school.id)?.from,
    expiredSites: directory.bodies.find((body) => body.name === EXPIRED_BODY)!.sites,
  };
}

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
  state: ConventionRow['state'];
  to?: string;
}

function rowOf(workshop: Workshop, party: Party, number: string): ConventionRow {
  const { councilOn, state } = party;
  const signedOn = workshop.days.officeDay(councilOn, party.inSorbiers ? 18 : 8);
  const signed = state === 'in-force' || state === 'expired';
  const from = `${addCalendarDays(`${signedOn.slice(0, 7)}-28`, 5).slice(0, 7)}-01`;
  const renewed = workshop.today > TERM ? `${workshop.year + 1}-12-31` : TERM;
  return {
    id: workshop.identify(`${councilOn}T08:00:00.000Z`),
    number,
    title: party.title,
    kind: party.kind,
    commune_id: party.communeId ?? null,
    managing_body_id: party.bodyId ?? null,
    state,
    from_day: signed ? from : null,
    to_day: signed ? (party.to ?? renewed) : null,
    sent_on: state === 'drafted' ? null : workshop.days.officeDay(councilOn, -30),
    signed_on: signed ? signedOn : null,
  };
}

function framework(): Party {
  return {
    kind: 'framework',
    title: 'Convention-cadre entre la métropole et l’Éducation nationale',
    council: 'Conseil métropolitain',
    councilOn: '2023-02-09',
    population: 400_000,
    sites: [],
    state: 'in-force',
  };
}

function communeParties(workshop: Workshop, directory: Directory, random: Random): Party[] {
  const withSchools = directory.communes.filter((commune) => commune.publicSchools > 0);
  return withSchools.map((commune, position) => {
    const inSorbiers = commune.inseeCode === SORBIERS;
    const sites = directory.sites.filter(
      (site) =>
        site.commune.id === commune.id && site.school.sector === 'public' && site.school.kind !== 'teaching-unit',
    );
    const unsigned = NOT_SIGNED[commune.inseeCode];
    // Most councils voted in the spring of 2023, some after the summer, a few at the beginning of 2024.
    const season = position % 12 === 7 ? '2024-01-22' : position % 6 === 4 ? '2023-09-18' : '2023-02-28';
    const voted = unsigned ? addCalendarDays(workshop.today, -13) : addCalendarDays(season, random.whole(0, 45));
    return {
      kind: 'commune',
      title: `Convention de partenariat avec ${commune.name}`,
      council: `Conseil municipal de ${commune.name}`,
      councilOn: inSorbiers ? '2023-11-09' : councilEvening(workshop, voted),
      communeId: commune.id,
      population: commune.population,
      inSorbiers,
      sites,
      state: unsigned ?? 'in-force',
    };
  });
}

function bodyParties(workshop: Workshop, directory: Directory, random: Random): Party[] {
  return directory.bodies.map((body) => {
    const medicoSocial = body.kind === 'medico-social';
    const expired = body.name === EXPIRED_BODY;
    return {
      kind: medicoSocial ? 'medico-social-body' : 'private-body',
      title: `Convention avec ${medicoSocial ? body.name : body.name.replace(/^Direction/, 'la direction')}`,
      council: `Conseil d’administration, ${body.name}`,
      councilOn: councilEvening(workshop, addCalendarDays('2023-03-06', random.whole(0, expired ? 20 : 50))),
      bodyId: body.id,
      sites: body.sites.filter((site) => !isWithoutContract(site)),
      state: expired ? 'expired' : 'in-force',
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
