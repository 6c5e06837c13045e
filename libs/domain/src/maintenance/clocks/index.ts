export * from './clock-axis.js';
export * from './clock-words.js';
export * from './clocks.js';
export * from './service-hours.js';
export type { Stop, StopReason } from './spans.js';
export { STANDARD_TARGETS, type TargetMinutes, type Targets } from './spending.js';
export * from './service-settings.js';
export * from './ticket-history.js';
export * from './warnings.js';
export {
  addWorkingMinutes,
  minuteOf,
  minutesBetween,
  presenceTime,
  type SchoolDays,
  type ServiceCalendar,
  serviceTime,
  type WorkingTime,
} from './working-time.js';
