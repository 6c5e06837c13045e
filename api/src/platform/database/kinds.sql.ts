import { type Kind, kindsOf } from '@parc/domain';

/** A word of the code as SQL; what somebody wrote travels as a parameter, never here. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}

/**
 * True where the column holds one of the kinds; where it is null or there are none, not. A list's filter by words of the code,
 * which its query's fields have checked, is written so too: PostgreSQL then knows how many rows bear the word and keeps one
 * plan, where by a parameter it plans at every request, which takes longer than the page itself.
 */
export function anyOf(column: string, kinds: readonly string[]): string {
  if (kinds.length === 0) return 'false';
  return kinds.length === 1 ? `${column} = ${quoted(kinds[0]!)}` : `${column} in (${kinds.map(quoted).join(', ')})`;
}

/** True where the column holds none of the kinds. @param differs `<>` for a column that is never null */
export function noneOf(column: string, kinds: readonly string[], differs: '<>' | 'is distinct from'): string {
  return kinds.map((kind) => `${column} ${differs} ${quoted(kind)}`).join(' and ') || 'true';
}

/** The branches of a `case`, one a row; a row that answers null falls to what comes after. */
export function whenEach<Rows extends object>(
  rows: Rows,
  condition: (literal: string) => string,
  answer: (kind: Kind<Rows>) => string | null,
): string {
  return kindsOf(rows)
    .flatMap((kind) => {
      const then = answer(kind);
      return then === null ? [] : `when ${condition(quoted(kind))} then ${then}`;
    })
    .join(' ');
}
