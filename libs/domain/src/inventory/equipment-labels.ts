import { EQUIPMENT_TAG, tagAsKept } from './equipment-tag.js';

/** How labels lie on what is printed; lengths in hundredths of a millimetre, as the makers of the sheets give them. */
export interface LabelFormat {
  /** As a person asks for it. */
  word: string;
  page: { width: number; height: number };
  columns: number;
  rows: number;
  label: { width: number; height: number };
  /** From the left and the upper edge to the first label. */
  margin: { x: number; y: number };
  /** Between two columns; rows touch. */
  gap: number;
}

const A4 = { width: 21_000, height: 29_700 };

const format = <const F extends LabelFormat>(row: F): F => row;

export const LABEL_FORMATS = {
  'a4-21': format({
    word: 'A4, 21 par page (63,5 × 38,1 mm)',
    page: A4,
    ...{ columns: 3, rows: 7, label: { width: 6_350, height: 3_810 } },
    ...{ margin: { x: 721, y: 1_515 }, gap: 254 },
  }),
  'a4-65': format({
    word: 'A4, 65 par page (38,1 × 21,2 mm)',
    page: A4,
    ...{ columns: 5, rows: 13, label: { width: 3_810, height: 2_120 } },
    ...{ margin: { x: 475, y: 1_070 }, gap: 250 },
  }),
  'roll-62': format({
    word: 'Rouleau de 62 mm',
    page: { width: 6_200, height: 2_900 },
    ...{ columns: 1, rows: 1, label: { width: 6_200, height: 2_900 } },
    ...{ margin: { x: 0, y: 0 }, gap: 0 },
  }),
} as const;
export type LabelFormatName = keyof typeof LABEL_FORMATS;
export const LABEL_FORMAT_NAMES = Object.keys(LABEL_FORMATS) as LabelFormatName[];

/** How many labels one page holds. */
export const labelsOnPage = (name: LabelFormatName): number => LABEL_FORMATS[name].columns * LABEL_FORMATS[name].rows;

/** The most labels that a page of any format holds. */
export const MOST_LABELS_ON_PAGE = Math.max(...LABEL_FORMAT_NAMES.map(labelsOnPage));

/** Pages that so many labels take when the first stands at a place of the first page, counted from 1. */
export const labelPages = (name: LabelFormatName, labels: number, start: number): number =>
  Math.ceil((start - 1 + labels) / labelsOnPage(name));

/** The dark stretches of a code drawn in modules, row by row. */
export function darkRuns(rows: readonly (readonly boolean[])[]): [x: number, y: number, length: number][] {
  return rows.flatMap((row, y) => {
    const runs: [number, number, number][] = [];
    row.forEach((dark, x) => {
      const last = runs.at(-1);
      if (dark && last && last[0] + last[2] === x) last[2]++;
      else if (dark) runs.push([x, y, 1]);
    });
    return runs;
  });
}

/** Where a label leads, below the address of the application. */
export const labelPath = (code: string): string => `/e/${code}`;

/**
 * What was scanned or typed, as what it may stand for: the code of a label whose address it is, else the text itself, which may
 * be a code or a maker's serial number. Null when nothing is left of it, or far too much.
 */
export function codeScanned(scanned: string): string | null {
  const text = scanned.trim();
  const ofAddress = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?e\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(text)?.[1];
  const code = ofAddress === undefined ? text : tagAsKept(decoded(ofAddress));
  return code === '' || code.length > LONGEST_SCANNED ? null : code;
}

/** A serial number is the longest thing that opens a device. */
export const LONGEST_SCANNED = 100;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The code of a device's next label: the one it came with and a number; as short as a label lets it be. */
export function nextLabelCode(first: string, number: number): string {
  const end = `-${number}`;
  const code = first.slice(0, LONGEST_TAG - end.length).replace(/-+$/, '') + end;
  if (!EQUIPMENT_TAG.test(code)) throw new Error(`no label follows ${first}`);
  return code;
}

const LONGEST_TAG = 30;
