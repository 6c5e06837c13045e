import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { bytesOf } from '../../platform/http/one-file.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { cleanName, FileProblem, UploadedFile } from '../../directory/imports/uploaded-file.js';

const { deliveryList: BOUND } = LIMITS;
const PACKED = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The older compound document: a workbook of before 2007, or one behind a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A supplier's list as it was sent: its headings and its rows, as text. */
export interface SupplierFile {
  name: string;
  sha256: string;
  header: string[];
  rows: { line: number; cells: string[] }[];
}

/**
 * Reads a list, CSV or workbook, told by its content. Small enough to be held: its bounds are judged before it is walked.
 * @throws Refused import.unreadable, import.utf-16, delivery.workbook-unreadable, delivery.list-too-long, delivery.list-empty
 */
export async function readSupplierFile(
  stream: Readable & { truncated?: boolean },
  fileName: string,
): Promise<SupplierFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytesOf(stream)) chunks.push(chunk);
  if (stream.truncated) throw new Refused('request.too-large');
  const content = Buffer.concat(chunks);
  const begins = (mark: Buffer) => content.subarray(0, mark.length).equals(mark);
  if (begins(COMPOUND)) throw new Refused('delivery.workbook-old');
  const read = begins(PACKED) ? await workbook(content, fileName) : await csv(content, fileName);
  const told = read.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rows] = told;
  if (!first || rows.length === 0) throw new Refused('delivery.list-empty');
  const columns = Math.max(...told.map(({ cells }) => cells.length));
  if (rows.length > BOUND.rows || columns > BOUND.columns) throw new Refused('delivery.list-too-long');
  return {
    name: read.name,
    sha256: createHash('sha256').update(content).digest('hex'),
    header: first.cells.map((cell) => kept(cell).trim().slice(0, 200)),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(kept) })),
  };
}

/** No database keeps a zero or half a character: what stands in its place is held back as damaged. */
const kept = (cell: string): string => cell.toWellFormed().replaceAll('\u0000', '\uFFFD');

type Lines = Pick<SupplierFile, 'name' | 'rows'>;

async function workbook(content: Buffer, name: string): Promise<Lines> {
  const { rowsOfWorkbook } = await import('../lists/workbook.js');
  const rows = await rowsOfWorkbook(content, { ...BOUND, tooLong: 'delivery.list-too-long' });
  return { name: cleanName(name), rows: rows.map((cells, index) => ({ line: index + 1, cells })) };
}

async function csv(content: Buffer, fileName: string): Promise<Lines> {
  const file = await UploadedFile.receive(Readable.from([content]), fileName);
  const rows: SupplierFile['rows'] = [];
  try {
    for await (const row of file.rows(new AbortController().signal)) {
      if (rows.push(row) > BOUND.rows * 2) throw new Refused('delivery.list-too-long');
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new Refused('import.unreadable', { fields: [{ name: 'file', code: 'unreadable', message: error.message }] });
  } finally {
    await file.remove();
  }
  return { name: file.name, rows };
}
