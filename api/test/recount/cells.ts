import { type Member, membersOf, type Numbers, reduced, reducedOfSchool } from './reducing.js';
import type { Recount, Span } from './recount.js';
import { type Profile, profilesOn } from './schools.js';
import type { Tables } from './tables.js';

/** A cell or a school under the words that name it. */
export type Named = Map<string, Numbers>;

type Subject = Recount['subject'];

/** Which part of an axis a school is of; null: of none. Of persons nothing is told by kind, size or quarter; of money no commune. */
const AXES: readonly {
  axis: string;
  of: readonly Subject[];
  chosen: boolean;
  part: (one: Profile) => string | null;
}[] = [
  { axis: 'sector', of: ['schools', 'persons', 'money'], chosen: true, part: ({ sector }) => sector },
  { axis: 'kind', of: ['schools', 'money'], chosen: true, part: ({ kind }) => kind },
  { axis: 'network', of: ['schools', 'persons', 'money'], chosen: true, part: ({ network }) => network },
  { axis: 'commune', of: ['schools', 'persons'], chosen: true, part: ({ commune }) => commune },
  {
    axis: 'public-commune',
    of: ['schools', 'persons', 'money'],
    chosen: false,
    part: ({ publicCommune }) => publicCommune,
  },
  { axis: 'circonscription', of: ['schools', 'persons', 'money'], chosen: true, part: (one) => one.circonscription },
  { axis: 'body', of: ['schools', 'persons', 'money'], chosen: false, part: ({ body }) => body },
  { axis: 'size', of: ['schools'], chosen: true, part: ({ size }) => size },
  { axis: 'commune-size', of: ['schools'], chosen: true, part: ({ communeSize }) => communeSize },
  { axis: 'quartile', of: ['schools'], chosen: true, part: ({ quartile }) => quartile },
];

const NARROWED_BY = ['sector', 'kind', 'network'] as const;

/** Sums of persons are narrowed by sector and network, on these axes alone. */
const OF_PERSONS = { by: ['sector', 'network'], axes: ['plan', 'sector', 'network'] };
const isNarrowedBy = (subject: Subject, name: string) => subject !== 'persons' || OF_PERSONS.by.includes(name);
const isNarrowedOn = (subject: Subject, axis: string) => subject !== 'persons' || OF_PERSONS.axes.includes(axis);

/**
 * Every sum that a period keeps: the plan, each part of each axis, by every choice of sector, kind and network where a reader
 * chooses the axis; of a point of the curve, the choices of the plan alone.
 */
export const recountCells = (tables: Tables, span: Span, recount: Recount, isPoint: boolean): Named =>
  new Map([...cellMembers(tables, span, recount, isPoint)].map(([name, members]) => [name, reduced(members, recount)]));

/** What each of these sums adds up. */
export function cellMembers(
  tables: Tables,
  span: Span,
  recount: Recount,
  isPoint: boolean,
): Map<string, readonly Member[]> {
  const profiles = profilesOn(tables, span.to, span.year);
  const members = membersOf(recount.rows(tables, span), recount.reduce, profiles);
  const cells = new Map<string, readonly Member[]>();
  const write = (axis: string, part: string, own: readonly Member[], isNarrowed: boolean) => {
    for (const [choices, group] of narrowed(own, isNarrowed, recount.subject))
      cells.set([axis, part, ...choices].join(' | '), group);
  };
  write('plan', '', members, true);
  for (const { axis, of, chosen, part } of AXES) {
    const shown = recount.axes === undefined || !chosen || recount.axes.includes(axis);
    if (!of.includes(recount.subject) || !shown) continue;
    const parts = new Map<string, Member[]>();
    for (const member of members) {
      const own = member.profile === null ? null : part(member.profile);
      if (own !== null) added(parts, own, member);
    }
    for (const [own, group] of parts)
      write(axis, own, group, chosen && !isPoint && isNarrowedOn(recount.subject, axis));
  }
  return cells;
}

/** Members by each choice of the three, one left open or not; what no school answers for is under a dash. */
function narrowed(members: readonly Member[], isNarrowed: boolean, subject: Subject): Map<readonly string[], Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members)
    for (let open = 0; open < (isNarrowed ? 8 : 1); open++) {
      const choices = NARROWED_BY.map((name, place) => (open & (1 << place) ? (member.profile?.[name] ?? '-') : ''));
      if (NARROWED_BY.some((name, place) => open & (1 << place) && !isNarrowedBy(subject, name))) continue;
      const key = choices.join('\n');
      added(groups, key, member);
    }
  return new Map([...groups].map(([key, group]) => [key.split('\n'), group]));
}

/** The schools behind a figure. */
export function recountSchools(tables: Tables, span: Span, recount: Recount): Named {
  const profiles = profilesOn(tables, span.to, span.year);
  const members = membersOf(recount.rows(tables, span), recount.reduce, profiles);
  const bySchool = new Map<Profile, Member[]>();
  for (const member of members) if (member.profile) added(bySchool, member.profile, member);
  const schools: Named = new Map();
  for (const [{ id, sector, kind, network }, group] of bySchool)
    schools.set([id, sector, kind, network].join(' | '), reducedOfSchool(group, members, recount));
  return schools;
}

function added<Key>(groups: Map<Key, Member[]>, key: Key, member: Member): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}
