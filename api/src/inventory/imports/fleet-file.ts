import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { cleanName, FileProblem, UploadedFile } from '../../directory/imports/uploaded-file.js';
import { bytesOf } from '../../platform/http/one-file.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';

const { fleetList: BOUND } = LIMITS;
const PACKED = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The older compound document: a workbook of before 2007, or one behind a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** Longer than any cell may be: it is told as too long, and takes no more room than that. */
const LONGEST_KEPT = 201;

export interface FleetLine {
  line: number;
  cells: string[];
}

/** A list of devices, opened: its rows come one by one, the first that has two cells filled being its headings. */
export interface FleetFile {
  name: string;
  sha256: string;
  rows(): AsyncIterable<FleetLine>;
  remove(): Promise<void>;
}

type Sent = Readable & { truncated?: boolean };

/**
 * Opens a list, CSV or workbook, told by its first bytes. A CSV lies on disk while it is read, whatever its size.
 * @throws Refused import.unreadable, import.utf-16, delivery.workbook-old, delivery.workbook-unreadable, fleet.workbook-too-long, request.too-large
 */
export async function openFleetFile(stream: Sent, fileName: string): Promise<FleetFile> {
  const pieces = bytesOf(stream);
  const first = (await pieces.next()).value ?? Buffer.alloc(0);
  const begins = (mark: Buffer) => first.subarray(0, mark.length).equals(mark);
  async function* whole() {
    yield first;
    yield* pieces;
  }
  if (begins(COMPOUND)) {
    stream.resume();
    throw new Refused('delivery.workbook-old');
  }
  if (begins(PACKED)) return openWorkbook(stream, whole(), fileName);
  const text = Object.defineProperty(Readable.from(whole()), 'truncated', { get: () => stream.truncated }) as Sent;
  const file = await UploadedFile.receive(text, fileName);
  return { name: file.name, sha256: file.sha256, rows: () => csvRows(file), remove: () => file.remove() };
}

async function openWorkbook(stream: Sent, pieces: AsyncIterable<Buffer>, fileName: string): Promise<FleetFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of pieces) {
    size += chunk.length;
    // The rest is read to its end and forgotten: whoever sends it waits for an answer.
    if (size <= BOUND.workbook.bytes) chunks.push(chunk);
  }
  if (stream.truncated) throw new Refused('request.too-large');
  if (size > BOUND.workbook.bytes) throw new Refused('fleet.workbook-too-long');
  const content = Buffer.concat(chunks);
  const { rowsOfWorkbook } = await import('../lists/workbook.js');
  const rows = await rowsOfWorkbook(content, { ...BOUND.workbook, tooLong: 'fleet.workbook-too-long' });
  async function* lines() {
    for (const [index, cells] of rows.entries()) yield { line: index + 1, cells };
  }
  return {
    name: cleanName(fileName),
    sha256: createHash('sha256').update(content).digest('hex'),
    rows: lines,
    remove: () => Promise.resolve(),
  };
}

/** @throws Refused import.unreadable where the file stops being CSV, beside the file */
async function* csvRows(file: UploadedFile): AsyncGenerator<FleetLine> {
  try {
    yield* file.rows(new AbortController().signal);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new Refused('import.unreadable', { fields: [{ name: 'file', code: 'unreadable', message: error.message }] });
  }
}

/** No database keeps a zero or half a character: what stands in its place is told as damaged. */
export const keptCell = (cell: string): string =>
  cell.slice(0, LONGEST_KEPT).toWellFormed().replaceAll('\u0000', '\uFFFD');
