import { kindsOf, PREREQUISITES, type Prerequisite } from '@parc/domain';

/** Where an item says that it needs each prerequisite. */
export const NEED_FIELDS = {
  power: 'needsPower',
  network: 'needsNetwork',
  furniture: 'needsFurniture',
} as const satisfies Record<Prerequisite, string>;

export const NEED_COLUMNS: Readonly<Record<Prerequisite, string>> = {
  power: 'needs_power',
  network: 'needs_network',
  furniture: 'needs_furniture',
};

type NeededFields = Record<(typeof NEED_FIELDS)[Prerequisite], boolean>;

export function neededFields(needs: readonly Prerequisite[]): NeededFields {
  return Object.fromEntries(
    kindsOf(PREREQUISITES).map((need) => [NEED_FIELDS[need], needs.includes(need)]),
  ) as NeededFields;
}
