import type { ImportAnswer, ImportCounts, ImportListItem } from '@parc/api-client';
import { isPlainDate, type StateWords, IMPORT_KINDS, capital } from '@parc/domain';
import { counted, dayAndTime, dayOfYear, wholeNumber } from '@parc/ui';
import type { ImportView } from './import-counters';
import { countedWith, IMPORT_KIND_WORDS, type Noun } from './import-kinds';

const IMPORT_STATE_WORDS: Record<ImportListItem['state'], StateWords> = {
  reading: { word: 'Lecture en cours', tone: 'progress' },
  ready: { word: 'À relire', tone: 'waiting' },
  refused: { word: 'Illisible', tone: 'trouble' },
  interrupted: { word: 'Interrompu', tone: 'trouble' },
  applied: { word: 'Appliqué', tone: 'done' },
};

const CHANGE: Noun = { one: 'changement', many: 'changements', feminine: false };
const LINE: Noun = { one: 'ligne', many: 'lignes', feminine: true };

/** A file that was read and has nothing to apply waits for nobody. */
export function rowState({ state, created, changed }: ImportListItem): StateWords {
  if (state === 'ready' && created + changed === 0) return { word: 'Rien à appliquer', tone: 'idle' };
  return IMPORT_STATE_WORDS[state];
}

/** Schools, figures or days that the button would write. */
export function changeCount({ created, changed }: Pick<ImportCounts, 'created' | 'changed'>): number {
  return created + changed;
}

/** The answer: what there is to read again, what was done, why nothing can be. */
export function importTitle({ state, counts, progress }: ImportAnswer): string {
  const count = changeCount(counts);
  switch (state) {
    case 'reading':
      return progress.rows === 0 ? 'Lecture en cours' : `${countedWith(progress.rows, LINE, 'lu')} jusqu’ici`;
    case 'refused':
      return 'Ce fichier ne se lit pas';
    case 'interrupted':
      return 'La lecture s’est interrompue';
    case 'applied':
      return count === 0 ? 'Rien n’était à changer' : countedWith(count, CHANGE, 'appliqué');
    case 'ready':
      if (count > 0) return `${counted(count, 'changement')} à relire, rien n’est encore appliqué`;
      if (counts.refused > 0) return `Rien à appliquer, ${countedWith(counts.refused, LINE, 'refusé')}`;
      return counts.unchanged > 0
        ? 'Rien à changer : tout est déjà à jour'
        : 'Rien à changer : aucune ligne ne concerne le plan';
  }
}

/** "import de l’annuaire national de l’éducation · lu le mar. 24 nov. à 9 h 42" */
export function importUnder({
  kind,
  state,
  readAt,
  uploadedAt,
  uploadedByName,
  appliedAt,
  appliedByName,
}: ImportAnswer): string {
  const what = `import ${IMPORT_KIND_WORDS[kind].ofFile}`;
  if (state === 'applied' && appliedAt !== null) {
    return `${what} · appliqué le ${dayAndTime(appliedAt)}${appliedByName === null ? '' : ` par ${appliedByName}`}`;
  }
  if (readAt !== null) return `${what} · lu le ${dayAndTime(readAt)}`;
  return `${what} · déposé le ${dayAndTime(uploadedAt)} par ${uploadedByName}`;
}

/** "277 lignes lues" */
export function readWords({ rows }: ImportCounts): string {
  return countedWith(rows, LINE, 'lu');
}

/** "= 12 + 31 + 229 + 5": the counters add up to the file. */
export function sumWords({ created, changed, unchanged, refused, ignored }: ImportCounts): string {
  const parts = ignored > 0 ? [created, changed, unchanged, refused, ignored] : [created, changed, unchanged, refused];
  return `= ${parts.map(wholeNumber).join(' + ')}`;
}

/** "12 écoles créées, 31 modifiées, aucune supprimée : de 265 à 277 écoles." */
export function resultWords({ kind, counts, existing }: Pick<ImportAnswer, 'kind' | 'counts' | 'existing'>): string {
  const { row, total } = IMPORT_KIND_WORDS[kind];
  const e = row.feminine ? 'e' : '';
  const changed = counts.changed === 0 ? `aucun${e}` : wholeNumber(counts.changed);
  const created = countedWith(counts.created, row, 'créé');
  const words = `${capital(created)}, ${changed} modifié${e}${counts.changed > 1 ? 's' : ''}, aucun${e} supprimé${e}`;
  if (total === null || counts.created === 0) return `${words}.`;
  const after = existing + counts.created;
  return `${words} : de ${wholeNumber(existing)} à ${counted(after, total.one, total.many)}.`;
}

/** What happens to what is not written. */
export function restWords({ counts }: Pick<ImportAnswer, 'counts'>): string {
  const again = 'Un second import du même fichier ne change plus rien.';
  if (counts.refused === 0) return again;
  const refused =
    counts.refused === 1
      ? 'La ligne refusée ne change rien.'
      : `Les ${wholeNumber(counts.refused)} lignes refusées ne changent rien.`;
  return `${refused} ${again}`;
}

/** "Les 3 absentes gardent leur fiche et leurs commandes." */
export function missingWords({ kind, counts }: Pick<ImportAnswer, 'kind' | 'counts'>): string {
  const { missing, kept } = IMPORT_KIND_WORDS[kind];
  const e = missing.feminine ? 'e' : '';
  if (counts.missing === 0) return '';
  if (counts.missing === 1) return `L’absent${e} ${kept[0]}.`;
  return `Les ${wholeNumber(counts.missing)} absent${e}s ${kept[1]}.`;
}

const ENCODING_NAMES: Record<ImportAnswer['file']['encoding'], string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
};

/** What is to be looked at before anything is applied; empty when the texts read as they were written. */
export function accentsWarning({ file, warnings }: Pick<ImportAnswer, 'file' | 'warnings'>): string {
  if (warnings.some(({ code }) => code === 'encoded-twice'))
    return 'Des textes semblent encodés deux fois (« Ã‰cole » au lieu de « École ») : ils seraient enregistrés ainsi. Reprenez le fichier d’origine, ou corrigez-le.';
  if (file.encoding === 'macintosh')
    return 'Ce fichier vient d’un ancien Mac : ses accents ont été lus comme tels. Regardez quelques noms avant d’appliquer.';
  return '';
}

/** "UTF-8, colonnes séparées par « ; »" */
export function encodingWords({ encoding, separator }: ImportAnswer['file']): string {
  const name = ENCODING_NAMES[encoding];
  const sign = separator === '\t' ? 'des tabulations' : `« ${separator} »`;
  return `${name}, colonnes séparées par ${sign}`;
}

/** "En-tête 2026 : 71 colonnes, 24 utiles" */
export function headerWords({ headerStyle, columnCount, usedColumnCount }: ImportAnswer['file']): string {
  const year = headerStyle !== null && /^20\d\d$/.test(headerStyle) ? `En-tête ${headerStyle}` : 'En-tête reconnu';
  return `${year} : ${counted(columnCount, 'colonne')}, ${wholeNumber(usedColumnCount)} ${usedColumnCount < 2 ? 'utile' : 'utiles'}`;
}

/** Views as the address says them. */
export const VIEW_SLUGS: Record<ImportView, string> = {
  created: 'creer',
  changed: 'modifier',
  refused: 'refusees',
  ignored: 'de-cote',
  missing: 'absentes',
};

export function readView(slug: string | undefined): ImportView | null {
  const found = Object.entries(VIEW_SLUGS).find(([, known]) => known === slug);
  return found === undefined ? null : (found[0] as ImportView);
}

/** What a preview opens with: what changes, what is new, else why there is nothing. */
export function firstView(counts: ImportCounts): ImportView {
  const order: readonly ImportView[] = ['changed', 'created', 'refused', 'ignored', 'missing'];
  return order.find((view) => counts[view] > 0) ?? 'changed';
}

/** "12 créées · 31 modifiées · 5 lignes refusées": what a file did or would do. */
export function rowOutcome({ kind, state, created, changed, refused }: ImportListItem): string {
  if (state === 'reading' || state === 'refused' || state === 'interrupted') return '–';
  const e = IMPORT_KIND_WORDS[kind].row.feminine ? 'e' : '';
  const told = [
    created > 0 ? counted(created, `créé${e}`) : null,
    changed > 0 ? counted(changed, `modifié${e}`) : null,
    refused > 0 ? countedWith(refused, LINE, 'refusé') : null,
  ].filter((part) => part !== null);
  return told.length === 0 ? 'Rien à changer' : told.join(' · ');
}

/** The answer of the list of files: what waits to be read, else when the last was applied. */
export function historyTitle(rows: readonly ImportListItem[], kind: ImportListItem['kind'] | null): string {
  const waiting = rows.filter(({ state, created, changed }) => state === 'ready' && created + changed > 0).length;
  if (waiting > 0) return `${counted(waiting, 'import')} à relire`;
  const last = rows.find(({ state }) => state === 'applied');
  if (last?.appliedAt) return `Dernier import appliqué le ${dayAndTime(last.appliedAt)}`;
  if (rows.length > 0) return 'Aucun import à relire';
  return kind === null ? 'Aucun fichier importé' : `Aucun import : ${IMPORT_KINDS[kind].word.toLowerCase()}`;
}

/** A day of a file as people write it; what is no day as it is. */
export function valueWords(value: string): string {
  return isPlainDate(value) ? dayOfYear(value) : value;
}
