import type { ImportKind } from '@parc/domain';
import { wholeNumber } from '@parc/ui';

/** What one row of a file is about, as French counts it. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  readonly feminine: boolean;
}

interface KindWords {
  /** What the file brings, and where it is found. */
  readonly help: string;
  readonly row: Noun;
  /** What `existing` counts, where each row created is one more of them; null elsewhere. */
  readonly total: Noun | null;
  /** What the file may fail to name. */
  readonly missing: Noun;
  /** "de l’annuaire national de l’éducation" */
  readonly ofFile: string;
  /** What becomes of one, and of several, that the file does not name. */
  readonly kept: readonly [one: string, many: string];
}

const SCHOOL: Noun = { one: 'école', many: 'écoles', feminine: true };
const DAY: Noun = { one: 'jour férié', many: 'jours fériés', feminine: false };
const PERIOD: Noun = { one: 'période', many: 'périodes', feminine: true };

export const IMPORT_KIND_WORDS: Record<ImportKind, KindWords> = {
  'national-directory': {
    help: 'Écoles, adresses, contacts, réseaux et circonscriptions. Fichier « fr-en-annuaire-education » de data.education.gouv.fr.',
    row: SCHOOL,
    total: SCHOOL,
    missing: SCHOOL,
    ofFile: 'de l’annuaire national de l’éducation',
    kept: ['garde sa fiche et ses commandes', 'gardent leur fiche et leurs commandes'],
  },
  pupils: {
    help: 'Effectifs de chaque école à la rentrée : la répartition des budgets les compte. Fichier « fr-en-ecoles-effectifs-nb_classes ».',
    row: { one: 'effectif', many: 'effectifs', feminine: false },
    total: null,
    missing: SCHOOL,
    ofFile: 'des élèves et des classes',
    kept: ['garde les chiffres connus', 'gardent les chiffres connus'],
  },
  'social-index': {
    help: 'Indice de position sociale de chaque école. Fichier « fr-en-ips_ecoles ».',
    row: { one: 'indice', many: 'indices', feminine: false },
    total: null,
    missing: SCHOOL,
    ofFile: 'de l’indice de position sociale',
    kept: ['garde l’indice connu', 'gardent l’indice connu'],
  },
  'public-holidays': {
    help: 'Jours où personne ne passe. Fichier « jours_feries_metropole » de data.gouv.fr.',
    row: DAY,
    total: DAY,
    missing: DAY,
    ofFile: 'des jours fériés',
    kept: ['reste férié', 'restent fériés'],
  },
  'school-holidays': {
    help: 'Vacances de la zone A : les travaux s’y placent. Fichier « fr-en-calendrier-scolaire ».',
    row: PERIOD,
    total: null,
    missing: PERIOD,
    ofFile: 'des vacances scolaires',
    kept: ['reste au calendrier', 'restent au calendrier'],
  },
};

/** What a file is named after when it comes from where it is published. */
const FILE_NAMES: readonly (readonly [ImportKind, RegExp])[] = [
  ['national-directory', /annuaire/i],
  ['pupils', /effectifs/i],
  ['social-index', /(^|[^a-z])ips([^a-z]|$)/i],
  ['public-holidays', /f[eé]ri[eé]s/i],
  ['school-holidays', /vacances|calendrier/i],
];

/** The kind that the name of a file tells, or null. */
export function kindOfFile(name: string): ImportKind | null {
  return FILE_NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** "12 écoles créées", "1 effectif créé", "aucun indice créé". @param participle masculine singular */
export function countedWith(count: number, { one, many, feminine }: Noun, participle: string): string {
  const agreed = `${participle}${feminine ? 'e' : ''}`;
  if (count === 0) return `aucun${feminine ? 'e' : ''} ${one} ${agreed}`;
  return count === 1 ? `1\u00a0${one} ${agreed}` : `${wholeNumber(count)}\u00a0${many} ${agreed}s`;
}
