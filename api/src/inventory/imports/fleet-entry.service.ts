import { Injectable } from '@nestjs/common';
import { FleetSeen, missingFleetColumns, type FleetFault, type FleetRow } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { allowImportTime } from '../../directory/imports/import-reading.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { FleetBringing, type Brought } from './fleet-bringing.js';
import { FleetImportAccess, type FleetImport } from './fleet-import.access.js';
import { faultCounts } from './fleet-imports.queries.js';
import type { FleetLine } from './fleet-file.js';
import { batchesOf, judged } from './fleet-judged.js';
import { lockDevices } from './fleet-known.js';
import { meaningsOf, type FleetMeanings } from './fleet-memory.js';
import { FleetTally, nameOf } from './fleet-tally.js';
import { wordsToShow } from './fleet-words.js';
import type { FleetEntry } from './fleet.answers.js';
import type { FleetEntryRequest } from './fleet.dto.js';

/** A list of existing devices comes in: what it says of each row is done, batch after batch, all or nothing. */
@Injectable()
export class FleetEntryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: FleetImportAccess,
    private readonly bringing: FleetBringing,
    private readonly clock: Clock,
  ) {}

  /** Does all of it and takes it back. @throws Refused fleet.columns-missing, fleet.applied */
  preview(actor: Actor, importId: string, write: Write): Promise<FleetEntry> {
    return this.transactions.preview(write, async (manager) =>
      this.enterIn(manager, actor, await this.access.lockWaiting(manager, actor, importId, write)),
    );
  }

  /** @throws Refused fleet.columns-missing, fleet.applied, fleet.nothing-new, fleet.changed-since */
  apply(actor: Actor, importId: string, seen: FleetEntryRequest, write: Write): Promise<FleetEntry> {
    return this.transactions.run(write, async (manager) => {
      const list = await this.access.lockWaiting(manager, actor, importId, write);
      const entry = await this.enterIn(manager, actor, list);
      const { created, changed, refused } = entry.counts;
      if (created !== seen.seenCreated || changed !== seen.seenChanged || refused !== seen.seenRefused)
        throw new Refused('fleet.changed-since');
      if (created + changed === 0 && entry.counts.unchanged === 0) throw new Refused('fleet.nothing-new');
      return entry;
    });
  }

  private async enterIn(manager: EntityManager, actor: Actor, list: FleetImport): Promise<FleetEntry> {
    if (missingFleetColumns(list.columns).length > 0) throw new Refused('fleet.columns-missing');
    await allowImportTime(manager);
    // What the index of the search gathers of so many devices is sorted in memory, not laid down in many small passes.
    await manager.query(`set local work_mem = '64MB'`);
    const meanings = await meaningsOf(manager, list);
    const [tally, seen] = [new FleetTally(), new FleetSeen()];
    const held = await hold(manager, list, meanings);
    for await (const lines of batchesOf(manager, list))
      await this.take(manager, actor, { list, meanings, tally, seen, held }, lines);
    await this.conclude(manager, actor, list, tally);
    const { undecided, recognised, words } = await wordsToShow(manager, tally.words, meanings);
    return {
      ...{ importId: list.id, rows: tally.rows, counts: tally.counts, faults: faultCounts(tally.faults) },
      ...{
        waiting: tally.waiting,
        undecided,
        recognised,
        words,
        refusedRows: tally.refused,
        changedRows: tally.changed,
      },
    };
  }

  private async take(
    manager: EntityManager,
    actor: Actor,
    { list, meanings, tally, seen, held }: Course,
    lines: readonly FleetLine[],
  ): Promise<void> {
    const brought: Brought[] = [];
    const refused: { row: FleetRow; faults: readonly FleetFault[] }[] = [];
    for (const { row, judgment, said } of await judged(manager, list, meanings, seen, lines)) {
      tally.take(row, judgment, said);
      if (judgment.outcome === 'refused') refused.push({ row, faults: judgment.faults });
      else if (judgment.outcome !== 'unchanged') brought.push({ row, judgment });
      // It moved between the two looks: what is to be done with it was never held.
      if (judgment.outcome === 'changed' && !held.has(judgment.device.id)) throw new Refused('fleet.changed-since');
    }
    const { devices, rooms } = await this.bringing.bringIn(manager, actor, list, brought);
    // A label that the house gave just now may stand in a later row, of another device.
    devices.forEach(({ id }, index) => seen.lineOf('device', id, brought[index]!.row.line));
    tally.counts.rooms += rooms;
    if (refused.length > 0)
      await manager.query(KEEP_FAULTS, [
        list.id,
        JSON.stringify(refused.map(({ row, faults }) => ({ line: row.line, faults: { name: nameOf(row), faults } }))),
      ]);
  }

  /** The list becomes its own report: what came in needs its rows no more. */
  private async conclude(manager: EntityManager, actor: Actor, { id }: FleetImport, tally: FleetTally): Promise<void> {
    await manager.query('delete from fleet_import_row where import_id = $1 and faults is null', [id]);
    const { created, unchanged, changed, refused, rooms } = tally.counts;
    await manager.query(
      `update fleet_import set state = 'applied', applied_by = $2, applied_at = $3, created_count = $4, unchanged_count = $5,
         changed_count = $6, refused_count = $7, room_count = $8, faults = $9, version = version + 1 where id = $1`,
      [id, actor.accountId, this.clock.now(), created, unchanged, changed, refused, rooms, tally.faults],
    );
  }
}

interface Course {
  list: FleetImport;
  meanings: FleetMeanings;
  tally: FleetTally;
  seen: FleetSeen;
  /** Devices that nobody moves meanwhile. */
  held: ReadonlySet<string>;
}

/** A first look, which does nothing: the devices that rows change are held all at once, whichever batch names them. */
async function hold(manager: EntityManager, list: FleetImport, meanings: FleetMeanings): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const seen = new FleetSeen();
  for await (const lines of batchesOf(manager, list))
    for (const { judgment } of await judged(manager, list, meanings, seen, lines))
      if (judgment.outcome === 'changed') changed.add(judgment.device.id);
  await lockDevices(manager, [...changed]);
  return changed;
}

const KEEP_FAULTS = `update fleet_import_row w set faults = t.faults
  from jsonb_to_recordset($2::jsonb) as t (line int, faults jsonb) where w.import_id = $1 and w.line = t.line`;
