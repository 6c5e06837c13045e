import { kindChoices, SECTORS, type SchoolSector, capital } from '@parc/domain';
import type { FilterChip } from '@parc/ui';

/** The communes that a reader may choose from. */
type Communes = readonly { readonly id: string; readonly name: string }[];

/** Filters that several lists have; the `id` of a chip is its name in the address. */
export function sectorChip(value: SchoolSector | null): FilterChip {
  return {
    id: 'secteur',
    label: 'Secteur',
    value,
    options: kindChoices(SECTORS).map(({ value: sector, label }) => ({ value: sector, label: capital(label) })),
  };
}

/** @returns false where there is nothing to choose from: one commune, or none known yet */
export function communeChip(value: string | null, communes: Communes): FilterChip | false {
  if (communes.length < 2) return false;
  const options = communes.map(({ id, name }) => ({ value: id, label: name }));
  return { id: 'commune', label: 'Commune', value, options };
}
