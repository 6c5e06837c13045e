import { decimals } from '@parc/domain';

/** A cell: text as it is, a count as digits, an amount in integer cents as euros. */
export type CsvCell = string | number | { readonly cents: number };

/** Spaces of every width: a spreadsheet reads an amount only without them. */
const SPACES = /[\s\u00a0\u202f]/g;
/** A text that starts so would run as a formula in a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/** The table as a file that a French spreadsheet opens: semicolons, decimal comma, UTF-8 mark, no formula. */
export function csvOf(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(cellText).join(';')).join('\r\n')}\r\n`;
}

/** Hands a text, or what is one already, to the browser as a file. */
export function saveFile(name: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'object') return decimals(cell.cents).replace(SPACES, '').replace('−', '-');
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
