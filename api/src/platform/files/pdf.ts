import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { documentFonts } from './fonts.js';
import { printable, printableData } from './printable.js';

const require = createRequire(import.meta.url);
/** Templates stand beside what they print, and are named from here; nothing outside is read. */
const SOURCES = join(import.meta.dirname, '../..');

export interface PrintedDocument {
  /** A Typst file below `api/src`, `orders/order-form.typ`: words and layout, for a person to change. */
  template: `${string}.typ`;
  title: string;
  /** The instant of what the document tells: its only date, so that the same data give the same bytes. */
  at: Date;
  /** What the template finds in `data`. Typed texts are values there and never read as markup. */
  data: Record<string, unknown>;
}

let press: Typst.NodeCompiler | undefined;

/** Loaded at the first document: few requests print. */
function openPress(): Typst.NodeCompiler {
  if (press) return press;
  const typst = require('@myriaddreamin/typst-ts-node-compiler') as typeof Typst;
  press = typst.NodeCompiler.create({
    workspace: SOURCES,
    fontArgs: [{ fontBlobs: documentFonts().map(({ content }) => content) }],
  });
  return press;
}

/**
 * The only way to make a PDF: tagged for those who listen (PDF/UA-1), in French, with its title.
 *
 * @throws Error the template's, with its line; no text of a person can cause it
 */
export async function renderPdf({ template, title, at, data }: PrintedDocument): Promise<Buffer> {
  const typst = openPress();
  const inputs = {
    document: JSON.stringify({ title: printable(title), at: momentOf(at), data: printableData(data) }),
  };
  try {
    // Straight to bytes: a compiled document kept in between is freed late, and 900 of them hold 80 MB more.
    return typst.pdf({ mainFilePath: join(SOURCES, template), inputs }, { pdfStandard: 'ua-1' });
  } finally {
    // What one document leaves in the compiler's memory is of no use to the next; fonts and templates are used each time.
    typst.evictCache(1);
  }
}

function momentOf(at: Date) {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
