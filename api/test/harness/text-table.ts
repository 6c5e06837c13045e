import type { Role } from '@parc/domain';

/** Reads a table as a person writes it: a row a line, cells between bars, the first line names the columns. */
export function textTable(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => {
    if (cells.length !== head!.length)
      throw new Error(`a row of ${cells.length} cells, not ${head!.length}: ${cells.join(' | ')}`);
    return Object.fromEntries(head!.map((name, index) => [name, cells[index]!]));
  });
}

/** The words of a cell. */
export const words = (cell: string): string[] => cell.split(' ').filter((word) => word !== '');

/** One row of a lifecycle, as the tests expect it. */
export interface TextMove {
  state: string;
  action: string;
  who: Role[];
  bySystem: boolean;
  next: string;
  reason: boolean;
  guards: string[];
  told: string[];
}

const LETTERS: Record<string, Role> = {
  T: 'teacher',
  H: 'school-head',
  K: 'technician',
  X: 'installer',
  M: 'plan-manager',
  I: 'inspector',
  E: 'digital-trainer',
};

/**
 * A lifecycle in words, one row for each state and action: T teacher, H head, K technician, X installer's firm, M plan
 * manager, I inspector, E digital trainer, S the system; r after an action: a reason is required; next "=": the same state.
 */
export function textMoves(text: string): TextMove[] {
  return textTable(text).flatMap((row) => {
    const [action, reason] = words(row.action!);
    const who = words(row.who!);
    return words(row.state!).map((state) => ({
      ...{ state, action: action!, who: who.flatMap((letter) => LETTERS[letter] ?? []), bySystem: who.includes('S') },
      ...{ next: row.next === '=' ? state : row.next!, reason: reason === 'r' },
      ...{ guards: words(row.guards ?? ''), told: words(row.told ?? '') },
    }));
  });
}

/** What a role may do in a state by these rows, sorted, as a refusal by state names it. */
export function possibleFor(moves: readonly TextMove[], role: Role, state: string): string {
  const possible = moves.filter((move) => move.state === state && move.who.includes(role));
  return possible
    .map(({ action }) => action)
    .sort()
    .join(' ');
}
