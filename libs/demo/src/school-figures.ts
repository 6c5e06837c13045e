import { schoolYearOf } from '@parc/domain';
import type { Random } from './random.js';
import type { Site } from './sites.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

const FIRST_SCHOOL_YEAR = 2022;

/** Pupils in a class: fewer in priority education, few in a teaching unit. */
const PUPILS_A_CLASS = { none: [20, 25], REP: [17, 22], 'REP+': [13, 18] } as const;
const SOCIAL_INDEX = { none: 104, REP: 84, 'REP+': 73 } as const;

/** Pupils, classes, teachers and social index of each school year since the plan began. */
export function addFigures(workshop: Workshop, site: Site, random: Random): void {
  const { school } = site;
  const [fewest, most] = school.kind === 'teaching-unit' ? [6, 9] : PUPILS_A_CLASS[school.priority];
  const pupilsAClass = random.whole(fewest, most);
  const spread = school.kind === 'teaching-unit' ? 1 : 3;
  const index = SOCIAL_INDEX[school.priority] + (school.sector === 'private' ? 6 : 0) + random.whole(-110, 110) / 10;
  // The national index counts the pupils of the last two classes: nurseries and teaching units have none.
  const hasIndex = school.kind === 'elementary' || school.kind === 'primary';
  const last = schoolYearOf(workshop.today).startYear;
  const isKnown = school.name === 'École élémentaire des Tilleuls';
  for (let year = FIRST_SCHOOL_YEAR; year <= last; year++) {
    const step = random.chance(0.16) ? random.whole(-1, 1) : 0;
    const classes = isKnown || year === last ? site.classes : Math.max(1, site.classes + step);
    const pupils = isKnown ? 262 - (last - year) * 3 : classes * pupilsAClass + random.whole(-spread, spread);
    const figures = {
      school_id: school.id,
      school_year: year,
      pupils,
      classes,
      teachers: classes + Math.ceil(classes / 4),
      social_index: hasIndex ? Math.round((index + random.whole(-12, 12) / 10) * 10) / 10 : null,
    };
    site.figures.set(year, figures);
    workshop.rows.school_year_figures.push(figures);
  }
  site.pupils = site.figures.get(last)!.pupils;
}

const OTHER_ROOMS = [
  'Bureau de direction',
  'Salle des maîtres',
  'Bibliothèque',
  'Salle informatique',
  'Salle de motricité',
  'Préau',
  'Hall',
  'Réfectoire',
  'Salle d’arts',
  'Salle du réseau d’aides',
  'Infirmerie',
  'Atelier',
];

const FEWEST_ROOMS = 6;
const MOST_ROOMS = 20;

/** Classrooms first, then what a school has besides: 6 to 20 rooms. */
export function addRooms(workshop: Workshop, site: Site, random: Random): void {
  const wanted = Math.min(MOST_ROOMS, Math.max(FEWEST_ROOMS, site.classes + random.whole(3, 8)));
  const others = site.school.kind === 'teaching-unit' ? OTHER_ROOMS.slice(0, 5) : OTHER_ROOMS;
  const classrooms = Math.max(site.classes, wanted - others.length);
  const names = [...Array(classrooms).keys()]
    .map((number) => `Salle ${number + 1}`)
    .concat(others)
    .slice(0, wanted);
  for (const name of names) {
    const upstairs = name.startsWith('Salle ') && Number(name.slice(6)) > classrooms / 2 && site.classes > 4;
    const room = {
      id: workshop.identify(`${PLAN_START}T08:00:00.000Z`),
      school_id: site.school.id,
      name,
      floor: upstairs ? '1er étage' : 'Rez-de-chaussée',
      has_power: random.chance(0.85),
      has_network: random.chance(0.7),
    };
    site.rooms.push(room);
    workshop.rows.room.push(room);
  }
}
