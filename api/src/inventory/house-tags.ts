import type { EntityManager } from 'typeorm';

const FIGURES = 6;
/** Looked at in one go: among them may be labels that people gave themselves. */
const AT_ONCE = 500;

const tagOf = (n: number): string => `PE-${String(n).padStart(FIGURES, '0')}`;

/**
 * The next labels that the house gives: each once, in order, none that a device bears, or has borne. Whoever takes some at the same
 * time waits for this transaction's end; rolled back, they are free again.
 * @param apart what devices that come together with them bring along
 */
export async function houseTags(
  manager: EntityManager,
  count: number,
  apart: ReadonlySet<string | null> = new Set(),
): Promise<string[]> {
  if (count === 0) return [];
  const [{ last }] = await manager.query('select last from house_tag for update');
  const tags: string[] = [];
  let next = (last as number) + 1;
  let given = last as number;
  while (tags.length < count) {
    const numbers = Array.from({ length: AT_ONCE }, (_, index) => next + index);
    const known: { code: string }[] = await manager.query('select code from equipment_label where code = any($1)', [
      numbers.map(tagOf),
    ]);
    const borne = new Set(known.map(({ code }) => code));
    const free = numbers.filter((n) => !borne.has(tagOf(n)) && !apart.has(tagOf(n))).slice(0, count - tags.length);
    tags.push(...free.map(tagOf));
    given = free.at(-1) ?? given;
    next += AT_ONCE;
  }
  await manager.query('update house_tag set last = $1', [given]);
  return tags;
}
