import type { FleetCounts, FleetEntry, FleetImportItem, FleetImportPage, FleetWord } from '@parc/api-client';
import { FLEET_KINDS } from '@parc/domain';
import { counted, wholeNumber } from '@parc/ui';

/** "3 listes importées", "Aucune liste". */
export const importsTitle = (total: number): string =>
  total === 0 ? 'Reprendre un parc existant' : `Parc existant : ${counted(total, 'liste déposée', 'listes déposées')}`;

export const kindTitle = ({ kind }: Pick<FleetImportItem, 'kind'>): string => FLEET_KINDS[kind].title;

/** "12 créés, 3 déplacés, 240 inchangés, 5 refusés"; without zeros but the first. */
export function countsWords({ created, changed, unchanged, refused }: FleetCounts): string {
  const parts = [
    `${counted(created, 'appareil créé', 'appareils créés')}`,
    changed > 0 ? counted(changed, 'changé', 'changés') : '',
    unchanged > 0 ? counted(unchanged, 'inchangé', 'inchangés') : '',
    refused > 0 ? counted(refused, 'ligne refusée', 'lignes refusées') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What the list would do, first what waits for an answer. */
export function entryTitle({ counts, undecided }: Pick<FleetEntry, 'counts' | 'undecided'>): string {
  const { created, changed, refused } = counts;
  if (undecided > 0) return `${counted(undecided, 'mot du fichier attend', 'mots du fichier attendent')} votre réponse`;
  if (created + changed === 0)
    return refused === 0 ? 'Tout est déjà au parc' : 'Rien à importer, des lignes sont refusées';
  const parts = [
    created > 0 ? counted(created, 'appareil à créer', 'appareils à créer') : '',
    changed > 0 ? counted(changed, 'appareil à changer', 'appareils à changer') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function reportTitle({ counts }: Pick<FleetImportPage, 'counts'>): string {
  const { created, changed } = counts;
  if (created + changed === 0) return 'Import terminé : rien n’a changé';
  const done = [
    created > 0 ? counted(created, 'appareil créé', 'appareils créés') : '',
    changed > 0 ? counted(changed, 'appareil changé', 'appareils changés') : '',
  ];
  return `Import terminé : ${done.filter((part) => part !== '').join(', ')}`;
}

/** "8 = 5 + 0 + 0 + 3". */
export const sumWords = (rows: number, { created, changed, unchanged, refused }: FleetCounts): string =>
  `${counted(rows, 'ligne lue', 'lignes lues')} = ${[created, changed, unchanged, refused].map(wholeNumber).join(' + ')}`;

interface Counter {
  readonly key: string;
  readonly count: string;
  readonly label: string;
  readonly note: string;
}

/** Where each row of the list goes. */
export function counters(counts: FleetCounts, done: boolean, waiting = 0): Counter[] {
  const { created, changed, unchanged, refused, rooms } = counts;
  const note = rooms === 0 ? 'nouveaux au parc' : `et ${counted(rooms, 'salle', 'salles')}`;
  return [
    { key: 'created', count: wholeNumber(created), label: done ? 'Créés' : 'À créer', note },
    { key: 'changed', count: wholeNumber(changed), label: done ? 'Changés' : 'À changer', note: 'd’état ou de lieu' },
    { key: 'unchanged', count: wholeNumber(unchanged), label: 'Inchangés', note: 'déjà ainsi au parc' },
    { key: 'refused', count: wholeNumber(refused), label: 'Refusées', note: refusedNote(refused, waiting) },
  ];
}

function refusedNote(refused: number, waiting: number): string {
  if (waiting === 0) return 'lignes à corriger';
  if (waiting === refused) return 'en attente de vos réponses';
  return `dont ${wholeNumber(waiting)} en attente de vos réponses`;
}

const MISSING: Readonly<Record<string, string>> = {
  serial: 'le numéro de série ou l’étiquette',
  place: 'l’école ou le lieu',
  model: 'le modèle',
};

/** "Dites quelle colonne contient le modèle : sans elle, rien n’est lu." */
export function missingWords(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const words = missing.map((column) => MISSING[column] ?? column);
  const last = words.at(-1)!;
  const all = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} et ${last}`;
  return `Dites quelle colonne contient ${all} : sans cela, rien n’est lu.`;
}

/** "« Chez Paul », 12 lignes". */
export const wordLabel = ({ text, rows }: FleetWord): string =>
  `${text === '' ? 'rien d’écrit' : `« ${text} »`}, ${counted(rows, 'ligne', 'lignes')}`;
