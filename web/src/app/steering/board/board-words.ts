import { type ChipWords, counted } from '@parc/ui';

/** How many objectives stand well, how many are watched, how many say nothing yet. @param all of the plan */
export function boardTitle(states: readonly (ChipWords | null)[], all: number): string {
  const known = states.filter((state) => state !== null);
  const watched = known.filter(({ tone }) => tone === 'waiting').length;
  const well = known.length - watched;
  const silent = all - known.length;
  const told = [
    ...(well > 0 ? [`${counted(well, 'objectif')} en bonne voie`] : []),
    ...(watched > 0 ? [well > 0 ? `${watched} à surveiller` : `${counted(watched, 'objectif')} à surveiller`] : []),
  ];
  if (told.length === 0) return 'Où en est le plan';
  return `${told.join(', ')}${silent > 0 ? `, ${silent} sans cible ou sans chiffre` : ''}`;
}
