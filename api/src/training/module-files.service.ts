import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { MODULE_MOST_FILES } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import { Clock } from '../platform/clock.js';
import { hashBody, Transactions, type Write } from '../platform/database/transactions.js';
import { answerAgain } from '../platform/files/photo-taking.js';
import type { SentFile } from '../platform/files/sent-file.js';
import { Refused } from '../platform/http/refused.js';
import type { TrainingModuleMade } from './training.dto.js';

/** A file as whoever reads the module downloads it. */
export interface ModuleFileContent {
  label: string;
  sizeBytes: number;
  content: Readable;
}

/** A slice of a file that is read: of many who download at once, none has a whole file in memory. */
const SLICE_BYTES = 256 * 1024;

/** Files that are handed out at a training: kept as they were sent, for every writing of their module. */
@Injectable()
export class ModuleFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before the module and how many it has are right
   * @throws Refused object.not-found, training.files-full, training.file-too-large, training.file-not-pdf, idempotency.other-body, work.too-many
   */
  add(
    { accountId }: Actor,
    moduleId: string,
    { label, receive }: { label: string; receive: () => Promise<SentFile> },
    write: Write,
  ): Promise<TrainingModuleMade> {
    return inTurn('upload', accountId, async () => {
      const earlier = await this.transactions.earlier<TrainingModuleMade>(write);
      if (!earlier) await this.dataSource.transaction((manager) => roomIn(manager, moduleId));
      const sent = await receive();
      try {
        const bodyHash = hashBody(`${label} ${sent.sha256}`);
        if (earlier) return answerAgain(earlier, bodyHash);
        await requirePdf(sent);
        const content = await readFile(sent.path);
        const repeat = write.repeat && { ...write.repeat, bodyHash };
        return await this.transactions.run({ ...write, repeat }, async (manager) => {
          const seriesId = await roomIn(manager, moduleId);
          const [row] = await manager.query(INSERT, [
            ...[seriesId, label.trim(), content.length, content, accountId, this.clock.now()],
          ]);
          return { id: row.id as string };
        });
      } finally {
        await sent.remove();
      }
    });
  }

  /** Whoever reads modules reads what is handed out at each. @throws Refused object.not-found */
  async read(moduleId: string, fileId: string): Promise<ModuleFileContent> {
    const [file] = await this.dataSource.query(
      `select f.label, f.size_bytes as "sizeBytes" from training_module_file f where f.id = $2 and f.series_id = (${SERIES})`,
      [moduleId, fileId],
    );
    if (!file) throw new Refused('object.not-found');
    const { label, sizeBytes } = file as Omit<ModuleFileContent, 'content'>;
    return { label, sizeBytes, content: Readable.from(this.slices(fileId, sizeBytes)) };
  }

  /** One that is taken away meanwhile ends early: its length says that it is not whole. */
  private async *slices(fileId: string, sizeBytes: number): AsyncGenerator<Buffer> {
    for (let from = 1; from <= sizeBytes; from += SLICE_BYTES) {
      const [row]: { slice: Buffer }[] = await this.dataSource.query(
        'select substring(content from $2 for $3) as slice from training_module_file where id = $1',
        [fileId, from, SLICE_BYTES],
      );
      if (!row) return;
      yield row.slice;
    }
  }

  /** @throws Refused object.not-found */
  takeAway(moduleId: string, fileId: string, write: Write): Promise<void> {
    return this.transactions.run(write, async (manager) => {
      const [, gone] = await manager.query(
        `delete from training_module_file where id = $2 and series_id = (${SERIES})`,
        [moduleId, fileId],
      );
      if (gone === 0) throw new Refused('object.not-found');
    });
  }
}

/** The first writing of the module $1. */
const SERIES = 'select coalesce(m.series_id, m.id) from training_module m where m.id = $1';

const INSERT = `insert into training_module_file (series_id, label, size_bytes, content, created_by, created_at)
  values ($1, $2, $3, $4, $5, $6) returning id`;

/** Nobody adds to the same module meanwhile. @returns its series @throws Refused object.not-found, training.files-full */
async function roomIn(manager: EntityManager, moduleId: string): Promise<string> {
  const [series] = await manager.query(`select id from training_module where id = (${SERIES}) for no key update`, [
    moduleId,
  ]);
  if (!series) throw new Refused('object.not-found');
  const [{ count }] = await manager.query(
    'select count(*)::int as count from training_module_file where series_id = $1',
    [series.id],
  );
  if (count >= MODULE_MOST_FILES) throw new Refused('training.files-full');
  return series.id as string;
}

const HEAD = '%PDF-';
const END = '%%EOF';
/** The mark of the end is looked for so far back: writers leave a line or two behind it. */
const END_BYTES = 1024;

/** What it begins and ends with, whatever its name says. @throws Refused training.file-too-large, training.file-not-pdf */
async function requirePdf({ path, byteCount, truncated }: SentFile): Promise<void> {
  if (truncated) throw new Refused('training.file-too-large');
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD.length);
    const end = Buffer.alloc(Math.min(END_BYTES, byteCount));
    await file.read(head, 0, head.length, 0);
    await file.read(end, 0, end.length, byteCount - end.length);
    if (head.toString('latin1') !== HEAD || !end.includes(END)) throw new Refused('training.file-not-pdf');
  } finally {
    await file.close();
  }
}
