type KeyInTwo<Registers extends readonly object[], Seen = never> = Registers extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? (keyof First & Seen) | KeyInTwo<Rest, Seen | keyof First>
  : never;

type Together<Registers extends readonly object[]> = Registers extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & Together<Rest>
  : unknown;

/**
 * The one place where the registers of the domains come together. A key that stands in two of them does not compile:
 * the error names it.
 * @throws Error which names it, where the registers' types have kept no names
 */
export function merged<const Registers extends readonly object[]>(
  registers: Registers &
    ([KeyInTwo<Registers>] extends [never] ? unknown : { standsInTwoRegisters: KeyInTwo<Registers> }),
): { [Key in keyof Together<Registers>]: Together<Registers>[Key] } {
  const all: Record<string, unknown> = {};
  for (const register of registers as readonly object[]) {
    for (const [key, row] of Object.entries(register)) {
      if (Object.hasOwn(all, key)) throw new Error(`"${key}" stands in two registers`);
      all[key] = row;
    }
  }
  return all as never;
}
