const FRENCH_ORDER = new Intl.Collator('fr', { numeric: true });

/** The order of names as a person expects it: "Salle 2" before "Salle 10", accents and capitals apart. */
export function compareNames(one: string, other: string): number {
  return FRENCH_ORDER.compare(one, other);
}

/** Sorted by name. */
export function byName<Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] {
  return all.toSorted((one, other) => compareNames(one.name, other.name));
}
