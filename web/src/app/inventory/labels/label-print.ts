import { LABEL_FORMAT_NAMES, type LabelFormatName, labelPages, labelsOnPage } from '@parc/domain';
import { counted } from '@parc/ui';

/** What lies in the printer of this device: the format, and by format the first free place of the sheet that was begun. */
export interface Printer {
  readonly format: LabelFormatName;
  readonly next: Readonly<Partial<Record<LabelFormatName, number>>>;
}

export const FIRST_PRINTER: Printer = { format: LABEL_FORMAT_NAMES[0]!, next: {} };

export function isPrinter(kept: unknown): boolean {
  const { format, next } = (kept ?? {}) as Record<string, unknown>;
  return LABEL_FORMAT_NAMES.some((name) => name === format) && typeof next === 'object' && next !== null;
}

/** The first free place, as far as this device knows. */
export function nextPlace({ next }: Printer, format: LabelFormatName): number {
  const place = next[format];
  return Number.isInteger(place) && place! >= 1 && place! <= labelsOnPage(format) ? place! : 1;
}

/** After so many labels from a place on. */
export function afterPrinting(printer: Printer, { labels, start }: { labels: number; start: number }): Printer {
  const { format, next } = printer;
  return { format, next: { ...next, [format]: ((start - 1 + labels) % labelsOnPage(format)) + 1 } };
}

/** "Imprimer 12 étiquettes sur 1 page" */
export function printWords(format: LabelFormatName, labels: number, start: number): string {
  const words = `Imprimer ${counted(labels, 'étiquette', 'étiquettes')}`;
  return labelsOnPage(format) === 1
    ? words
    : `${words} sur ${counted(labelPages(format, labels, start), 'page', 'pages')}`;
}

/** Whose labels, as the address of the screen says it and as the API is asked. */
export interface LabelsAsked {
  /** One text with commas between: an address has room for so many names only. */
  readonly ids?: [string];
  readonly contents?: boolean;
  readonly schoolId?: string;
  readonly roomId?: string;
  readonly deliveryId?: string;
}

/** The address of the sheets. */
export function sheetsAddress(path: string, asked: LabelsAsked, format: LabelFormatName, start: number): string {
  const words = Object.entries({ ...asked, format, start }).filter(([, value]) => value !== undefined);
  return `${path}?${new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString()}`;
}
