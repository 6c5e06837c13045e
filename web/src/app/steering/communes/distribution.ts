import { frenchNumber, type Indicator } from '@parc/domain';
import { type Bar, counted } from '@parc/ui';
import type { CommuneFigure } from '../map/communes';
import { knownValues } from '../map/communes';

/** About as many bars as a person takes in. */
const MOST_BARS = 14;

/** How many communes have about which figure. @param chosen the figure of the one that the page is about */
export function communeBars(figures: readonly CommuneFigure[], chosen: number | null): readonly Bar[] {
  const values = knownValues(figures);
  if (values.length === 0) return [];
  const width = barWidth(values[0]!, values.at(-1)!);
  const barOf = (value: number) => Math.floor(value / width + 1e-9);
  const [first, last] = [barOf(values[0]!), barOf(values.at(-1)!)];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const at = first + step;
    return {
      label: frenchNumber(at * width, width < 1 ? 1 : 0),
      count: values.filter((value) => barOf(value) === at).length,
      chosen: chosen !== null && barOf(chosen) === at,
    };
  });
}

function barWidth(lowest: number, highest: number): number {
  const rough = (highest - lowest) / MOST_BARS || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((step) => step * power >= rough * 0.8) ?? 10) * power;
}

export function distributionSentence(
  { direction }: Indicator,
  figures: readonly CommuneFigure[],
  chosen: CommuneFigure | null,
): string {
  const values = knownValues(figures);
  if (values.length === 0) return 'Aucune commune n’a encore de chiffre';
  if (chosen?.value == null) return counted(values.length, 'commune a ce chiffre', 'communes ont ce chiffre');
  const worse = values.filter((value) => (direction === 'down' ? value > chosen.value! : value < chosen.value!)).length;
  if (worse === 0) return `Aucune commune n’est plus ${direction === 'down' ? 'haut' : 'bas'}`;
  const way = direction === 'down' ? 'plus haut' : 'plus bas';
  return worse === 1 ? `Une commune est ${way}` : `${worse} communes sont ${way}`;
}

/** The four that need it most. */
export function lowestCommunes({ direction }: Indicator, figures: readonly CommuneFigure[]): readonly CommuneFigure[] {
  const less = direction === 'down' ? -1 : 1;
  return figures
    .filter((one): one is CommuneFigure & { value: number } => one.value !== null)
    .sort((one, other) => (one.value - other.value) * less)
    .slice(0, 4);
}
