import { darkRuns, LABEL_FORMATS, type LabelFormatName, labelsOnPage } from '@parc/domain';
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
        qr: qrCode(address),
      })),
    },
  };
}

/** In modules, with the white around that readers want. */
function qrCode(text: string): { size: number; runs: [x: number, y: number, length: number][] } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return { size: rows.length, runs: darkRuns(rows) };
}
