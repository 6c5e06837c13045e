import type { CurveEvent as EventAnswer, FigureAnswer } from '@parc/api-client';
import { type IndicatorKey, indicatorOf, isFigureShown, leadingTarget, leadingText } from '@parc/domain';
import { type CurveEvent, type CurvePoint, type CurveTarget, wholeNumber } from '@parc/ui';
import { leadingValue, monthAndYear } from './figure-words';

/** What a curve shows of a figure from a day on. @param from ISO date; null: all of it */
export function curvePoints({ key, curve, figure }: FigureAnswer, from: string | null): readonly CurvePoint[] {
  const indicator = indicatorOf(key as IndicatorKey);
  const points = [...curve, ...(figure !== null && figure.to > (curve.at(-1)?.to ?? '') ? [figure] : [])];
  return points
    .filter(({ to }) => from === null || to >= from)
    .map((point) => ({ day: point.to, value: leadingValue(indicator, point) }));
}

export function curveTarget({ key, figure, target }: FigureAnswer): CurveTarget | null {
  const indicator = indicatorOf(key as IndicatorKey);
  if (target === null || !isFigureShown(figure)) return null;
  const value = leadingTarget(indicator, target.value, figure);
  return {
    value,
    by: target.by,
    word: `cible ${leadingText(indicator, value)}`,
    byWord: target.by === null ? '' : monthAndYear(target.by),
  };
}

/** What a curve turns by, in words. */
export function curveEvents(events: readonly EventAnswer[]): readonly CurveEvent[] {
  return events.map(({ day, word, devices }) => ({
    day,
    word: devices === null ? word : `${wholeNumber(devices)} appareils`,
    dayWord: monthAndYear(day),
  }));
}

/** A curve as its table: a line a point, what is not known left empty. */
export function curveRows(answer: FigureAnswer, from: string | null): readonly (readonly (string | number)[])[] {
  const indicator = indicatorOf(answer.key as IndicatorKey);
  return curvePoints(answer, from).map(({ day, value }) => [
    monthAndYear(day),
    value === null ? '' : indicator.leads === 'numerator' ? value : Math.round(value * 100) / 100,
  ]);
}
