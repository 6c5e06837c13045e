import type { IndicatorKey } from '@parc/domain';
import { baseKitCost, baseKitFull, baseKitMissing } from './base-kit.sql.js';
import { belowLevel } from './below-level.sql.js';
import { trained } from './trained.sql.js';
import { schoolsCovered } from './schools-covered.sql.js';
import { sessionsHeld } from './sessions-held.sql.js';
import { waiting } from './waiting.sql.js';
import { waitForTraining } from './wait-for-training.sql.js';
import { support } from './support.sql.js';
import { checked } from './checked.sql.js';
import { spent } from './spent.sql.js';
import { noOrder } from './no-order.sql.js';
import { orderDays } from './order-days.sql.js';
import { ticketsPer100 } from './tickets-per-100.sql.js';
import { takenInTime } from './taken-in-time.sql.js';
import { halfDaysLost } from './half-days-lost.sql.js';
import { reopened } from './reopened.sql.js';
import { covered } from './covered.sql.js';
import { restoredInTime, restoredInTimeClass, restoreHours, restoreHoursClass } from './restored.sql.js';
import { displaysPerClass } from './displays-per-class.sql.js';
import { age, embodied, overAge } from './fleet-ages.sql.js';
import type { ObjectRows } from './object-rows.sql.js';
import { hoursPerDevice, hoursPerPupil, measured, served, subjects } from './use.sql.js';
import { underUsed } from './under-used.sql.js';
import { paritySpend } from './parity-spend.sql.js';
import { repaired } from './repaired.sql.js';
import { indexKnown, lifeGained, retiredReused, reusedBought, traced } from './reuse.sql.js';
import { redeployed, shared } from './shared.sql.js';
import { terminalsPer100 } from './terminals-per-100.sql.js';

/** The rows of every figure, one line each: a figure without rows does not compile. */
export const OBJECT_ROWS: Readonly<Record<IndicatorKey, ObjectRows>> = {
  'below-level': belowLevel,
  'base-kit-full': baseKitFull,
  'base-kit-missing': baseKitMissing,
  'base-kit-cost': baseKitCost,
  'displays-per-class': displaysPerClass,
  'parity-spend': paritySpend,
  'terminals-per-100': terminalsPer100,
  trained,
  'schools-covered': schoolsCovered,
  'sessions-held': sessionsHeld,
  waiting,
  'wait-for-training': waitForTraining,
  support,
  checked,
  spent,
  'no-order': noOrder,
  'order-days': orderDays,
  'tickets-per-100': ticketsPer100,
  'taken-in-time': takenInTime,
  'restored-in-time': restoredInTime,
  'restored-in-time-class': restoredInTimeClass,
  'restore-hours': restoreHours,
  'restore-hours-class': restoreHoursClass,
  'half-days-lost': halfDaysLost,
  reopened,
  covered,
  served,
  'hours-per-device': hoursPerDevice,
  'hours-per-pupil': hoursPerPupil,
  subjects,
  'under-used': underUsed,
  measured,
  'over-age': overAge,
  age,
  embodied,
  shared,
  redeployed,
  'reused-bought': reusedBought,
  'retired-reused': retiredReused,
  repaired,
  'index-known': indexKnown,
  'life-gained': lifeGained,
  traced,
  'to-move': terminalsPer100,
  'social-gap': terminalsPer100,
  'parity-terminals': terminalsPer100,
  theil: terminalsPer100,
};
