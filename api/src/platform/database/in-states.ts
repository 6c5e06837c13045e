/** A named set of states as SQL, over the column that holds one: `o.state in ('scheduled', 'in-progress')`. Nothing is in an empty set. */
export function inStates(column: string, states: readonly string[]): string {
  const quoted = states.map((state) => `'${state}'`);
  if (quoted.length === 0) return 'false';
  return quoted.length === 1 ? `${column} = ${quoted[0]}` : `${column} in (${quoted.join(', ')})`;
}
