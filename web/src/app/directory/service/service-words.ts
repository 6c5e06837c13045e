import type { ServiceClosingBody, ServiceStretchBody } from '@parc/api-client';
import { hoursOfMinutes, readPlainDate } from '@parc/domain';
import { time } from '@parc/ui';

/** "8 h – 12 h, 13 h 30 – 17 h 30": as it is read. */
export function dayWords(stretches: readonly ServiceStretchBody[]): string {
  return stretches.map(({ from, to }) => `${time(from)} – ${time(to)}`).join(', ') || 'fermé';
}

/** "8h-12h, 13h30-17h30": as it is typed. */
export function dayText(stretches: readonly ServiceStretchBody[]): string {
  return stretches.map(({ from, to }) => `${timeText(from)}-${timeText(to)}`).join(', ');
}

function timeText(time: string): string {
  const [hour, minute] = time.split(':');
  return `${Number(hour)}h${minute === '00' ? '' : minute}`;
}

/** What was typed of a day, empty when it is closed: "8h-12h, 13h30-17h30" too. Null when it cannot be read. */
export function readDay(text: string): ServiceStretchBody[] | null {
  const stretches = text.split(/[,;]/).filter((part) => part.trim() !== '');
  const read = stretches.map((stretch) => {
    const [from, to, ...more] = stretch.split(/[-–à]/).map(readTime);
    return from && to && more.length === 0 ? { from, to } : null;
  });
  return read.every((one) => one !== null) ? read : null;
}

/** "8", "8 h", "8h30", "08:30" */
function readTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:\s*[h:]\s*(\d{2})?)?$/.exec(text.trim());
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : null;
}

/** "4 h", "4 h 30", "45 min" as minutes; null when it is none, or nothing. */
export function readMinutes(text: string): number | null {
  const parts = /^(?:(\d{1,4})\s*h(?:\s*(\d{1,2}))?|(\d{1,5})\s*min)$/.exec(text.trim());
  if (!parts) return null;
  const minutes = parts[3] === undefined ? Number(parts[1]) * 60 + Number(parts[2] ?? 0) : Number(parts[3]);
  return minutes > 0 ? minutes : null;
}

/** "8 h, soit 1 jour": a target as it is read. */
export function targetWords(minutes: number, dayMinutes: number): string {
  const days = minutes / dayMinutes;
  if (!Number.isInteger(days)) return hoursOfMinutes(minutes);
  return `${hoursOfMinutes(minutes)}, soit ${days} ${days === 1 ? 'jour' : 'jours'}`;
}

/** One a line: "24/12/2026 au 31/12/2026", or a day alone. */
export function closingsText(closings: readonly ServiceClosingBody[]): string {
  return closings.map(({ from, to }) => (from === to ? french(from) : `${french(from)} au ${french(to)}`)).join('\n');
}

/** Null when a line is no period. */
export function readClosings(text: string): ServiceClosingBody[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const [from, to, ...more] = line.split(/\bau\b/).map(readPlainDate);
    return from && to !== null && more.length === 0 ? { from, to: to ?? from } : null;
  });
  return read.every((one) => one !== null) ? read : null;
}

function french(day: string): string {
  return day.split('-').reverse().join('/');
}
