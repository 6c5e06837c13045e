import type { BreakdownPart, MapCommune } from '@parc/api-client';
import { figureText, frenchNumber, type Indicator, isFigureShown, roundedFigure, UNITS } from '@parc/domain';
import type { MapCell } from './hexagon-map';
import { mapColour, mapSteps, type MapStep, shortNames } from './map-words';

/** A commune with its figure; null: nothing can be said of it. */
export interface CommuneFigure {
  readonly commune: MapCommune;
  readonly part: BreakdownPart | null;
  readonly value: number | null;
}

export function communeFigures(
  communes: readonly MapCommune[],
  parts: readonly BreakdownPart[],
): readonly CommuneFigure[] {
  const byId = new Map(parts.map((part) => [part.part, part]));
  return communes.map((commune) => {
    const part = byId.get(commune.id) ?? null;
    return { commune, part, value: isFigureShown(part) ? part.value : null };
  });
}

export const knownValues = (figures: readonly CommuneFigure[]): readonly number[] =>
  figures.flatMap(({ value }) => (value === null ? [] : [value])).sort((one, other) => one - other);

export const stepsOf = (figures: readonly CommuneFigure[]): readonly MapStep[] => mapSteps(knownValues(figures));

export function mapCells(indicator: Indicator, figures: readonly CommuneFigure[]): readonly MapCell[] {
  const steps = stepsOf(figures);
  const short = shortNames(figures.map(({ commune }) => commune));
  const wide = steps.some(({ from }) => from >= 10);
  return figures.flatMap(({ commune, value }) => {
    const { id, name, latitude, longitude, schools } = commune;
    if (latitude === null || longitude === null) return [];
    const told = schools === 0 ? 'sans école du plan' : value === null ? 'sans chiffre' : figureText(indicator, value);
    const decimals = wide ? 0 : UNITS[indicator.unit].decimals;
    return [
      {
        ...{ id, name, latitude, longitude, short: short.get(id) ?? '' },
        text: value === null ? '' : frenchNumber(roundedFigure(indicator, value), decimals),
        colour: schools === 0 || value === null ? null : mapColour(value, steps),
        told: `${name}, ${told}`,
      },
    ];
  });
}

/** The middle one; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** What the map shows, in one sentence: who stands lowest, or highest where less is better. */
export function mapSentence(indicator: Indicator, figures: readonly CommuneFigure[]): string {
  const known = figures.filter((one): one is CommuneFigure & { value: number } => one.value !== null);
  if (known.length === 0) return 'Aucune commune n’a encore de chiffre.';
  const less = indicator.direction === 'down' ? -1 : 1;
  const [worst] = [...known].sort((one, other) => (one.value - other.value) * less);
  const best = known.reduce((kept, one) => ((one.value - kept.value) * less > 0 ? one : kept));
  if (known.length === 1) return `${worst!.commune.name} : ${figureText(indicator, worst!.value)}.`;
  return `De ${figureText(indicator, worst!.value)} à ${worst!.commune.name} à ${figureText(indicator, best.value)} à ${best.commune.name}.`;
}

export function communeRows(figures: readonly CommuneFigure[]): readonly (readonly (string | number)[])[] {
  return figures
    .filter(({ commune }) => commune.schools > 0)
    .map(({ commune, part, value }) => [
      commune.name,
      value === null ? '' : Math.round(value * 100) / 100,
      part?.num ?? '',
      part?.den ?? '',
      commune.schools,
    ]);
}
