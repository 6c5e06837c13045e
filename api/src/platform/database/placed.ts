/** A statement written by hand, ready to be sent. */
export interface Placed {
  sql: string;
  values: unknown[];
}

/**
 * Puts `$1`, `$2`… where a statement says `:name`, each name once however often it stands; `::type` is left alone.
 * @throws Error on a name without a value: a misspelt one would else be sent as it stands
 */
export function placed(sql: string, parameters: Readonly<Record<string, unknown>>): Placed {
  const names: string[] = [];
  const text = sql.replace(/(?<![:\w]):([a-z]\w*)/gi, (_, name: string) => {
    if (!Object.hasOwn(parameters, name)) throw new Error(`No value for :${name}`);
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { sql: text, values: names.map((name) => parameters[name]) };
}
