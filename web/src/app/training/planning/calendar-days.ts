import type { TrainingListItem } from '@parc/api-client';
import { addCalendarDays, calendarDaysBetween, mondayOf, parisDateOf } from '@parc/domain';

export const SPANS = ['mois', 'semaine'] as const;
export type Span = (typeof SPANS)[number];

export interface CalendarDay {
  readonly day: string;
  /** Of the month that is looked at. */
  readonly inside: boolean;
  readonly today: boolean;
  readonly sessions: readonly TrainingListItem[];
}

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first of the month after, or before. */
const turnMonth = (day: string, by: 1 | -1): string => firstOf(addCalendarDays(firstOf(day), by === 1 ? 31 : -1));

/** Where the period after, or before, begins. */
export const turned = (day: string, span: Span, by: 1 | -1): string =>
  span === 'mois' ? turnMonth(day, by) : addCalendarDays(mondayOf(day), 7 * by);

/** Whole weeks that show a period: from a Monday to a Sunday. */
export function daysShown(day: string, span: Span): { readonly from: string; readonly to: string } {
  const from = mondayOf(span === 'mois' ? firstOf(day) : day);
  if (span === 'semaine') return { from, to: addCalendarDays(from, 6) };
  const last = addCalendarDays(turnMonth(day, 1), -1);
  return { from, to: addCalendarDays(mondayOf(last), 6) };
}

/** Each day of the weeks shown, with its sessions in their order. */
export function calendarDays(
  day: string,
  span: Span,
  sessions: readonly TrainingListItem[],
  today: string,
): readonly CalendarDay[] {
  const { from, to } = daysShown(day, span);
  return Array.from({ length: calendarDaysBetween(from, to) + 1 }, (_, index) => {
    const one = addCalendarDays(from, index);
    return {
      ...{ day: one, today: one === today, inside: span === 'semaine' || one.slice(0, 7) === day.slice(0, 7) },
      sessions: sessions.filter(({ startsAt }) => parisDateOf(new Date(startsAt)) === one),
    };
  });
}
