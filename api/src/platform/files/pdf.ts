import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);
const FONTS = join(dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto');

interface PdfMake {
  fonts: Record<string, Record<string, string>>;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

let pdfmake: PdfMake | undefined;

/** Loaded at the first document: few requests print. */
function pdfMake(): PdfMake {
  if (pdfmake) return pdfmake;
  pdfmake = require('pdfmake') as PdfMake;
  pdfmake.fonts = {
    Roboto: {
      normal: join(FONTS, 'Roboto-Regular.ttf'),
      bold: join(FONTS, 'Roboto-Medium.ttf'),
      italics: join(FONTS, 'Roboto-Italic.ttf'),
      bolditalics: join(FONTS, 'Roboto-MediumItalic.ttf'),
    },
  };
  // Nothing a person typed may fetch an address or open a file while a document is made.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));
  return pdfmake;
}

export async function renderPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const withDefaults: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [48, 56, 48, 56],
    defaultStyle: { font: 'Roboto', fontSize: 10, color: '#1B2420', lineHeight: 1.25 },
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      alignment: 'right',
      margin: [48, 16],
      fontSize: 8,
      color: '#56625C',
    }),
    ...definition,
  };
  return pdfMake().createPdf(withDefaults).getBuffer();
}
