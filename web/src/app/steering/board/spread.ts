import type { SpreadDot } from '@parc/api-client';
import { frenchNumber, type Indicator, kindsOf, SECTORS, UNITS, capital } from '@parc/domain';
import { counted, type DotGroup, dotsBeyond, dotsEnd } from '@parc/ui';

type Value = { readonly value: number; readonly count: number };

/** Schools by sector, then by network: two ways to group the same. */
export function spreadGroups(indicator: Indicator, dots: readonly SpreadDot[]): readonly DotGroup[] {
  const sectors = kindsOf(SECTORS).map((sector) => ({
    label: capital(SECTORS[sector].word),
    dots: dots.filter((dot) => dot.sector === sector),
  }));
  const inNetwork = (network: string) => network !== 'none';
  const networks = [
    { label: 'REP et REP+', dots: dots.filter(({ network }) => inNetwork(network)) },
    { label: 'Hors réseau', dots: dots.filter(({ network }) => !inNetwork(network)) },
  ];
  return [sectors, networks].flatMap((groups, way) =>
    groups
      .filter((group) => group.dots.length > 0)
      .map(({ label, dots: own }, place) => {
        const values = own.map(({ value, schools }) => ({ value, count: schools })).sort((a, b) => a.value - b.value);
        const median = weightedMedian(values);
        return {
          label,
          note: counted(sum(values), 'école'),
          dots: values,
          median,
          medianWord: median === null ? '' : `${way + place === 0 ? 'médiane ' : ''}${inUnit(indicator, median)}`,
          begins: way > 0 && place === 0,
        };
      }),
  );
}

/** The gaps between the middles, in one sentence. */
export function spreadSentence(indicator: Indicator, groups: readonly DotGroup[], mark: number): string {
  const [one, other, third, fourth] = groups;
  const told = [gap(indicator, other, one), gap(indicator, third, fourth)].filter((text) => text !== '');
  const beyond = dotsBeyond(groups, mark);
  if (beyond > 0)
    told.push(`${counted(beyond, 'école')} au-delà de ${inUnit(indicator, dotsEnd(groups, mark))}, au bord`);
  return told.length === 0 ? 'Un point par école.' : `${told.join('. ')}.`;
}

function gap(indicator: Indicator, one?: DotGroup, other?: DotGroup): string {
  if (!one || !other || one.median === null || other.median === null) return '';
  const { decimals } = UNITS[indicator.unit];
  const difference = Number((one.median - other.median).toFixed(decimals));
  if (difference === 0) return `${one.label} : comme ${other.label.toLowerCase()}`;
  return `${one.label} : ${frenchNumber(Math.abs(difference), decimals)} de ${difference > 0 ? 'plus' : 'moins'} que ${other.label.toLowerCase()}`;
}

function weightedMedian(values: readonly Value[]): number | null {
  const half = sum(values) / 2;
  let before = 0;
  for (const { value, count } of values) {
    before += count;
    if (before >= half) return value;
  }
  return null;
}

export const inUnit = (indicator: Indicator, value: number): string =>
  frenchNumber(value, UNITS[indicator.unit].decimals);
const sum = (values: readonly Value[]) => values.reduce((all, { count }) => all + count, 0);

/** What the dots show as a table: a line a group. */
export function spreadRows(groups: readonly DotGroup[]): readonly (readonly (string | number)[])[] {
  return groups.map(({ label, dots, median }) => [
    label,
    dots.reduce((all, { count }) => all + count, 0),
    dots[0]?.value ?? '',
    median ?? '',
    dots.at(-1)?.value ?? '',
  ]);
}
