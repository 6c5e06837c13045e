import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Writer } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import type { ImportFile, OpenedFile, PlanNames } from './import-kind.js';
import { ImportStaging } from './import-staging.js';
import { FileProblem, type UploadedFile } from './uploaded-file.js';

/** A file waiting to be read. */
export interface ReadingDue {
  importId: string;
  writer: Writer;
  kind: ImportFile;
  plan: PlanNames;
  opened: OpenedFile<unknown>;
  file: UploadedFile;
  /** Gives the file's place back. */
  leave(): void;
}

type Batch = ReturnType<OpenedFile<unknown>['readRow']>[];

/** Few enough to be forgotten while they are young: with a thousand the collector works half as much again. */
const BATCH_ROWS = 250;

const INTERRUPTED = 'La lecture s’est interrompue. Déposez de nouveau le fichier : rien n’a été changé.';

const TOO_MANY_REFUSED = `Plus de ${LIMITS.importRows.refused.toLocaleString('fr-FR')} lignes de ce fichier sont refusées : ce n’est sans doute pas le bon. Rien n’est importé.`;

/** Reads uploaded files in the background, one after the other, and stages what each would do. */
@Injectable()
export class ImportReading implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ImportReading');
  private readonly stopping = new AbortController();
  private readings: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  begin(due: ReadingDue): void {
    this.readings = this.readings.then(() => this.read(due));
  }

  /** A stop ends the reading under way; its import says that it was interrupted. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.readings;
  }

  private async read(due: ReadingDue): Promise<void> {
    try {
      this.stopping.signal.throwIfAborted();
      const mark = await this.mark(due.kind);
      const staging = new ImportStaging(due.importId, due.kind, due.plan);
      await this.stageRows(due, staging);
      await this.write(due, (manager) => finish(manager, due, staging, mark, this.clock.now()));
    } catch (error) {
      await this.giveUp(due, error).catch((failure: unknown) =>
        this.logger.error({ event: 'import-lost', importId: due.importId, name: (failure as Error).name }),
      );
    } finally {
      await due.file.remove().finally(() => due.leave());
    }
  }

  /** While the database stages one batch, the next one is read: never more than two are held. */
  private async stageRows(due: ReadingDue, staging: ImportStaging): Promise<void> {
    const { opened, file } = due;
    let batch: Batch = [];
    let staged = Promise.resolve();
    try {
      for await (const { cells, line } of file.rows(this.stopping.signal)) {
        if (line === file.firstLine && opened.firstRowIsHeader) continue;
        batch.push(opened.readRow(cells, line));
        if (batch.length < BATCH_ROWS) continue;
        await staged;
        staged = this.stage(due, staging, batch);
        // Its failure is told where it is awaited, and not in between as nobody's.
        staged.catch(() => undefined);
        batch = [];
      }
      await staged;
    } finally {
      // A file that ends badly leaves no batch on its way behind it.
      await staged.catch(() => undefined);
    }
    await this.stage(due, staging, batch);
  }

  private async stage(due: ReadingDue, staging: ImportStaging, batch: Batch): Promise<void> {
    await this.write(due, async (manager) => {
      // A batch need not be on disk before the next one: the import is ready once its last commit is, and they with it.
      await manager.query('set local synchronous_commit = off');
      await staging.take(manager, batch);
      if (staging.tally.refused > LIMITS.importRows.refused) throw new FileProblem(TOO_MANY_REFUSED);
      await manager.query(
        'update directory_import set progress_rows = $2, progress_bytes = $3, progress_at = now() where id = $1',
        [due.importId, staging.tally.rows, due.file.bytesRead],
      );
    });
  }

  private async mark(kind: ImportFile): Promise<string> {
    const [{ mark }] = await this.dataSource.query(kind.markSql);
    return mark;
  }

  private write(due: ReadingDue, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.transactions.run({ writer: due.writer, expectedVersion: null, repeat: null }, async (manager) => {
      await allowImportTime(manager);
      await work(manager);
    });
  }

  private async giveUp(due: ReadingDue, error: unknown): Promise<void> {
    const isFile = error instanceof FileProblem;
    if (!isFile && !this.stopping.signal.aborted)
      this.logger.error({ event: 'import-failed', importId: due.importId, name: (error as Error).name });
    await this.write(due, async (manager) => {
      // What was staged before the end came is half a file: nobody is to take it for a preview.
      await manager.query('delete from directory_import_change where import_id = $1', [due.importId]);
      await manager.query('delete from directory_import_refusal where import_id = $1', [due.importId]);
      await manager.query('update directory_import set state = $2, problem = $3 where id = $1', [
        due.importId,
        isFile ? 'refused' : 'interrupted',
        isFile ? error.message : INTERRUPTED,
      ]);
    });
  }
}

/** A whole file takes longer than a request's statement may. */
export async function allowImportTime(manager: EntityManager): Promise<void> {
  await manager.query(`select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true)`, [
    String(LIMITS.statementMilliseconds.import),
    String(LIMITS.lockMilliseconds.import),
  ]);
}

async function finish(
  manager: EntityManager,
  due: ReadingDue,
  staging: ImportStaging,
  mark: string,
  now: Date,
): Promise<void> {
  const { tally } = staging;
  const missing = await staging.takeMissing(manager);
  const [{ count }] = await manager.query(due.kind.countSql);
  await manager.query(
    `update directory_import set state = 'ready', read_at = $2, directory_mark = $3, existing_count = $4, row_count = $5, created_count = $6,
       changed_count = $7, changed_field_count = $8, unchanged_count = $9, refused_count = $10, ignored_count = $11, warned_count = $12,
       missing_count = $13, ignored_by_reason = $14, warnings_by_code = $15, fields_by_group = $16, progress_rows = $5, progress_bytes = byte_count
     where id = $1`,
    [
      due.importId,
      now,
      mark,
      count,
      tally.rows,
      tally.created,
      tally.changed,
      tally.changedFields,
      tally.unchanged,
      tally.refused,
      tally.ignored,
      tally.warned,
      missing,
      Object.fromEntries(tally.ignoredByReason),
      Object.fromEntries(tally.warningsByCode),
      staging.fieldsByGroup,
    ],
  );
}
