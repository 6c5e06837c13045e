import { civilYearOf } from '@parc/domain';
import type { PlanSettings } from '../platform/config/plan-settings.js';
import { Refused } from '../platform/http/refused.js';

/** After `order.cutOff` schools draft only, until the year ends. @throws Refused order.cut-off-passed with the date */
export function requireBeforeCutOff(settings: PlanSettings, today: string): void {
  const { month, day } = settings['order.cutOff'];
  const cutOff = `${civilYearOf(today)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (today > cutOff) throw new Refused('order.cut-off-passed', { from: cutOff });
}
