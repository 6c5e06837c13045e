import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { receiveFile, type SentFile } from '../../platform/files/sent-file.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { countOf, TextEvidence, type FileNature, type TextEncoding } from './text-encoding.js';

export type Separator = ';' | ',' | '\t' | '|';

export interface FileRow {
  cells: string[];
  /** Line of the file at which the row begins, the first being 1. */
  line: number;
}

/** A file that stops being CSV somewhere: nothing after that place can be trusted. */
export class FileProblem extends Error {}

const REFUSED_NATURES = {
  workbook: 'import.workbook',
  'utf-16': 'import.utf-16',
  binary: 'import.unreadable',
} as const satisfies Record<Exclude<FileNature, 'text'>, string>;

/** A spreadsheet that reads CSV may want its separator told in a first line of its own. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([;,\t|])"?\r?$/i;

/** A quote that is never closed would swallow the rest of the file as one cell. */
const LONGEST_ROW = 200_000;
const LINE_BREAKS = ['\n', '\r'] as const;
const TOO_MANY_LINES = `Ce fichier a plus de ${LIMITS.importRows.lines.toLocaleString('fr-FR')} lignes : ce n’est sans doute pas le bon. Rien n’est importé.`;
const HEAD_BYTES = 64 * 1024;
/** The rows of a chunk are there at once: some hundred, between which other requests are answered. */
const CHUNK_BYTES = 64 * 1024;
const NAME_MAX_LENGTH = 200;

/** A CSV file that somebody uploaded, kept on disk until its rows are read: memory stays flat whatever its size. */
export class UploadedFile {
  /** How many bytes the reading has gone through. */
  bytesRead = 0;

  /** The line that holds the header, or the first row: the second where the first only tells the separator. */
  readonly firstLine: number;

  readonly byteCount: number;
  readonly sha256: string;
  readonly separator: Separator;

  private constructor(
    private readonly sent: SentFile,
    readonly name: string,
    readonly encoding: TextEncoding,
    private readonly head: string,
    private readonly lineCount: number,
  ) {
    this.byteCount = sent.byteCount;
    this.sha256 = sent.sha256;
    this.separator = separatorOf(head);
    this.firstLine = SEPARATOR_LINE.test(firstLineOf(head)) ? 2 : 1;
  }

  /**
   * Receives an upload as it comes; encoding and separator are told by its content.
   * @throws Refused import.unreadable, import.workbook or import.utf-16 when it is no text, request.too-large when it was cut
   */
  static async receive(stream: Readable & { truncated?: boolean }, fileName: string): Promise<UploadedFile> {
    const evidence = new TextEvidence();
    let head = Buffer.alloc(0);
    const breaks = { '\n': 0, '\r': 0 };
    const sent = await receiveFile(stream, (chunk) => {
      evidence.take(chunk);
      for (const sign of LINE_BREAKS) breaks[sign] += countOf(chunk, [sign.charCodeAt(0)]);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    });
    try {
      if (sent.truncated) throw new Refused('request.too-large');
      if (sent.byteCount === 0) throw new Refused('import.unreadable');
      if (evidence.nature !== 'text') throw new Refused(REFUSED_NATURES[evidence.nature]);
      return new UploadedFile(
        sent,
        cleanName(fileName),
        evidence.encoding,
        new TextDecoder(evidence.encoding).decode(head),
        Math.max(...Object.values(breaks)),
      );
    } catch (error) {
      await sent.remove();
      throw error;
    }
  }

  /** The cells of the first line that holds any. @throws Refused import.unreadable */
  firstRow(): string[] {
    try {
      const [row] = parseText(this.head, { ...this.format(), to: 1 }) as string[][];
      return row ?? [];
    } catch {
      throw new Refused('import.unreadable');
    }
  }

  /** Every row in order. @throws FileProblem where the file stops being CSV */
  async *rows(signal: AbortSignal): AsyncGenerator<FileRow> {
    if (this.lineCount > LIMITS.importRows.lines) throw new FileProblem(TOO_MANY_LINES);
    const parser = parse(this.format());
    const ended = pipeline(Readable.from(this.utf8()), parser, { signal }).catch((error: unknown) => error);
    let line = this.firstLine;
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        yield { cells, line };
        line += 1 + lineBreaksIn(cells);
      }
    } catch (error) {
      throw error instanceof CsvError ? new FileProblem(problemAt(error, line)) : error;
    } finally {
      (parser as Parser).destroy();
      await ended;
    }
  }

  async remove(): Promise<void> {
    await this.sent.remove();
  }

  /** The content as the parser reads it: UTF-8 as it lies, anything else turned into it. */
  private async *utf8(): AsyncGenerator<Buffer | string> {
    const decoder = this.encoding === 'utf-8' ? null : new TextDecoder(this.encoding);
    for await (const chunk of createReadStream(this.sent.path, { highWaterMark: CHUNK_BYTES })) {
      this.bytesRead += (chunk as Buffer).length;
      yield decoder ? decoder.decode(chunk as Buffer, { stream: true }) : (chunk as Buffer);
    }
  }

  private format() {
    return {
      bom: true,
      from_line: this.firstLine,
      delimiter: this.separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_ROW,
    };
  }
}

/** The name alone: no path, no character that hides or reorders text. */
export function cleanName(fileName: string): string {
  const name = basename(fileName.replaceAll('\\', '/')).replace(
    /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g,
    '',
  );
  return name.slice(0, NAME_MAX_LENGTH) || 'fichier.csv';
}

/** What the first line tells, or the character that parts it most often. */
function separatorOf(text: string): Separator {
  const told = SEPARATOR_LINE.exec(firstLineOf(text));
  if (told) return told[1] as Separator;
  const firstLine = firstLineOf(text).replace(/"[^"]*"/g, '');
  const count = (separator: Separator) => firstLine.split(separator).length;
  return ([';', ',', '\t'] as const).reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function firstLineOf(text: string): string {
  return text.split(/[\r\n]/, 1)[0]!;
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)!.length;
  return breaks;
}

function problemAt(error: CsvError, line: number): string {
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const what = isQuote ? 'un guillemet s’ouvre et ne se ferme jamais' : 'le fichier n’est plus lisible';
  return `À la ligne ${line}, ${what}. Reprenez le fichier d’origine : rien n’est importé.`;
}
