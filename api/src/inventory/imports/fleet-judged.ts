import { judgeFleetRow, readFleetRow, type FleetSeen } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { FleetLine } from './fleet-file.js';
import type { FleetImport } from './fleet-import.access.js';
import { fleetKnown } from './fleet-known.js';
import type { FleetMeanings } from './fleet-memory.js';

const BATCH_ROWS = 1_000;

/** Rows of a list in their order, so many at a time. */
export async function* batchesOf(manager: EntityManager, { id }: FleetImport): AsyncGenerator<FleetLine[]> {
  let after = 0;
  for (;;) {
    const lines: FleetLine[] = await manager.query(
      'select line, cells from fleet_import_row where import_id = $1 and line > $2 order by line limit $3',
      [id, after, BATCH_ROWS],
    );
    if (lines.length === 0) return;
    after = lines.at(-1)!.line;
    yield lines;
  }
}

/** What is to be done with each row, as words and the fleet stand now. */
export async function judged(
  manager: EntityManager,
  { columns }: FleetImport,
  meanings: FleetMeanings,
  seen: FleetSeen,
  lines: readonly FleetLine[],
) {
  const read = lines.map(({ line, cells }) => readFleetRow(cells, line, columns));
  const named = await fleetKnown(
    manager,
    read.map(({ row }) => row),
  );
  return read.map((one, index) => ({
    ...{ row: one.row, cells: lines[index]!.cells },
    ...judgeFleetRow(one, { ...meanings, ...named }, seen),
  }));
}
