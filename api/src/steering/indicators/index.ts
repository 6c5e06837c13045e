import type { IndicatorKey } from '@parc/domain';
import { belowLevel } from './below-level.sql.js';
import type { ObjectRows } from './object-rows.js';
import { terminalsPer100 } from './terminals-per-100.sql.js';

/** The rows of every figure, one line each: a figure without rows does not compile. */
export const OBJECT_ROWS: Readonly<Record<IndicatorKey, ObjectRows>> = {
  'below-level': belowLevel,
  'terminals-per-100': terminalsPer100,
  'to-move': terminalsPer100,
  'social-gap': terminalsPer100,
  'parity-terminals': terminalsPer100,
  theil: terminalsPer100,
};
