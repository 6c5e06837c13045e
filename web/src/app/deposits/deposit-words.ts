import type { DepositPage, DepositRow, ReportRequest } from '@parc/api-client';
import { type ChipWords, countedRows } from '@parc/ui';
import { closingWords, isResolution } from '../round/closing/conflict-words';
import type { LinkLine } from '../shell/homes/link-lines';

const ADDRESS = '/travaux-confies';

/** What asks to be read, as one line of the desk. */
export function depositLines(unread: number): readonly LinkLine[] {
  if (unread === 0) return [];
  const title = countedRows(unread, 'travail à lire', 'travaux à lire');
  return [{ address: ADDRESS, title, detail: 'Fait sur place, refusé par l’application' }];
}

/** "3 travaux à lire", "Rien à lire". */
export function depositsTitle(isRead: boolean, total: number): string {
  if (isRead) return total === 0 ? 'Aucun travail lu' : countedRows(total, 'travail lu', 'travaux lus');
  return total === 0 ? 'Rien à lire' : countedRows(total, 'travail à lire', 'travaux à lire');
}

export function depositState({ readAt }: Pick<DepositRow, 'readAt'>): ChipWords {
  return readAt === null ? { tone: 'waiting', word: 'À lire' } : { tone: 'done', word: 'Lu' };
}

/** Where what it is about can be looked at; null where there is no such page. */
export function objectAddress({
  objectKind,
  objectId,
}: Pick<DepositPage, 'objectKind' | 'objectId'>): readonly string[] | null {
  if (objectKind === 'ticket') return ['/tickets', objectId];
  if (objectKind === 'check') return ['/entretien/controles', objectId];
  if (objectKind === 'visit') return ['/interventions', objectId];
  return objectKind === 'order' ? ['/commandes', objectId] : null;
}

/** What was noted, in sentences, as far as this page knows its form; a text that was taken out is its mark. */
export function depositTexts(body: string): readonly string[] {
  const kept = parsed(body);
  if (kept === undefined) return body === '' ? [] : [body];
  if (isResolution(kept)) return [closingWords(kept)];
  return isReport(kept) ? reportTexts(kept) : textsIn(kept);
}

/** Word for word, each value on its line; empty where the sentences say it all. */
export function wordForWord(body: string): string {
  const kept = parsed(body);
  return kept === undefined ? '' : JSON.stringify(kept, null, 2);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isReport(body: unknown): body is ReportRequest {
  return typeof body === 'object' && body !== null && 'lines' in body && 'extraLines' in body && 'note' in body;
}

function reportTexts({ note, lines, extraLines }: ReportRequest): readonly string[] {
  const ofLines = lines.flatMap(({ lessReason, equipment }) => [lessReason, equipment]);
  const served = countedRows(
    lines.length + extraLines.length,
    'ligne de commande servie',
    'lignes de commande servies',
  );
  return [note, ...ofLines, `${served}.`].filter((text): text is string => !!text);
}

/** Whatever somebody has written in a body of another form: words, no marks of the application. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
