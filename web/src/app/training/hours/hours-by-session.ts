import type { UnmarkedHoursItem } from '@parc/api-client';

/** One session with those of whom it is not said yet. */
export interface SessionHours {
  readonly number: string;
  readonly title: string;
  readonly kind: UnmarkedHoursItem['moduleKind'];
  readonly startsAt: string;
  readonly people: readonly UnmarkedHoursItem[];
}

/** In the order of the list. */
export function hoursBySession(rows: readonly UnmarkedHoursItem[]): readonly SessionHours[] {
  const sessions = new Map<string, UnmarkedHoursItem[]>();
  for (const row of rows) sessions.set(row.sessionNumber, [...(sessions.get(row.sessionNumber) ?? []), row]);
  return [...sessions.entries()].map(([number, people]) => {
    const { moduleTitle: title, moduleKind: kind, startsAt } = people[0]!;
    return { number, title, kind, startsAt, people };
  });
}
