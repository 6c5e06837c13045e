import { Injectable } from '@nestjs/common';
import { fleetSource, isOfPeople, recogniseFleet, type FleetMapping } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { roomOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { allowImportTime } from '../../directory/imports/import-reading.js';
import { Clock } from '../../platform/clock.js';
import type { Joined } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { stockPlaceOf } from '../equipment.sql.js';
import { keptCell, type FleetFile, type FleetLine } from './fleet-file.js';
import { FleetImportAccess } from './fleet-import.access.js';
import { FleetImportsQueries } from './fleet-imports.queries.js';
import { rememberDecisions, rememberedFleetColumns, rememberFleetColumns } from './fleet-memory.js';
import type { FleetImportPage } from './fleet.answers.js';
import type { FleetDecisionRequest, FleetListRequest } from './fleet.dto.js';

const { fleetList: BOUND } = LIMITS;
const BATCH_ROWS = 500;
const SAMPLES = 20;
const LONGEST_HEADING = 200;

/** Lists of existing devices that wait: kept as they were sent, without what they say of people. */
@Injectable()
export class FleetImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: FleetImportAccess,
    private readonly queries: FleetImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused fleet.list-too-long, fleet.lists-waiting, delivery.list-empty, import.unreadable */
  add(actor: Actor, file: FleetFile, write: Write): Promise<FleetImportPage> {
    const repeat = write.repeat && { ...write.repeat, bodyHash: file.sha256 };
    return this.transactions.run({ ...write, repeat }, async (manager) => {
      await allowImportTime(manager);
      const [{ count }] = await manager.query(
        `select count(*)::int as count from fleet_import where state = 'waiting'`,
      );
      if (count >= BOUND.waiting) throw new Refused('fleet.lists-waiting');
      const importId = await this.keep(manager, actor, file);
      return this.queries.pageIn(manager, actor, importId);
    });
  }

  /** Says where columns are, and what words mean. @throws Refused fleet.applied, fleet.word-unknown, version.stale */
  write(actor: Actor, importId: string, said: FleetListRequest, write: Write): Promise<FleetImportPage> {
    return this.transactions.run(write, async (manager) => {
      const list = await this.access.lockWaiting(manager, actor, importId, write);
      if (said.columns) {
        const columns: FleetMapping = Object.fromEntries(said.columns.map(({ column, place }) => [column, place]));
        await manager.query('update fleet_import set columns = $2 where id = $1', [importId, columns]);
        await rememberFleetColumns(manager, list, columns);
      }
      const { decisions = [] } = said;
      await requireThere(manager, decisions);
      await rememberDecisions(manager, list.source, decisions, { accountId: actor.accountId, at: this.clock.now() });
      await manager.query('update fleet_import set version = version + 1 where id = $1', [importId]);
      return this.queries.pageIn(manager, actor, importId);
    });
  }

  /** Takes a list away that waits: nothing of it comes in. */
  remove(actor: Actor, importId: string, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockWaiting(manager, actor, importId, write);
      await manager.query('delete from fleet_import where id = $1', [id]);
      return { id };
    });
  }

  /** While the database keeps one batch, nothing else of the file is held. */
  private async keep(manager: EntityManager, actor: Actor, file: FleetFile): Promise<string> {
    let importId: string | null = null;
    let header: string[] = [];
    let kept = 0;
    let batch: FleetLine[] = [];
    const flush = async () => {
      importId ??= await this.begin(manager, actor, file, header, batch);
      kept += batch.length;
      if (kept > BOUND.rows) throw new Refused('fleet.list-too-long');
      await manager.query(KEEP_ROWS, [importId, JSON.stringify(batch)]);
      batch = [];
    };
    let ofPeople = new Set<number>();
    for await (const { line, cells } of file.rows()) {
      const filled = cells.filter((cell) => cell.trim() !== '').length;
      if (cells.length > BOUND.columns) throw new Refused('fleet.list-too-long');
      if (header.length === 0) {
        // What stands above the headings is a title of one cell.
        if (filled < 2) continue;
        header = cells.map((cell) => keptCell(cell).trim().slice(0, LONGEST_HEADING));
        ofPeople = new Set(header.flatMap((heading, place) => (isOfPeople(heading) ? [place] : [])));
        continue;
      }
      if (filled === 0) continue;
      batch.push({ line, cells: cells.map((cell, place) => (ofPeople.has(place) ? '' : keptCell(cell))) });
      if (batch.length === BATCH_ROWS) await flush();
    }
    if (batch.length > 0) await flush();
    if (importId === null) throw new Refused('delivery.list-empty');
    await manager.query('update fleet_import set row_count = $2 where id = $1', [importId, kept]);
    return importId;
  }

  private async begin(
    manager: EntityManager,
    actor: Actor,
    { name, sha256 }: FleetFile,
    header: readonly string[],
    first: readonly FleetLine[],
  ): Promise<string> {
    const samples = first.slice(0, SAMPLES).map(({ cells }) => cells);
    const kind = recogniseFleet(header, samples);
    const source = fleetSource(kind, header);
    const [{ id }] = await manager.query(
      `insert into fleet_import (kind, source, file_name, sha256, header, samples, columns, row_count, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) returning id`,
      [
        ...[kind, source, name, sha256, JSON.stringify(header), JSON.stringify(samples.slice(0, 1))],
        await rememberedFleetColumns(manager, source, header),
        ...[actor.accountId, this.clock.now()],
      ],
    );
    return id as string;
  }
}

const KEEP_ROWS = `insert into fleet_import_row (import_id, line, cells)
  select $1, line, cells from jsonb_to_recordset($2::jsonb) as t (line int, cells jsonb)`;

const countOf = ([table, alias, on]: Joined, and = 'true') =>
  `(select count(*)::int from ${table} ${alias} where ${on} and ${and})`;

const THERE = `select ${countOf(itemOf('any($1)'), `i.kind = 'model'`)} as models, ${countOf(stockPlaceOf('any($2)'))} as stocks,
  ${countOf(schoolOf('any($3)'))} as schools, ${countOf(roomOf('any($4)'), 'not r.removed')} as rooms`;

/** A decision names one thing of its topic that is there, or nothing. @throws Refused fleet.word-unknown */
async function requireThere(manager: EntityManager, decisions: readonly FleetDecisionRequest[]): Promise<void> {
  if (decisions.length === 0) return;
  for (const { topic, modelId, state, stockPlaceId, schoolId, roomId } of decisions) {
    const named = { model: [modelId], state: [state], place: [stockPlaceId, schoolId] };
    const told = Object.entries(named).flatMap(([of, ids]) => ids.filter(Boolean).map(() => of));
    if (told.length > 1 || told.some((of) => of !== topic) || (roomId && !schoolId))
      throw new Refused('fleet.word-unknown');
  }
  const ids = (key: 'modelId' | 'stockPlaceId' | 'schoolId' | 'roomId') => [
    ...new Set(decisions.flatMap((one) => one[key] ?? [])),
  ];
  const [found] = await manager.query(THERE, [ids('modelId'), ids('stockPlaceId'), ids('schoolId'), ids('roomId')]);
  const there =
    found.models === ids('modelId').length &&
    found.stocks === ids('stockPlaceId').length &&
    found.schools === ids('schoolId').length &&
    found.rooms === ids('roomId').length;
  if (!there) throw new Refused('fleet.word-unknown');
}
