import { type Indicator, maskedCells, type PersonCell, type PersonClass } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { placed } from '../../platform/database/placed.js';
import { MASK_CELLS, type PeriodRole, writeCells, writePersonCells } from './cells.sql.js';

interface Written {
  cells: PersonCell[];
  classes: PersonClass[];
}

type Parameters = Readonly<Record<string, unknown>>;

/** Writes the cells of one period. @param rows the statement of its object rows */
export async function writePlain(
  manager: EntityManager,
  indicator: Indicator,
  rows: string,
  role: PeriodRole,
  parameters: Parameters,
): Promise<void> {
  const { sql, values } = placed(writeCells(indicator, rows, role), parameters);
  await manager.query(sql, values);
}

/** Of persons: what tells of few is emptied in the same transaction, so that nobody ever reads it, nor finds it kept. */
export async function writeMasked(
  manager: EntityManager,
  indicator: Indicator,
  rows: string,
  role: PeriodRole,
  parameters: Parameters,
): Promise<void> {
  const { sql, values } = placed(writePersonCells(indicator, rows, role), parameters);
  const [written]: Written[] = await manager.query(sql, values);
  const { cells, classes } = written!;
  const masked = [...maskedCells(indicator, cells, classes)].map(({ axis, part, sector, network }) => ({
    ...{ axis, part, sector, network },
  }));
  const mask = placed(MASK_CELLS, { cells: JSON.stringify(masked), period: parameters['period'] });
  await manager.query(mask.sql, mask.values);
}
