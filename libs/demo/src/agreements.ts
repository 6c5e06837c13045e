import { addCalendarDays, CONVENTIONS, CONVENTIONS_TO_CONCLUDE } from '@parc/domain';
import type { Party } from './agreement-parties.js';
import { EXPIRED_BODY, makeParties } from './agreement-parties.js';
import { promisesOf, termsOf } from './convention-promises.js';
import type { ConventionDays } from './convention-story.js';
import { tellConvention } from './convention-story.js';
import { addDeliberation } from './deliberations.js';
import type { ConventionRow } from './convention-row-types.js';
import type { Directory, Site } from './sites.js';
import type { Workshop } from './workshop.js';

export interface Agreements {
  /** Whether a convention in force lists the site on that day. */
  covers(site: Site, day: string): boolean;
  /** The day a site could first order; undefined for never. */
  coveredFrom(site: Site): string | undefined;
  /** Sites whose convention has just come to its term. */
  expiredSites: Site[];
}

const TERM = '2027-12-31';
/** How long a convention that is not signed yet still takes before its first day, in calendar days. */
const DAYS_BEFORE_FIRST = { drafted: 60, sent: 30, approved: 0 } as const;

/** Framework, communes, private and medico-social bodies: what they promise, their sites, the acts that approved them. */
export function makeAgreements(workshop: Workshop, directory: Directory): Agreements {
  const random = workshop.random('agreements');
  const coverage = new Map<string, { from: string; to: string }>();
  makeParties(workshop, directory, random).forEach((party, position) => {
    const days = daysOf(workshop, party);
    const row = draftedRow(workshop, party, days, position + 1);
    workshop.rows.convention.push(row);
    const span = { from_day: days.fromDay, to_day: days.toDay };
    for (const { school } of party.sites) {
      const id = workshop.identify(`${days.sentOn}T08:00:00.000Z`);
      workshop.rows.convention_site.push({ id, convention_id: row.id, school_id: school.id, ...span });
    }
    tellConvention(workshop, row, party, days);
    if (row.approved_on !== null) {
      addDeliberation(workshop, row, party, random);
      row.version += 1;
    }
    if (CONVENTIONS_TO_CONCLUDE.includes(row.state)) return;
    for (const { school } of party.sites) coverage.set(school.id, { from: days.fromDay, to: days.toDay });
  });
  return {
    covers: (site, day) => {
      const span = coverage.get(site.school.id);
      return span !== undefined && span.from <= day && day <= span.to;
    },
    coveredFrom: (site) => coverage.get(site.school.id)?.from,
    expiredSites: directory.bodies.find((body) => body.name === EXPIRED_BODY)!.sites,
  };
}

function daysOf({ today, year, days }: Workshop, { councilOn, inSorbiers, until, to }: Party): ConventionDays {
  const signedOn = days.officeDay(councilOn, inSorbiers ? 18 : 8);
  const fromDay = firstOfNextMonth(until ? addCalendarDays(today, DAYS_BEFORE_FIRST[until]) : signedOn);
  const planTerm = today > TERM ? `${year + 1}-12-31` : TERM;
  return {
    // A council has it some weeks before it votes; one that has it still waits for its next evening.
    sentOn: until === 'sent' ? days.officeDay(today, -9) : days.officeDay(councilOn, -30),
    councilOn,
    signedOn,
    fromDay,
    toDay: to ?? (fromDay < planTerm ? planTerm : `${fromDay.slice(0, 4)}-12-31`),
  };
}

function firstOfNextMonth(day: string): string {
  return `${addCalendarDays(`${day.slice(0, 7)}-28`, 5).slice(0, 7)}-01`;
}

function draftedRow(workshop: Workshop, party: Party, days: ConventionDays, position: number): ConventionRow {
  const { kind, title, communeId, bodyId } = party;
  const draftedOn = workshop.days.officeDay(days.sentOn, -5);
  return {
    id: workshop.identify(`${draftedOn}T08:00:00.000Z`),
    number: `PNE-${days.councilOn.slice(0, 4)}-${String(position).padStart(3, '0')}`,
    title,
    kind,
    commune_id: communeId ?? null,
    managing_body_id: bodyId ?? null,
    state: CONVENTIONS.initial,
    from_day: days.fromDay,
    to_day: days.toDay,
    sent_on: null,
    approved_on: null,
    signed_on: null,
    promises: promisesOf(kind),
    ...termsOf(kind),
    version: 1,
  };
}
