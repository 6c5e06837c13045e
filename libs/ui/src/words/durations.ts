import { NARROW_SPACE, NO_BREAK_SPACE } from './typography.js';

/**
 * "35 min", "2 h 10", "1 j 3 h": the two largest units that count, never more.
 * @param minutes whole minutes, zero or more
 */
export function duration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  if (days > 0) return joined(unit(days, 'j'), hours > 0 ? unit(hours, 'h') : '');
  if (hours > 0) return joined(unit(hours, 'h'), rest > 0 ? String(rest).padStart(2, '0') : '');
  return unit(rest, 'min');
}

/** "encore 2 h 10", "en retard de 35 min". @param minutes whole minutes left; negative when late */
export function remaining(minutes: number): string {
  return minutes < 0
    ? `en retard de${NO_BREAK_SPACE}${duration(-minutes)}`
    : `encore${NO_BREAK_SPACE}${duration(minutes)}`;
}

function unit(value: number, word: string): string {
  return `${value}${NARROW_SPACE}${word}`;
}

function joined(first: string, second: string): string {
  return second === '' ? first : `${first}${NARROW_SPACE}${second}`;
}
