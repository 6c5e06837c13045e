import { CODE_FOLDER } from '../code-folder.js';
import { printable, printableData } from './printable.js';
import { Printing } from './printing.js';

/** Templates stand beside what they print, and are named from here. */
const printing = new Printing(CODE_FOLDER);

export interface PrintedDocument {
  /** A Typst file below `api/src`, `orders/order-form.typ`: words and layout, for a person to change. */
  template: `${string}.typ`;
  title: string;
  /** The instant of what the document tells: its only date, so that the same data give the same bytes. */
  at: Date;
  /** What the template finds in `data`. Typed texts are values there and never read as markup. */
  data: Record<string, unknown>;
}

/**
 * The only way to make a PDF: tagged for those who listen (PDF/UA-1), in French, with its title.
 *
 * @throws Error the template's, with what the compiler says of it
 */
export async function renderPdf({ template, title, at, data }: PrintedDocument): Promise<Buffer> {
  const document = { title: printable(title), at: momentOf(at), data: printableData(data) };
  return printing.print({ template, document: JSON.stringify(document) });
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
