import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fleetFaultSaid, FleetSeen, missingFleetColumns, type FleetFault } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { allowImportTime } from '../../directory/imports/import-reading.js';
import type { Actor } from '../../identity/actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { keptOutCsv, type KeptOut } from '../lists/refused-rows.js';
import { FleetImportAccess, type FleetImport } from './fleet-import.access.js';
import { batchesOf, judged } from './fleet-judged.js';
import { meaningsOf } from './fleet-memory.js';

/** All the rows of a list that stay out, as a file. */
@Injectable()
export class FleetKeptOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: FleetImportAccess,
  ) {}

  /** Of a list that is in, those that stayed out; of one that waits, those that would. @throws Refused object.not-found, fleet.columns-missing */
  async csv(actor: Actor, importId: string): Promise<Readable> {
    // As dear as a preview: it waits for its turn with them.
    const { list, rows } = await inTurn('fleetEntry', actor.accountId, () =>
      this.transactions.snapshot(async (manager) => {
        const list = await this.access.read(manager, actor, importId);
        return { list, rows: await (list.state === 'applied' ? stayedOut : wouldStayOut)(manager, list) };
      }),
    );
    return keptOutCsv(list.header, rows);
  }
}

async function stayedOut(manager: EntityManager, { id }: FleetImport): Promise<KeptOut[]> {
  const rows: { line: number; cells: string[]; faults: { faults: FleetFault[] } }[] = await manager.query(
    'select line, cells, faults from fleet_import_row where import_id = $1 and faults is not null order by line',
    [id],
  );
  return rows.map(({ line, cells, faults }) => ({ line, cells, sentences: faults.faults.map(fleetFaultSaid) }));
}

/** Judged as the preview does, with nothing done: a file is no reason to hold devices. */
async function wouldStayOut(manager: EntityManager, list: FleetImport): Promise<KeptOut[]> {
  if (missingFleetColumns(list.columns).length > 0) throw new Refused('fleet.columns-missing');
  await allowImportTime(manager);
  const [meanings, seen, out] = [await meaningsOf(manager, list), new FleetSeen(), [] as KeptOut[]];
  for await (const lines of batchesOf(manager, list))
    for (const { row, cells, judgment } of await judged(manager, list, meanings, seen, lines))
      if (judgment.outcome === 'refused')
        out.push({ line: row.line, cells, sentences: judgment.faults.map(fleetFaultSaid) });
  return out;
}
