import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import {
  readUsageHeading,
  USAGE_COLUMN_NAMES,
  USAGE_COLUMNS,
  type UsageLineReader,
  type ReadUsageLine,
  type UsageColumn,
  type UsageFileRefusal,
} from '@parc/domain';
import { receiveFile, type SentFile } from '../../platform/files/sent-file.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';

/** The whole file is refused, and nothing of it kept. */
export class FileRefused extends Error {
  constructor(
    readonly refusal: UsageFileRefusal,
    /** Line of the file, where one line says why. */
    readonly line: number | null = null,
  ) {
    super(refusal);
  }
}

export type UsageForm = 'csv' | 'ndjson';

const AT_SIGN = 0x40;
const QUOTE = '"';
const CHUNK_BYTES = 256 * 1024;
const LONGEST_LINE = 10_000;

/** A delivery on disk until its lines are read: memory stays flat whatever its size. */
export class UsageFile {
  private constructor(
    private readonly sent: SentFile,
    private readonly form: UsageForm,
    /** An address stands somewhere in it. */
    readonly hasAddress: boolean,
  ) {}

  get sha256(): string {
    return this.sent.sha256;
  }

  /** @throws Refused request.too-large, request.unreadable when it was cut */
  static async receive(stream: Readable & { truncated?: boolean }, form: UsageForm): Promise<UsageFile> {
    let hasAddress = false;
    let bytes = 0;
    const sent = await receiveFile(stream, (chunk) => {
      hasAddress ||= chunk.includes(AT_SIGN);
      bytes += chunk.length;
      if (bytes > LIMITS.usage.bytes) throw new Refused('request.too-large');
    });
    if (!sent.truncated) return new UsageFile(sent, form, hasAddress);
    await sent.remove();
    throw new Refused('request.too-large');
  }

  remove(): Promise<void> {
    return this.sent.remove();
  }

  /** What each line says, in order, the first line of the file being 1; empty ones are no lines. @throws FileRefused */
  async *lines(reader: UsageLineReader): AsyncGenerator<[line: number, read: ReadUsageLine][]> {
    if (this.hasAddress) throw new FileRefused('address-inside');
    const rows = this.form === 'csv' ? new CsvRows() : new JsonRows();
    for await (const { text, line } of this.pieces()) yield rows.read(text, line, reader);
    if (!rows.begun) throw new FileRefused('empty');
  }

  /** Whole lines, some thousand at a time, with the number of the first. @throws FileRefused unreadable, too-long */
  private async *pieces(): AsyncGenerator<{ text: string; line: number }> {
    const decoder = new TextDecoder('utf-8');
    let rest = '';
    let line = 1;
    for await (const chunk of createReadStream(this.sent.path, { highWaterMark: CHUNK_BYTES })) {
      const text = rest + decoder.decode(chunk as Buffer, { stream: true });
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (rest.length > LONGEST_LINE) throw new FileRefused('unreadable', line);
      if (end === 0) continue;
      yield { text: text.slice(0, end), line };
      line += breaksIn(text, end);
      if (line > LIMITS.usage.lines) throw new FileRefused('too-long');
    }
    rest += decoder.decode();
    if (rest !== '') yield { text: `${rest}\n`, line };
  }
}

function breaksIn(text: string, end: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

type Cells = readonly string[];

/** CSV with semicolons: lines without a quote are cut as they are, the others read by the parser. */
class CsvRows {
  begun = false;
  private places: Readonly<Record<UsageColumn, number>> | null = null;
  private cells: Cells = [];
  private readonly cell = (column: UsageColumn): string => this.cells[this.places![column]] ?? '';

  /** @throws FileRefused */
  read(text: string, first: number, reader: UsageLineReader): [number, ReadUsageLine][] {
    if (text.includes('\u0000')) throw new FileRefused('unreadable', first);
    const rows = text.includes(QUOTE) ? parsed(text, first) : null;
    const lines = rows ?? text.split('\n');
    const read: [number, ReadUsageLine][] = [];
    // What follows the last break is no line.
    for (let at = 0; at < lines.length - (rows ? 0 : 1); at++) {
      const cells = rows ? rows[at]! : cut(lines[at] as string);
      if (cells.length === 1 && cells[0]!.trim() === '') continue;
      if (this.places === null) this.begin(cells);
      else {
        if (cells.length > this.width) throw new FileRefused('unreadable', first + at);
        this.cells = cells;
        this.begun = true;
        read.push([first + at, reader.read(this.cell)]);
      }
    }
    return read;
  }

  private width = 0;

  private begin(cells: Cells): void {
    const heading = readUsageHeading(cells.map((cell) => cell.replace(/^\uFEFF/, '')));
    if ('refusal' in heading) throw new FileRefused(heading.refusal);
    this.places = heading;
    this.width = cells.length;
  }
}

const cut = (line: string): Cells => (line.endsWith('\r') ? line.slice(0, -1) : line).split(';');

/** No cell of ours holds a line break: a quote that is not closed in its line is none. */
function parsed(text: string, first: number): string[][] {
  try {
    return parse(text, {
      ...{
        delimiter: ';',
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
        skip_empty_lines: false,
        bom: true,
      },
      max_record_size: LONGEST_LINE,
    }) as string[][];
  } catch {
    throw new FileRefused('unreadable', first);
  }
}

const COLUMN_OF = new Map(USAGE_COLUMN_NAMES.map((name) => [USAGE_COLUMNS[name].heading, name]));

/** One object a line, its names those of the columns. */
class JsonRows {
  begun = false;
  private row: Partial<Record<UsageColumn, string>> = {};
  private readonly cell = (column: UsageColumn): string => this.row[column] ?? '';

  /** @throws FileRefused */
  read(text: string, first: number, reader: UsageLineReader): [number, ReadUsageLine][] {
    const read: [number, ReadUsageLine][] = [];
    for (const [at, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      this.row = this.columnsOf(line, first + at);
      this.begun = true;
      read.push([first + at, reader.read(this.cell)]);
    }
    return read;
  }

  private columnsOf(text: string, line: number): Partial<Record<UsageColumn, string>> {
    const object = objectOf(text, line);
    const columns: Partial<Record<UsageColumn, string>> = {};
    for (const [name, value] of Object.entries(object)) {
      const column = COLUMN_OF.get(name);
      if (column === undefined) throw new FileRefused(refusalOf(name), line);
      if (value === null) continue;
      if (typeof value !== 'string' && typeof value !== 'number') throw new FileRefused('unreadable', line);
      columns[column] = String(value);
    }
    return columns;
  }
}

function objectOf(text: string, line: number): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FileRefused('unreadable', line);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileRefused('unreadable', line);
  return value;
}

/** As a heading of that name would be refused, beside the two that are needed. */
function refusalOf(name: string): UsageFileRefusal {
  const heading = readUsageHeading(['appareil', 'semaine', name]);
  return 'refusal' in heading ? heading.refusal : 'column-unknown';
}
