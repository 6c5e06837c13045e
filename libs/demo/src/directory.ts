import { makeUai, SECTORS } from '@parc/domain';
import { CIRCONSCRIPTIONS, CITY_CIRCONSCRIPTIONS, SORBIERS, readCommunes } from './communes.js';
import { DIOCESAN_DIRECTION, MEDICO_SOCIAL_BODIES, STREETS } from './names.js';
import type { Random } from './random.js';
import type { SchoolRow } from './rows.js';
import { planSchools } from './school-plan.js';
import { drawAccess, drawOpeningHours } from './school-access.js';
import { addFigures, addRooms } from './school-figures.js';
import { type Directory, isWithoutContract, type Site } from './sites.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

const DEPARTMENT = '042';
/** Numbers of the département that no real school has: real ones stop well below. */
const FIRST_SCHOOL_NUMBER = 9001;
const FIRST_CIRCONSCRIPTION_NUMBER = 9801;
const TEACHING_UNITS = 14;

/** Communes, schools, teaching units, rooms and figures. */
export function makeDirectory(workshop: Workshop): Directory {
  const { rows, identify } = workshop;
  const at = `${PLAN_START}T08:00:00.000Z`;
  const communes = readCommunes().map((commune) => ({ ...commune, id: identify(at) }));
  for (const { id, inseeCode, name, latitude, longitude, population } of communes) {
    rows.commune.push({ id, insee_code: inseeCode, name, latitude, longitude, population });
  }
  const circonscriptionIds = CIRCONSCRIPTIONS.map((name, position) => {
    const id = identify(at);
    rows.circonscription.push({
      id,
      code: makeUai(DEPARTMENT, FIRST_CIRCONSCRIPTION_NUMBER + position),
      name: `Circonscription ${name}`,
    });
    return id;
  });
  const directory: Directory = { sites: [], communes, circonscriptionIds, bodies: [], tilleuls: undefined! };
  const random = workshop.random('directory');
  for (const commune of communes) {
    planSchools(commune, random).forEach((planned, position) => {
      const sector = commune.circonscription === 0 ? position % CITY_CIRCONSCRIPTIONS : commune.circonscription;
      const { openingHours, ...placed } = place(workshop, directory.sites.length, commune, random);
      const school = {
        ...placed,
        name: planned.name,
        sector: planned.sector,
        state_contract: SECTORS[planned.sector].hasStateContract
          ? random.chance(0.1)
            ? 'simple'
            : 'association'
          : null,
        kind: planned.kind,
        priority: planned.priority,
        circonscription_id: planned.sector === 'public' ? circonscriptionIds[sector]! : null,
      } satisfies SchoolRow;
      directory.sites.push({
        school,
        openingHours,
        commune,
        sector,
        classes: planned.classes,
        pupils: 0,
        rooms: [],
        figures: new Map(),
      });
    });
  }
  directory.tilleuls = directory.sites.find(
    (site) => site.commune.inseeCode === SORBIERS && site.school.name === 'École élémentaire des Tilleuls',
  )!;
  // Its installations are done in the holidays too: the story of the sign-in page holds on any day.
  Object.assign(directory.tilleuls.school, { address: '4 rue du 8-Mai-1945', presence_needed: false });
  addBodies(workshop, directory);
  addTeachingUnits(workshop, directory, random);
  finish(workshop, directory);
  return directory;
}

function place(
  workshop: Workshop,
  position: number,
  commune: Site['commune'],
  random: Random,
): Omit<SchoolRow, 'name' | 'sector' | 'state_contract' | 'kind' | 'priority' | 'circonscription_id'> &
  Pick<Site, 'openingHours'> {
  const uai = makeUai(DEPARTMENT, FIRST_SCHOOL_NUMBER + position);
  // A town of 170,000 spreads over some four kilometres around its centre, a village over a few hundred metres.
  const spreadDegrees = 0.004 + Math.sqrt(commune.population) * 0.00007;
  const around = (): number => (random.fraction() + random.fraction() - 1) * spreadDegrees;
  return {
    id: workshop.identify(`${PLAN_START}T08:00:00.000Z`),
    uai,
    commune_id: commune.id,
    managing_body_id: null,
    host_school_id: null,
    address: `${random.whole(1, 74)} ${random.pick(STREETS)}`,
    postal_code: random.pick(commune.postalCodes),
    latitude: Math.round((commune.latitude + around()) * 1e5) / 1e5,
    longitude: Math.round((commune.longitude + around() * 1.4) * 1e5) / 1e5,
    email: `ecole.${uai.toLowerCase()}@demonstration.example`,
    // 04 65 71 is kept for fiction by the numbering plan.
    telephone: `046571${String(position + 100).padStart(4, '0')}`,
    openingHours: drawOpeningHours(random),
    ...drawAccess(random),
  };
}

/** One managing body a private school, some shared; three rural ones are run by the diocese; one school has no contract. */
function addBodies(workshop: Workshop, directory: Directory): void {
  const random = workshop.random('bodies');
  const privates = directory.sites.filter((site) => site.school.sector === 'private');
  const addBody = (name: string, kind: Directory['bodies'][number]['kind'], sites: Site[]): void => {
    const id = workshop.identify(`${PLAN_START}T08:00:00.000Z`);
    directory.bodies.push({ id, name, kind, sites });
    for (const site of sites) site.school.managing_body_id = id;
  };
  const small = privates.filter((site) => site.commune.population < 3_000).slice(0, 3);
  addBody(DIOCESAN_DIRECTION, 'diocese', small);
  const city = privates.filter((site) => site.commune.circonscription === 0);
  city.at(-1)!.school.state_contract = 'none';
  const left = privates.filter((site) => !small.includes(site) && !isWithoutContract(site));
  const shared = left.filter((site) => site.commune.inseeCode === '42207' && !site.school.name.endsWith('Églantines'));
  addBody('OGEC des Monts du Gier', 'ogec', shared.slice(0, 4));
  let queue = left.filter((site) => !shared.slice(0, 4).includes(site));
  while (queue.length > 0) {
    const [first] = queue;
    const neighbour = random.chance(0.12)
      ? queue.slice(1).find((site) => site.commune === first!.commune && !site.school.name.endsWith('Églantines'))
      : undefined;
    const sites = [first!, ...(neighbour ? [neighbour] : [])];
    addBody(bodyName(first!, directory), 'ogec', sites);
    queue = queue.filter((site) => !sites.includes(site));
  }
  for (const name of MEDICO_SOCIAL_BODIES) addBody(name, 'medico-social', []);
}

function bodyName(site: Site, directory: Directory): string {
  const name = `OGEC ${site.school.name.replace('École privée ', '')}`;
  return directory.bodies.some((body) => body.name === name) ? `${name} (${site.commune.name})` : name;
}

/** Teaching units for disabled children, hosted by a public school and run by a medico-social body. */
function addTeachingUnits(workshop: Workshop, directory: Directory, random: Random): void {
  const hosts = random
    .shuffled(directory.sites.filter((site) => site.school.sector === 'public' && site.classes >= 6))
    .filter((site) => site !== directory.tilleuls)
    .slice(0, TEACHING_UNITS);
  const bodies = directory.bodies.filter((body) => body.kind === 'medico-social');
  const kinds = ['UEMA', 'UEEA', 'Unité d’enseignement'];
  hosts.forEach((host, position) => {
    const body = bodies[position % bodies.length]!;
    const hostName = host.school.name.replace(/^École (élémentaire|primaire) /, '');
    const { openingHours, ...placed } = place(workshop, directory.sites.length, host.commune, random);
    const school = {
      ...placed,
      name: `${kinds[position % kinds.length]} ${hostName}`,
      sector: 'public',
      state_contract: null,
      kind: 'teaching-unit',
      priority: 'none',
      circonscription_id: null,
      managing_body_id: body.id,
      host_school_id: host.school.id,
      address: host.school.address,
      postal_code: host.school.postal_code,
      latitude: host.school.latitude,
      longitude: host.school.longitude,
    } satisfies SchoolRow;
    const unit: Site = {
      ...host,
      school,
      openingHours,
      classes: random.whole(1, 2),
      pupils: 0,
      rooms: [],
      figures: new Map(),
    };
    directory.sites.push(unit);
    body.sites.push(unit);
  });
}

function finish(workshop: Workshop, directory: Directory): void {
  const { rows } = workshop;
  const random = workshop.random('figures');
  for (const { id, name, kind } of directory.bodies) rows.managing_body.push({ id, name, kind });
  for (const site of directory.sites) {
    rows.school.push(site.school);
    rows.school_opening_hours.push({ school_id: site.school.id, from_day: PLAN_START, hours: site.openingHours });
    const id = workshop.identify(`${PLAN_START}T08:00:00.000Z`);
    rows.school_uai.push({ id, school_id: site.school.id, uai: site.school.uai, from_day: '2016-09-01', to_day: null });
    addFigures(workshop, site, random);
    addRooms(workshop, site, random);
  }
  // One school was a nursery and an elementary school until 2024: the code it no longer uses stays known.
  const merged = directory.sites.find((site) => site.school.kind === 'primary' && site.commune.circonscription === 4)!;
  rows.school_uai.push({
    id: workshop.identify(`${PLAN_START}T08:00:00.000Z`),
    school_id: merged.school.id,
    uai: makeUai(DEPARTMENT, FIRST_CIRCONSCRIPTION_NUMBER - 1),
    from_day: '2016-09-01',
    to_day: '2024-09-01',
  });
}
