import type { PlacedFigure, PlacedSchool } from '@parc/api-client';
import { indicatorOf, type IndicatorKey, PRIORITIES, SCHOOL_KINDS } from '@parc/domain';
import { counted, NO_BREAK_SPACE } from '@parc/ui';

/** « écoles élémentaires en REP »: those that a school is read beside. */
export function likeWords({ kind, network }: Pick<PlacedSchool, 'kind' | 'network'>, count: number): string {
  return `${counted(count, 'école')} de même nature (${SCHOOL_KINDS[kind].word}), ${PRIORITIES[network].ofSchools}`;
}

const rank = (place: number): string => (place === 1 ? '1re' : `${place}e`);

/** Of one school a figure may say no more than yes or no: it has no place among others. */
export const isYesOrNo = ({ key, den }: Pick<PlacedFigure, 'key' | 'den'>): boolean =>
  den === 1 && indicatorOf(key as IndicatorKey).counted[1] === 'écoles';

/** « 3e sur 24, de la plus haute à la plus basse »: where it stands among its like; a place, no judgement. */
export function placeWords(figure: PlacedFigure): string {
  const { key, like, lower, higher, value, median } = figure;
  if (value === null) return 'Ce chiffre n’est pas connu pour cette école.';
  if (isYesOrNo(figure)) return figure.num === 0 ? 'Cette école n’en est pas.' : 'Cette école en est.';
  if (like < 2 || median === null) return 'Aucune école semblable à qui la comparer.';
  const { direction } = indicatorOf(key as IndicatorKey);
  const [before, way] =
    direction === 'down' ? [lower, 'de la plus basse à la plus haute'] : [higher, 'de la plus haute à la plus basse'];
  const equal = like - lower - higher;
  return `${rank(before + 1)}${equal > 1 ? ' à égalité' : ''} sur${NO_BREAK_SPACE}${like}, ${way}`;
}

/** Where a value stands on the track from the lowest to the highest, 0 to 100. */
export function onTrack(value: number, { lowest, highest }: Pick<PlacedFigure, 'lowest' | 'highest'>): number {
  if (lowest === null || highest === null || highest <= lowest) return 50;
  return Math.min(100, Math.max(0, ((value - lowest) * 100) / (highest - lowest)));
}
