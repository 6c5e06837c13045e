import { Injectable } from '@nestjs/common';
import { FLEET_FAULTS, fleetFaultSaid, missingFleetColumns, type FleetFault, type FleetFaultCode } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { renderPage } from '../../platform/http/page.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import type { FleetFaultCount, FleetImportPage, FleetRefusedRow } from './fleet.answers.js';
import type { FleetImportQuery } from './fleet.dto.js';
import { fleetImportScope, type FleetImport } from './fleet-import.access.js';

const COUNTS = `json_build_object('created', i.created_count, 'unchanged', i.unchanged_count, 'changed', i.changed_count,
  'refused', i.refused_count, 'rooms', i.room_count)`;

const COLUMNS = {
  id: 'i.id',
  kind: 'i.kind',
  fileName: 'i.file_name',
  state: 'i.state',
  uploadedByName: 'u.name',
  uploadedAt: 'i.uploaded_at',
  appliedByName: 'a.name',
  appliedAt: 'i.applied_at',
  rows: 'i.row_count',
  counts: COUNTS,
};

const PAGE = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}, i.version, i.header, i.samples, i.columns, i.faults
  from fleet_import i ${join(accountOf('i.uploaded_by', 'u'))} ${leftJoin(accountOf('i.applied_by', 'a'))}`;

type PageRow = Omit<
  FleetImportPage,
  'sample' | 'columns' | 'missing' | 'faults' | 'refusedRows' | 'uploadedAt' | 'appliedAt'
> &
  Pick<FleetImport, 'columns'> & {
    samples: string[][];
    faults: Record<string, number>;
    uploadedAt: Date;
    appliedAt: Date | null;
  };

/** What screens read of lists of existing devices: scope by `fleetImportScope` alone. */
@Injectable()
export class FleetImportsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of `FleetImports`, the latest first. */
  list(actor: Actor, query: FleetImportQuery): Promise<string> {
    const scope = fleetImportScope(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('fleet_import', 'i')
      .innerJoin(...accountOf('i.uploaded_by', 'u'))
      .leftJoin(...accountOf('i.applied_by', 'a'))
      .where(scope.sql, scope.parameters);
    for (const [name, sql] of Object.entries(COLUMNS)) rows.addSelect(sql, name);
    const inOrder = rows.orderBy('i.uploaded_at', 'DESC').addOrderBy('i.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, inOrder, query);
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, importId: string): Promise<FleetImportPage> {
    return this.pageIn(this.dataSource.manager, actor, importId);
  }

  async pageIn(manager: EntityManager, actor: Actor, importId: string): Promise<FleetImportPage> {
    const [row]: PageRow[] = await manager.query(`${PAGE} where i.id = $1 and ${fleetImportScope(actor).sql}`, [
      importId,
    ]);
    if (!row) throw new Refused('object.not-found');
    const { samples, columns, faults, uploadedAt, appliedAt, ...rest } = row;
    return {
      ...rest,
      uploadedAt: uploadedAt.toISOString(),
      appliedAt: appliedAt?.toISOString() ?? null,
      sample: samples[0] ?? [],
      columns: Object.entries(columns).map(([column, place]) => ({ column: column as keyof typeof columns, place })),
      missing: missingFleetColumns(columns),
      faults: faultCounts(faults),
      refusedRows: row.state === 'applied' ? await refusedRows(manager, importId) : [],
    };
  }
}

/** Counts with their words, the largest first. */
export const faultCounts = (faults: Readonly<Record<string, number>>): FleetFaultCount[] =>
  (Object.entries(faults) as [FleetFaultCode, number][])
    .map(([code, rows]) => ({ code, label: FLEET_FAULTS[code].kind, rows }))
    .sort((one, other) => other.rows - one.rows || one.code.localeCompare(other.code));

export const refusedRow = (line: number, name: string, faults: readonly FleetFault[]): FleetRefusedRow => ({
  ...{ line, name },
  faults: faults.map((fault) => ({
    ...{ code: fault.code, column: fault.column, value: fault.value, sentence: fleetFaultSaid(fault) },
  })),
});

async function refusedRows(manager: EntityManager, importId: string): Promise<FleetRefusedRow[]> {
  const rows: { line: number; faults: { name: string; faults: FleetFault[] } }[] = await manager.query(
    'select line, faults from fleet_import_row where import_id = $1 and faults is not null order by line limit $2',
    [importId, LIMITS.fleetList.shownRows],
  );
  return rows.map(({ line, faults }) => refusedRow(line, faults.name, faults.faults));
}
