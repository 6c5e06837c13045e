import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { french, HEADER_REFUSAL_WORDS, type ImportKind } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { placeFor } from '../../platform/bounds/dear-work.js';
import { ImportAccess } from './import.access.js';
import type { ImportAnswer } from './import.answers.js';
import type { HeaderRefused, OpenedFile, PlanNames } from './import-kind.js';
import { IMPORTS } from './import-kinds.js';
import { allowImportTime, ImportReading } from './import-reading.js';
import { ImportsQueries } from './imports.queries.js';
import { UploadedFile } from './uploaded-file.js';

export interface UploadedPart {
  file: Readable & { truncated?: boolean };
  filename: string;
}

/** Files brought into the directory: uploaded, read, looked at, applied. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ImportAccess,
    private readonly queries: ImportsQueries,
    private readonly reading: ImportReading,
    private readonly clock: Clock,
  ) {}

  /**
   * Receives a file, checks its header and begins to read it; nothing of the directory changes. The file keeps its place
   * until it has been read.
   * @param part takes the file from the request
   * @throws Refused import.unreadable, import.columns-missing, request.too-large, work.too-many
   */
  async upload(
    actor: Actor,
    kindName: ImportKind,
    part: () => Promise<UploadedPart>,
    write: Write,
  ): Promise<ImportAnswer> {
    const leave = await placeFor('importFile', actor.accountId);
    let giveUp = async () => leave();
    try {
      const { file: stream, filename } = await part();
      const file = await UploadedFile.receive(stream, filename);
      giveUp = () => file.remove().finally(leave);
      const kind = IMPORTS[kindName];
      const plan = await this.planNames();
      const opened = understood(kind.open(file.firstRow(), plan));
      const repeat = write.repeat && { ...write.repeat, bodyHash: `${kindName} ${file.sha256}` };
      let importId: string | null = null;
      const answer = await this.transactions.run({ ...write, repeat }, async (manager) => {
        importId = await this.store(manager, actor, kindName, file, opened);
        return this.queries.one(manager, actor, importId);
      });
      // A repeated request answers as the first time and reads nothing anew.
      if (importId) {
        giveUp = async () => undefined;
        this.reading.begin({ importId, writer: write.writer, kind, plan, opened, file, leave });
      }
      return answer;
    } finally {
      await giveUp();
    }
  }

  /**
   * Writes exactly what the preview shows, in one transaction.
   * @throws Refused object.not-found, import.state, import.changed-since
   */
  async apply(actor: Actor, importId: string, write: Write): Promise<ImportAnswer> {
    return this.transactions.run(write, async (manager) => {
      await allowImportTime(manager);
      const stored = await this.access.lock(manager, actor, importId);
      if (stored.state !== 'ready') throw new Refused('import.state');
      const kind = IMPORTS[stored.kind];
      // Nobody else writes what the file is compared with between the check and the last change.
      await manager.query(`lock table ${kind.lockedTable} in share row exclusive mode`);
      const [{ mark }] = await manager.query(kind.markSql);
      if (mark !== stored.mark) throw new Refused('import.changed-since');
      await kind.apply(manager, importId);
      await manager.query(
        `update directory_import set state = 'applied', applied_by = $2, applied_at = $3 where id = $1`,
        [importId, actor.accountId, this.clock.now()],
      );
      return this.queries.one(manager, actor, importId);
    });
  }

  private async planNames(): Promise<PlanNames> {
    const [names] = await this.dataSource.query(
      `select coalesce((select json_agg(insee_code) from commune), '[]') as territory,
              coalesce((select json_agg(uai) from (select uai from school union select uai from school_uai) known), '[]') as uais`,
    );
    return { territory: new Set<string>(names.territory), uais: new Set<string>(names.uais) };
  }

  private async store(
    manager: EntityManager,
    actor: Actor,
    kindName: ImportKind,
    file: UploadedFile,
    opened: OpenedFile<unknown>,
  ): Promise<string> {
    const [{ id }] = await manager.query(
      `insert into directory_import (kind, file_name, sha256, byte_count, encoding, separator, header_style, column_count, used_column_count, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        kindName,
        file.name,
        file.sha256,
        file.byteCount,
        file.encoding,
        file.separator,
        opened.headerStyle,
        opened.columnCount,
        opened.usedColumnCount,
        actor.accountId,
        this.clock.now(),
      ],
    );
    return id;
  }
}

/** Says beside the file why its header is not the one expected. */
function understood(opened: OpenedFile<unknown> | HeaderRefused): OpenedFile<unknown> {
  if (!('outcome' in opened)) return opened;
  const { code, columns } = opened;
  throw new Refused(code === 'columns-missing' ? 'import.columns-missing' : 'import.unreadable', {
    columns,
    fields: [{ name: 'file', code, message: french(HEADER_REFUSAL_WORDS[code](columns)) }],
  });
}
