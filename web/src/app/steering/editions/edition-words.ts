import { editionsManifest, editionsPart, type EditionItem, type EditionPartSheet } from '@parc/api-client';
import { type IndicatorKey, indicatorOf } from '@parc/domain';

/** « Édition 3 · Comité de décembre 2026 » */
export const editionName = ({ number, title }: Pick<EditionItem, 'number' | 'title'>): string =>
  `Édition ${number} · ${title}`;

/** Whether it still stands, in one line; empty where nothing is to be said. */
export function correctionWords({ correctsNumber, correctedByNumber, reason }: EditionItem): string {
  if (correctedByNumber !== null) return `Remplacée par l’édition ${correctedByNumber}.`;
  return correctsNumber === null ? '' : `Remplace l’édition ${correctsNumber} : ${reason}`;
}

/** Where the bytes of a part are served. */
export const partAddress = (root: string, id: string, name: string): string =>
  `${root}${editionsPart.PATH.replace('{id}', id)}?${new URLSearchParams({ name }).toString()}`;

export const manifestAddress = (root: string, id: string): string =>
  `${root}${editionsManifest.PATH.replace('{id}', id)}`;

/** What a folder of an edition holds. */
const FOLDERS: readonly { readonly folder: string; readonly heading: string; readonly text: string }[] = [
  { folder: '', heading: 'Les documents', text: 'Le rapport, les chiffres du comité, la déclaration AGEC et REEN.' },
  { folder: 'ouvert', heading: 'Les données ouvertes', text: 'Deux tables, leur schéma et leur dictionnaire.' },
  { folder: 'cellules', heading: 'Chaque chiffre, selon chaque axe', text: 'Un fichier par chiffre.' },
  { folder: 'ecoles', heading: 'Chaque chiffre, école par école', text: 'Un fichier par chiffre.' },
  { folder: 'lignes', heading: 'Les lignes derrière chaque chiffre', text: 'Ce qui a été compté, ligne à ligne.' },
];

export interface PartGroup {
  readonly folder: string;
  readonly heading: string;
  readonly text: string;
  readonly parts: readonly (EditionPartSheet & { readonly label: string })[];
}

/** The files of an edition by what they hold. */
export function partGroups(parts: readonly EditionPartSheet[]): PartGroup[] {
  return FOLDERS.map((group) => ({
    ...group,
    parts: parts
      .filter(({ name }) => folderOf(name) === group.folder)
      .map((part) => ({ ...part, label: partLabel(part.name) })),
  })).filter((group) => group.parts.length > 0);
}

const folderOf = (name: string): string => (name.includes('/') ? name.slice(0, name.indexOf('/')) : '');

const DOCUMENTS: Readonly<Record<string, string>> = {
  'rapport.pdf': 'Rapport annuel',
  'rapport.json': 'Contenu du rapport',
  'chiffres.json': 'Chiffres et courbes',
  'declaration-agec-reen.csv': 'Déclaration AGEC et REEN',
  'ouvert/indicateurs.csv': 'Indicateurs',
  'ouvert/ecoles.csv': 'Écoles',
  'ouvert/dictionnaire.csv': 'Dictionnaire',
  'ouvert/schema-indicateurs.json': 'Schéma des indicateurs',
  'ouvert/schema-ecoles.json': 'Schéma des écoles',
};

/** What a file is called: a document's own name, or its figure's. */
function partLabel(name: string): string {
  const known = DOCUMENTS[name];
  if (known !== undefined) return known;
  const key = name.slice(name.indexOf('/') + 1, name.lastIndexOf('.'));
  // One that was frozen under a key of before keeps it.
  return indicatorOf(key as IndicatorKey)?.name ?? key;
}
