import type { FigureAnswer } from '@parc/api-client';
import { frenchNumber, indicatorOf, type IndicatorKey, UNITS } from '@parc/domain';
import type { CurvePoint } from '@parc/ui';
import { monthAndYear, stateOf } from '../figures/figure-words';

const PACE = {
  waiting: ', le rythme ne suffit pas',
  progress: ', au rythme qu’il faut',
  done: ', la cible est atteinte',
} as const;

/** « 43 de moins depuis nov. 2024, le rythme ne suffit pas »: the curve's own answer. */
export function trendSentence(answer: FigureAnswer, points: readonly CurvePoint[]): string {
  const indicator = indicatorOf(answer.key as IndicatorKey);
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return 'Pas encore de courbe';
  const { decimals, change } = UNITS[indicator.unit];
  const digits = indicator.leads === 'numerator' ? 0 : decimals;
  const gone = Number((last.value! - first.value!).toFixed(digits));
  const state = stateOf(answer);
  const pace = state === null || !(state.tone in PACE) ? '' : PACE[state.tone as keyof typeof PACE];
  if (gone === 0) return `Sans changement depuis ${monthAndYear(first.day)}${pace}`;
  const unit = indicator.leads === 'numerator' || change === '' || change === 'pour 100' ? '' : ` ${change}`;
  return `${frenchNumber(Math.abs(gone), digits)}${unit} de ${gone > 0 ? 'plus' : 'moins'} depuis ${monthAndYear(first.day)}${pace}`;
}
