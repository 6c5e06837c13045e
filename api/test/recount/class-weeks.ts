import type { Tables } from './tables.js';

export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Mondays of weeks with three class days or more between Monday and Friday, that are over, from the week of the plan's first day on. */
export function mondaysOfClass(tables: Tables, start: string, dataDay: string): string[] {
  const bank = new Set(tables.of<{ day: string }>('public_holiday').map(({ day }) => day));
  const bridges = tables.of<{ zone: string; day: string; is_holiday: boolean }>('school_bridge_day');
  const holidays = tables.of<{ zone: string; from_day: string; to_day: string }>('school_holiday');
  const isClass = (day: string) =>
    !bank.has(day) &&
    !bridges.some((row) => row.zone === 'A' && row.day === day && row.is_holiday) &&
    !holidays.some((row) => row.zone === 'A' && row.from_day <= day && day <= row.to_day);
  const mondays: string[] = [];
  let monday = start;
  while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = dayPlus(monday, -1);
  for (; dayPlus(monday, 6) <= dataDay; monday = dayPlus(monday, 7))
    if ([0, 1, 2, 3, 4].filter((days) => isClass(dayPlus(monday, days))).length >= 3) mondays.push(monday);
  return mondays;
}
