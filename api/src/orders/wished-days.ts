import { addCalendarDays } from '@parc/domain';
import { LIMITS } from '../platform/limits.js';
import { Refused, type FieldProblem } from '../platform/http/refused.js';
import type { WishRequest } from './order.dto.js';

/** @throws Refused request.invalid for a day nobody can mean, or a time that ends before it begins */
export function requireWishes(wishes: readonly WishRequest[], today: string): void {
  const fields = wishes.flatMap(({ day, from, to }, position): FieldProblem[] => [
    ...dayProblem(`wishes.${position}.day`, day, today),
    ...(to <= from
      ? [{ name: `wishes.${position}.to`, code: 'times-reversed', message: 'L’heure de fin vient avant le début.' }]
      : []),
  ]);
  if (fields.length > 0) throw new Refused('request.invalid', { fields });
}

/** @throws Refused request.invalid for a day nobody can mean */
export function requireNearDay(name: string, day: string, today: string): void {
  const fields = dayProblem(name, day, today);
  if (fields.length > 0) throw new Refused('request.invalid', { fields });
}

/** A draft taken up again still holds last spring's wish, and an appointment may be told afterwards: past days pass for a while. */
function dayProblem(name: string, day: string, today: string): FieldProblem[] {
  const { daysBefore, daysAfter } = LIMITS.visit;
  if (day < addCalendarDays(today, -daysBefore))
    return [{ name, code: 'long-past', message: 'Cette date est passée depuis longtemps.' }];
  if (day > addCalendarDays(today, daysAfter))
    return [{ name, code: 'too-far', message: 'Cette date est trop lointaine : deux ans au plus.' }];
  return [];
}
