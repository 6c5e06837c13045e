import { type Indicator, indicatorOf, type IndicatorKey, reachOf } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { Refused } from '../../platform/http/refused.js';
import type { FigureFilter } from './figures.answers.js';

/** Money is for those who read amounts. */
export const reads = (actor: Actor, { subject }: Indicator): boolean =>
  subject !== 'money' || reachOf('steering.read', actor.role) !== null;

/** @throws Refused object.not-found for money, to who reads none */
export function readable(actor: Actor, key: IndicatorKey): Indicator {
  const indicator = indicatorOf(key);
  if (!reads(actor, indicator)) throw new Refused('object.not-found');
  return indicator;
}

/** What somebody narrows a figure by; empty, where they do not. */
export const choices = (filter: FigureFilter): Record<'sector' | 'kind' | 'network', string> => ({
  sector: filter.sector ?? '',
  kind: filter.kind ?? '',
  network: filter.network ?? '',
});

/**
 * The same, where schools are told one by one: of persons none is, a yes or a no would name somebody.
 * @throws Refused object.not-found, figure.axis
 */
export function readableBySchool(actor: Actor, key: IndicatorKey): Indicator {
  const indicator = readable(actor, key);
  if (indicator.subject === 'persons') throw new Refused('figure.axis');
  return indicator;
}
