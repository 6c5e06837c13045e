import type { CommuneFacts } from './communes.js';
import type { Random } from './random.js';
import type { SchoolRow } from './rows.js';
import { SCHOOL_NAMES } from './names.js';

export interface PlannedSchool {
  name: string;
  kind: SchoolRow['kind'];
  sector: SchoolRow['sector'];
  priority: SchoolRow['priority'];
  classes: number;
}

interface NamedSchools {
  /** A nursery and an elementary school side by side, under one name. */
  pairs?: string[];
  singles?: [kind: 'nursery' | 'elementary' | 'primary', name: string][];
  privates?: string[];
}

/** Schools that the demonstration's stories speak of; every other name is drawn. */
const NAMED: Record<string, NamedSchools> = {
  '42302': { pairs: ['des Tilleuls'] },
  '42316': {
    pairs: ['des Marronniers'],
    singles: [
      ['elementary', 'de l’Ondaine'],
      ['elementary', 'du Val'],
    ],
  },
  '42095': { pairs: ['du Grand Pré', 'du Parc'], singles: [['nursery', 'du Lavoir']] },
  '42207': {
    singles: [
      ['elementary', 'des Bruyères'],
      ['nursery', 'du Verger'],
    ],
    privates: ['des Églantines'],
  },
  '42186': { singles: [['nursery', 'de la Rivière']], privates: ['du Mollard'] },
  '42183': { singles: [['primary', 'du Clos Fleuri']] },
  '42242': { singles: [['primary', 'RPI']] },
};

/** As long as real names come: screens must bear it. */
const GROUPING = 'Regroupement pédagogique intercommunal des coteaux du Jarez et des monts du Pilat';

const KIND_WORDS = { nursery: 'École maternelle', elementary: 'École élémentaire', primary: 'École primaire' };

/** A third of a town's public schools stand as a nursery and an elementary school; the others are whole primary schools. */
const PAIRS_SHARE = 0.36;

/** The schools of one commune, public then private. */
export function planSchools(commune: CommuneFacts, random: Random): PlannedSchool[] {
  const named = NAMED[commune.inseeCode] ?? {};
  const names = random.shuffled(SCHOOL_NAMES);
  const nextName = (): string => names.pop()!;
  const schools: PlannedSchool[] = [];
  const add = (kind: 'nursery' | 'elementary' | 'primary', name: string): void => {
    const title = name === 'RPI' ? GROUPING : `${KIND_WORDS[kind]} ${name}`;
    schools.push({
      name: title,
      kind,
      sector: 'public',
      priority: 'none',
      classes: drawClasses(kind, commune, random),
    });
  };

  const pairs = Math.floor(commune.publicSchools * PAIRS_SHARE);
  for (let pair = 0; pair < Math.max(pairs, named.pairs?.length ?? 0); pair++) {
    const name = named.pairs?.[pair] ?? nextName();
    add('elementary', name);
    add('nursery', name);
  }
  for (const [kind, name] of named.singles ?? []) if (schools.length < commune.publicSchools) add(kind, name);
  while (schools.length < commune.publicSchools) add('primary', nextName());
  givePriority(schools, commune);

  for (let school = 0; school < commune.privateSchools; school++) {
    const name = `École privée ${named.privates?.[school] ?? nextName()}`;
    const classes = random.whole(2, commune.population > 20_000 ? 8 : 5);
    schools.push({ name, kind: 'primary', sector: 'private', priority: 'none', classes });
  }
  return schools.map(withKnownFigures);
}

function drawClasses(kind: PlannedSchool['kind'], commune: CommuneFacts, random: Random): number {
  const town = commune.population > 4_000;
  if (kind === 'nursery') return random.whole(2, town ? 5 : 3);
  if (kind === 'elementary') return random.whole(4, town ? 10 : 6);
  const needed = Math.round((commune.population * 0.085) / 23 / Math.max(1, commune.publicSchools));
  return Math.min(9, Math.max(2, needed + random.whole(-1, 1)));
}

/** The first of the list stand in REP+, the following in REP: neighbours, as the real maps have them. */
function givePriority(schools: PlannedSchool[], commune: CommuneFacts): void {
  const [rep, repPlus] = commune.prioritySchools;
  const order = commune.inseeCode === '42183' ? [...schools].reverse() : schools;
  const first = order.findIndex((school) => PRIORITY_NAMES.some((name) => school.name.endsWith(name)));
  const rest = first < 0 ? order : [...order.slice(first), ...order.slice(0, first)];
  rest.forEach((school, position) => {
    if (position < repPlus) school.priority = 'REP+';
    else if (position < repPlus + rep) school.priority = 'REP';
  });
}

const PRIORITY_NAMES = ['des Marronniers', 'de la Rivière', 'du Clos Fleuri', 'du Lavoir'];

const KNOWN_CLASSES: Record<string, number> = {
  'École élémentaire des Tilleuls': 11,
  'École maternelle des Tilleuls': 3,
  'École élémentaire des Marronniers': 8,
  'École élémentaire de l’Ondaine': 6,
  'École élémentaire du Grand Pré': 5,
  'École privée des Églantines': 5,
  'École maternelle de la Rivière': 4,
  'École primaire du Clos Fleuri': 7,
  'École privée du Mollard': 2,
};

function withKnownFigures(school: PlannedSchool): PlannedSchool {
  return { ...school, classes: KNOWN_CLASSES[school.name] ?? school.classes };
}
