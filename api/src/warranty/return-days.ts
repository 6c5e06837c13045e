import { addCalendarDays } from '@parc/domain';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

/** Somebody asks the maker on a day to come, within the year. ISO dates. @throws Refused warranty.review-wrong */
export function requireReview(reviewOn: string, today: string): void {
  if (reviewOn <= today || reviewOn > addCalendarDays(today, LIMITS.tickets.reviewWithinDays))
    throw new Refused('warranty.review-wrong');
}
