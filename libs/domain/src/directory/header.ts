import { plainText } from './plain-text.js';

/** A column that a reader looks for. */
export interface ColumnWanted {
  /** its name as the publisher writes it: said when the column is missing */
  readonly label: string;
  /** other names it had or has elsewhere */
  readonly alsoNamed?: readonly string[];
  /** a file without it cannot be read */
  readonly required: boolean;
}

export type ColumnTable<Key extends string> = Readonly<Record<Key, ColumnWanted>>;

/** Where each wanted column stands in this file. */
export interface Header<Key extends string> {
  readonly columnCount: number;
  readonly usedCount: number;
  /** columns of the file that nobody reads, as it names them */
  readonly ignored: readonly string[];
  readonly positions: ReadonlyMap<Key, number>;
  /** how this file names a wanted column, or how the publisher does when the file has none */
  readonly labels: Readonly<Record<Key, string>>;
  /** the last position without which a row cannot be read */
  readonly lastRequiredPosition: number;
}

export type HeaderRefusal = 'header-empty' | 'separator-unknown' | 'columns-missing' | 'column-repeated';

export type HeaderReading<Key extends string> =
  | { readonly outcome: 'read'; readonly header: Header<Key> }
  | { readonly outcome: 'refused'; readonly code: HeaderRefusal; readonly columns: readonly string[] };

/**
 * Finds the wanted columns by name, whatever their order, letter case, accents, spaces or underscores: the same file
 * has changed all of these over the years. Unknown columns are ignored; a required one missing, or a wanted one there
 * twice, refuses the file.
 */
export function readHeader<Key extends string>(cells: readonly string[], wanted: ColumnTable<Key>): HeaderReading<Key> {
  const names = cells.map(plainText);
  if (names.every((name) => name === '')) return { outcome: 'refused', code: 'header-empty', columns: [] };
  if (isUnsplit(cells)) return { outcome: 'refused', code: 'separator-unknown', columns: [] };

  const keysByName = keysByPlainName(wanted);
  const positions = new Map<Key, number>();
  const labels = publisherLabels(wanted);
  const ignored: string[] = [];
  const repeated: string[] = [];
  names.forEach((name, position) => {
    const key = keysByName.get(name);
    const label = cells[position]!.replace('\uFEFF', '').trim();
    if (key === undefined) ignored.push(label);
    else if (positions.has(key)) repeated.push(label);
    else {
      positions.set(key, position);
      labels[key] = label;
    }
  });
  const required = keysOf(wanted).filter((key) => wanted[key].required);
  const missing = required.filter((key) => !positions.has(key)).map((key) => labels[key]);
  if (missing.length > 0) return { outcome: 'refused', code: 'columns-missing', columns: missing };
  if (repeated.length > 0) return { outcome: 'refused', code: 'column-repeated', columns: repeated };
  const lastRequiredPosition = Math.max(0, ...required.map((key) => positions.get(key)!));
  const header = {
    columnCount: cells.length,
    usedCount: positions.size,
    ignored,
    positions,
    labels,
    lastRequiredPosition,
  };
  return { outcome: 'read', header };
}

/** One single cell that still holds separators: the file was split on another character. */
function isUnsplit(cells: readonly string[]): boolean {
  return cells.length === 1 && /[;,\t|].*[;,\t|]/.test(cells[0]!);
}

function keysByPlainName<Key extends string>(wanted: ColumnTable<Key>): ReadonlyMap<string, Key> {
  const keysByName = new Map<string, Key>();
  for (const key of keysOf(wanted)) {
    const { label, alsoNamed = [] } = wanted[key];
    for (const name of [label, ...alsoNamed]) keysByName.set(plainText(name), key);
  }
  return keysByName;
}

function publisherLabels<Key extends string>(wanted: ColumnTable<Key>): Record<Key, string> {
  const labels = {} as Record<Key, string>;
  for (const key of keysOf(wanted)) labels[key] = wanted[key].label;
  return labels;
}

function keysOf<Key extends string>(wanted: ColumnTable<Key>): readonly Key[] {
  return Object.keys(wanted) as Key[];
}
