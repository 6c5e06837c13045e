import { LABEL_FORMATS, type LabelFormatName, labelsOnPage } from '@parc/domain';
import encodeQR from 'qr';
import type { PrintedDocument } from '../../platform/files/pdf.js';
import type { LabelToPrint } from './labels.queries.js';

/** Sheets of labels: the code to scan, the same to read, the model and its school. */
export function labelSheet(labels: readonly LabelToPrint[], name: LabelFormatName, start: number): PrintedDocument {
  const { page, columns, label, margin, gap } = LABEL_FORMATS[name];
  const onPage = labelsOnPage(name);
  // A place that this format does not have is the first one.
  const empty = start > onPage ? 0 : start - 1;
  return {
    template: 'inventory/labels/label-sheet.typ',
    title: labels.length === 1 ? `Étiquette ${labels[0]!.code}` : `${labels.length} étiquettes`,
    at: new Date(Math.max(...labels.map(({ since }) => since.getTime()))),
    data: {
      ...{ page, columns, label, margin, gap, onPage, empty, small: name === 'a4-65' },
      labels: labels.map(({ code, modelName, schoolName, address }) => ({
        code,
        model: modelName,
        school: schoolName ?? 'Plan Numérique à l’École',
        qr: qrRuns(address),
      })),
    },
  };
}

/** A QR code as its dark stretches, row by row: `[x, y, length]`, in modules; `size` modules a side, with the white that readers want around. */
export function qrRuns(text: string): { size: number; runs: [number, number, number][] } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return {
    size: rows.length,
    runs: rows.flatMap((row, y) => runsOf(row).map(([x, n]): [number, number, number] => [x, y, n])),
  };
}

function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    if (!dark) return;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
