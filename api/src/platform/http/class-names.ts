/**
 * The document knows a body or an answer by the name of its class alone: of two classes of one name it keeps one, and the
 * client that is made from it lies about the other.
 */
const classes = new Map<string, Map<object, string[]>>();

/** Notes the class of a field; every field of a body or an answer does. */
export const noteClass: PropertyDecorator = (prototype, field) => {
  const { name } = prototype.constructor;
  const alike = classes.get(name) ?? new Map<object, string[]>();
  alike.set(prototype, [...(alike.get(prototype) ?? []), String(field)]);
  classes.set(name, alike);
};

/** @throws Error that names the first of these names that two classes share, with their fields */
export function requireOneClassEach(names: readonly string[]): void {
  for (const name of names) {
    const alike = [...(classes.get(name)?.values() ?? [])];
    if (alike.length < 2) continue;
    const fields = alike.map((each) => `one of ${each.join(', ')}`).join('; ');
    throw new Error(
      `${alike.length} classes are called ${name} in the API’s document (${fields}): give each its own name`,
    );
  }
}
