import { addCalendarDays } from '@parc/domain';
import type { AccountBook } from './accounts.js';
import { openAccountBook } from './accounts.js';
import { SORBIERS } from './communes.js';
import { personaEmail } from './personas.js';
import type { Directory, Site } from './sites.js';
import type { Workshop } from './workshop.js';

export interface People {
  /** Whoever comes later gets an account here. */
  book: AccountBook;
  /** Who heads a site on a day, or stands in for its head. */
  headOn(site: Site, day: string): string;
  /** Accounts of those who stand in for a head. */
  deputies: ReadonlySet<string>;
  teachersOf(site: Site): string[];
  /** The technician of a site's sector. */
  technicianOf(site: Site): string;
  /** By contract holder's name. */
  installersOf(holderName: string): string[];
  managers: { certifiers: string[]; other: string; all: string[] };
}

/** Firms that hold the contracts, invented. */
export const HOLDERS = { screens: 'Atelier Volta', network: 'Réseaux du Furan', small: 'Mobilis Numérique' } as const;

const TECHNICIANS = 6;
const HEADS_REPLACED = 20;
const HEAD_CHANGE_DAY = '2025-09-01';
/** Sector (inspection) → technician: the first, who is the sign-in page's, holds Sorbiers and the plain. */
const TECHNICIAN_OF_SECTOR = [1, 2, 3, 1, 4, 5, 5, 0, 0];

export function makePeople(workshop: Workshop, directory: Directory, holderIds: Map<string, string>): People {
  const book = openAccountBook(workshop);
  const heads = makeHeads(workshop, directory, book);
  const teachers = makeTeachers(workshop, directory, book);
  const technicians = [...Array(TECHNICIANS).keys()].map((position) => {
    const { id } = book.open(position === 0 ? { email: personaEmail('technician') } : {});
    book.assign(id, 'technician', {});
    return id;
  });
  const installers = makeInstallers(book, holderIds);
  const managers = makeManagers(book);
  makeOfficers(directory, book);
  return {
    book,
    headOn: (site, day) => heads.get(site.school.id)!.findLast((head) => head.from <= day)!.accountId,
    deputies: new Set([nameDeputy(workshop, directory, book, heads, teachers)]),
    teachersOf: (site) => teachers.get(site.school.id) ?? [],
    technicianOf: (site) => technicians[TECHNICIAN_OF_SECTOR[site.sector]!]!,
    installersOf: (holderName) => installers.get(holderName)!,
    managers,
  };
}

interface Head {
  accountId: string;
  assignmentId: string;
  from: string;
}

function makeHeads(workshop: Workshop, directory: Directory, book: AccountBook): Map<string, Head[]> {
  const random = workshop.random('heads');
  const replaced = new Set(
    workshop.today > HEAD_CHANGE_DAY
      ? random.shuffled(directory.sites.filter((site) => site !== directory.tilleuls)).slice(0, HEADS_REPLACED)
      : [],
  );
  const heads = new Map<string, Head[]>();
  for (const site of directory.sites) {
    const name = (from: string, to: string | null): Head => {
      const email = site === directory.tilleuls ? personaEmail('school-head') : undefined;
      const { id } = book.open({ email, active: to === null, since: from });
      const assignmentId = book.assign(id, 'school-head', { school_id: site.school.id }, { from, to });
      return { accountId: id, assignmentId, from };
    };
    const first = name('2022-09-01', replaced.has(site) ? HEAD_CHANGE_DAY : null);
    heads.set(site.school.id, replaced.has(site) ? [first, name(HEAD_CHANGE_DAY, null)] : [first]);
  }
  return heads;
}

function makeTeachers(workshop: Workshop, directory: Directory, book: AccountBook): Map<string, string[]> {
  const random = workshop.random('teachers');
  const teachers = new Map<string, string[]>();
  for (const site of directory.sites) {
    const persona = site === directory.tilleuls;
    const count = persona ? 2 : random.chance(0.45) ? random.whole(1, 3) : 0;
    const ids = [...Array(count).keys()].map((position) => {
      const email = persona && position === 0 ? personaEmail('teacher') : undefined;
      const { id } = book.open({ email, since: '2023-09-04' });
      book.assign(id, 'teacher', { school_id: site.school.id }, { from: '2023-09-04' });
      return id;
    });
    teachers.set(site.school.id, ids);
  }
  return teachers;
}

/** A head away for three weeks named a colleague, who already teaches there, as deputy. Gives the colleague's account. */
function nameDeputy(
  workshop: Workshop,
  directory: Directory,
  book: AccountBook,
  heads: Map<string, Head[]>,
  teachers: Map<string, string[]>,
): string {
  const away = directory.sites.find((site) => site.school.name === 'École élémentaire des Marronniers')!.school.id;
  let deputy = teachers.get(away)![0];
  if (deputy === undefined) {
    deputy = book.open({ since: '2023-09-04' }).id;
    book.assign(deputy, 'teacher', { school_id: away }, { from: '2023-09-04' });
    teachers.set(away, [deputy]);
  }
  const from = addCalendarDays(workshop.today, -14);
  const to = addCalendarDays(workshop.today, 7);
  const deputyOf = heads.get(away)!.at(-1)!.assignmentId;
  const assignmentId = book.assign(deputy, 'school-head', { school_id: away }, { from, to, deputyOf });
  heads.get(away)!.push({ accountId: deputy, assignmentId, from });
  return deputy;
}

function makeInstallers(book: AccountBook, holderIds: Map<string, string>): Map<string, string[]> {
  const installers = new Map<string, string[]>();
  for (const holder of Object.values(HOLDERS)) {
    const ids = [0, 1].map((position) => {
      const persona = holder === HOLDERS.screens && position === 0;
      const { id } = book.open(persona ? { email: personaEmail('installer') } : {});
      book.assign(id, 'installer', { contract_holder_id: holderIds.get(holder)! });
      return id;
    });
    installers.set(holder, ids);
  }
  return installers;
}

function makeManagers(book: AccountBook): People['managers'] {
  const decisions = ['Arrêté de délégation 2023-041', 'Arrêté de délégation 2023-042', undefined];
  const all = decisions.map((delegation, position) => {
    const { id } = book.open(position === 0 ? { email: personaEmail('plan-manager') } : {});
    book.assign(id, 'plan-manager', {}, { delegation });
    return id;
  });
  return { certifiers: all.slice(0, 2), other: all[2]!, all };
}

/** Communes, bodies, inspections, committee and administration. */
function makeOfficers(directory: Directory, book: AccountBook): void {
  const officers = new Map<string, string>();
  for (const commune of directory.communes) {
    if (commune.publicSchools + commune.privateSchools === 0) continue;
    const email = commune.inseeCode === SORBIERS ? personaEmail('commune-officer') : undefined;
    const { id } = book.open({ email });
    book.assign(id, 'commune-officer', { commune_id: commune.id });
    officers.set(commune.id, id);
  }
  for (const body of directory.bodies) {
    const email = body.kind === 'diocese' ? personaEmail('private-body-officer') : undefined;
    book.assign(book.open({ email }).id, 'private-body-officer', { managing_body_id: body.id });
  }
  const sectorOfTilleuls = directory.tilleuls.sector;
  directory.circonscriptionIds.forEach((circonscriptionId, sector) => {
    const email = sector === sectorOfTilleuls ? personaEmail('inspector') : undefined;
    book.assign(book.open({ email }).id, 'inspector', { circonscription_id: circonscriptionId });
    const trainer = book.open(sector === sectorOfTilleuls ? { email: personaEmail('digital-trainer') } : {}).id;
    book.assign(trainer, 'digital-trainer', { circonscription_id: circonscriptionId });
    // Trainers of one sector in three also teach a day a week.
    const school = directory.sites.find((site) => site.sector === sector && site.school.kind === 'primary');
    if (sector % 3 === 0 && school) book.assign(trainer, 'teacher', { school_id: school.school.id });
  });
  for (const position of [0, 1, 2, 3]) {
    const id =
      position === 3 ? officers.get(directory.communes.find((one) => one.inseeCode === '42316')!.id)! : undefined;
    const email = position === 0 ? personaEmail('committee') : undefined;
    // The fourth is a mayor who also answers for the commune: two assignments, one person.
    book.assign(id ?? book.open({ email }).id, 'committee', {});
  }
  for (const position of [0, 1]) {
    const email = position === 0 ? personaEmail('administrator') : undefined;
    book.assign(book.open({ email }).id, 'administrator', {});
  }
}
