import { type Indicator, INDICATORS, type IndicatorKey, neededPeriods, REDUCES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { placed } from '../../platform/database/placed.js';
import { Refused } from '../../platform/http/refused.js';
import type { FigureTime } from '../figures/figure-calendar.service.js';
import { periodParameters } from '../figures/working-out.service.js';
import { OBJECT_ROWS } from '../indicators/index.js';
import { CSV_TYPE, type EditionPart, partOf } from './edition-part.js';
import { CELLS_OF, rowsBehind, SCHOOLS_OF, SUM_OF } from './frozen-figures.sql.js';
import type { FrozenCell, FrozenFigure, FrozenSchool } from './open-data.js';
import { type OpenField, openCsv } from './open-csv.js';

/** A figure with its parts: what it says, what its schools say, what stands behind. */
export interface FrozenWithParts {
  figure: FrozenFigure;
  parts: EditionPart[];
}

/**
 * The figures as one transaction sees them, one at a time so that no more than one is in memory with its rows.
 * @throws Refused edition.no-figures when one is not worked out; edition.moving when its rows no longer add up to it
 */
export async function* frozenFigures(manager: EntityManager, time: FigureTime): AsyncGenerator<FrozenWithParts> {
  for (const indicator of INDICATORS as readonly Indicator[]) {
    // A plan without a calendar of holidays has no periods of class.
    if (neededPeriods(indicator, time.calendar).some(({ isFigure }) => isFigure))
      yield await frozen(manager, indicator, time);
  }
}

async function frozen(manager: EntityManager, indicator: Indicator, time: FigureTime): Promise<FrozenWithParts> {
  const of = [indicator.key, indicator.version];
  const [sum]: { known: number | null; population: number | null; from: string; to: string }[] = await manager.query(
    SUM_OF,
    of,
  );
  if (sum === undefined) throw new Refused('edition.no-figures');
  const period = { from: sum.from, to: sum.to };
  const cells: FrozenCell[] = await manager.query(CELLS_OF, of);
  const schools: FrozenSchool[] = await manager.query(SCHOOLS_OF, of);
  const parts = [partOf(`cellules/${indicator.key}.csv`, CSV_TYPE, openCsv(CELL_FIELDS, cells as unknown as Row[]))];
  if (schools.length > 0)
    parts.push(partOf(`ecoles/${indicator.key}.csv`, CSV_TYPE, openCsv(SCHOOL_FIELDS, schools as unknown as Row[])));
  // Who stands behind a figure of persons is nobody's to keep.
  if (indicator.subject !== 'persons') {
    const rows = await behind(manager, indicator, period, time);
    if (!addUpTo(rows, sum, indicator)) throw new Refused('edition.moving');
    parts.push(partOf(`lignes/${indicator.key}.csv`, CSV_TYPE, openCsv(ROW_FIELDS, rows)));
  }
  return { figure: { indicator, period, cells, schools }, parts };
}

/** Whether the rows are those of the figure; what compares parts of the plan leaves some of the known ones out. */
function addUpTo(
  rows: readonly Row[],
  sum: { known: number | null; population: number | null },
  { reduce }: Indicator,
): boolean {
  const known = rows.filter((row) => row['known']).length;
  return rows.length === (sum.population ?? 0) && (REDUCES[reduce].sides !== null || known === (sum.known ?? 0));
}

type Row = Record<string, unknown>;

function behind(
  manager: EntityManager,
  { key }: Indicator,
  period: { from: string; to: string },
  time: FigureTime,
): Promise<Row[]> {
  const source = OBJECT_ROWS[key as IndicatorKey];
  const { sql, values } = placed(rowsBehind(source.sql(null)), {
    ...periodParameters(period, time),
    ...source.settings?.(time.settings),
  });
  return manager.query(sql, values);
}

const field = (name: string): OpenField => ({ name, type: 'string', title: name, description: '', required: false });
const fieldsOf = (...names: string[]) => names.map(field);
const NUMBERS = ['num', 'den', 'value'];
const CELL_FIELDS = fieldsOf(
  'axis',
  'part',
  'name',
  'sector',
  'kind',
  'network',
  ...NUMBERS,
  'high',
  'known',
  'population',
  'masked',
);
const SCHOOL_FIELDS = fieldsOf(
  'uai',
  'name',
  'commune',
  'insee',
  'sector',
  'kind',
  'network',
  ...NUMBERS,
  'known',
  'population',
);
const ROW_FIELDS = fieldsOf('uai', 'object', 'num', 'den', 'known');
