import { addCalendarDays, CONVENTION_KINDS } from '@parc/domain';
import type { Party } from './agreement-parties.js';
import type { Random } from './random.js';
import type { ConventionRow } from './convention-row-types.js';
import type { Workshop } from './workshop.js';

/** Members of a municipal council by population (code général des collectivités territoriales, L2121-2). */
const MEMBERS: readonly [upTo: number, members: number][] = [
  [99, 7],
  [499, 11],
  [1_499, 15],
  [2_499, 19],
  [3_499, 23],
  [4_999, 27],
  [9_999, 29],
  [19_999, 33],
  [29_999, 35],
  [39_999, 39],
  [199_999, 59],
  [Number.POSITIVE_INFINITY, 123],
];

const PRESIDENT_DECISION = 'Décision du président de la métropole relative aux conventions de partenariat';

/** The act by which a council, or a body's board, approved its convention: dates, votes and what it cites. */
export function addDeliberation(workshop: Workshop, row: ConventionRow, party: Party, random: Random): void {
  const { days } = workshop;
  const council = CONVENTION_KINDS[row.kind].publicAct;
  const members = council ? MEMBERS.find(([upTo]) => party.population! <= upTo)![1] : random.whole(7, 13);
  const proxies = party.inSorbiers ? 2 : random.whole(0, Math.floor(members / 8));
  const present = party.inSorbiers ? members - 2 : members - proxies - random.whole(0, Math.floor(members / 10));
  const unanimous = party.inSorbiers || random.chance(0.78);
  const against = unanimous ? 0 : random.whole(0, 3);
  const abstentions = unanimous ? 0 : random.whole(1, 4);
  const certifiedOn = days.officeDay(party.councilOn, 3);
  const transmittedOn = days.officeDay(certifiedOn, 1);
  workshop.rows.deliberation.push({
    id: workshop.identify(`${party.councilOn}T19:00:00.000Z`),
    convention_id: row.id,
    council: party.council,
    council_on: party.councilOn,
    // Sorbiers' act bears no number, and cites a decision taken after the council: odd dates warn, they never block.
    number: council && !party.inSorbiers ? `${party.councilOn.slice(0, 4)}-${random.whole(10, 140)}` : null,
    members_in_office: members,
    present,
    proxies,
    votes_for: unanimous && party.inSorbiers ? null : present + proxies - against - abstentions,
    votes_against: unanimous && party.inSorbiers ? null : against,
    abstentions: unanimous && party.inSorbiers ? null : abstentions,
    unanimous,
    convened_on: addCalendarDays(party.councilOn, party.inSorbiers ? -7 : -random.whole(6, 9)),
    certified_on: certifiedOn,
    transmitted_on: council ? transmittedOn : null,
    published_on: council ? transmittedOn : null,
    executory_from: council ? transmittedOn : null,
    visas: visasOf(row, party),
    signatory: council
      ? party.inSorbiers
        ? 'La maire ou son adjointe déléguée'
        : 'Le maire'
      : 'La présidence du conseil',
  });
}

function visasOf(row: ConventionRow, party: Party): { title: string; number: string | null; on: string | null }[] {
  if (row.kind !== 'commune') return [];
  const decidedOn = party.inSorbiers ? addCalendarDays(party.councilOn, 8) : '2023-02-27';
  return [
    { title: 'Code général des collectivités territoriales', number: null, on: null },
    { title: PRESIDENT_DECISION, number: party.inSorbiers ? 'D-2023-412' : 'D-2023-087', on: decidedOn },
  ];
}
