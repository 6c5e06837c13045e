export type ConflictAnswer = 'note' | 'new-report' | 'to-that-one' | 'without-state' | 'deposit';

/** What became of an object meanwhile, and what its reader may still do with what they wrote. */
const ANSWERS = {
  taken: ['note', 'new-report', 'deposit'],
  resolved: ['note', 'new-report', 'deposit'],
  cancelled: ['note', 'new-report', 'deposit'],
  merged: ['to-that-one', 'deposit'],
  'device-moved': ['without-state', 'deposit'],
  'device-retired': ['without-state', 'deposit'],
  'out-of-scope': ['deposit'],
} as const satisfies Readonly<Record<string, readonly ConflictAnswer[]>>;

/** What is left of an object for who wrote on it without a network. */
export type Standing = 'open' | keyof typeof ANSWERS;

/** An object as it was read, or as it is now, as far as an act may compete with what others did to it. */
export interface ObjectSeen {
  readonly version: number;
  readonly standing: Standing;
  /** JSON values by name. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly by?: string;
  readonly at?: string;
  readonly into?: { readonly id: string; readonly number: string };
}

/** A field that both sides wrote, each something else. */
export interface Competing {
  readonly name: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Rebased =
  /** Nothing competes: sent again under the same key, on this version; what changed meanwhile is told. */
  | { readonly kind: 'merged'; readonly version: number; readonly changed: readonly string[] }
  | {
      readonly kind: 'ask';
      readonly version: number;
      readonly changed: readonly string[];
      readonly fields: readonly Competing[];
    }
  | {
      readonly kind: 'answer';
      readonly why: Exclude<Standing, 'open'>;
      readonly answers: readonly ConflictAnswer[];
      readonly into?: { readonly id: string; readonly number: string };
    };

/**
 * What became of an act that was refused because its object had changed.
 * @param read the object as it stood in the packet
 * @param mine the fields that the act writes
 * @param now the object as it stands
 */
export function rebase(read: ObjectSeen, mine: Readonly<Record<string, unknown>>, now: ObjectSeen): Rebased {
  const { standing, version, into } = now;
  // It stood so when it was read: the act was written knowing it.
  if (standing !== 'open' && standing !== read.standing) {
    return { kind: 'answer', why: standing, answers: ANSWERS[standing], ...(into ? { into } : {}) };
  }
  const names = new Set([...Object.keys(read.fields), ...Object.keys(now.fields)]);
  const changed = [...names].filter((name) => !isSame(read.fields[name], now.fields[name]));
  const fields = changed
    .filter((name) => name in mine && !isSame(mine[name], now.fields[name]))
    .map((name) => ({ name, mine: mine[name], theirs: now.fields[name] }));
  return fields.length === 0 ? { kind: 'merged', version, changed } : { kind: 'ask', version, changed, fields };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one) ?? null) === JSON.stringify(sorted(other) ?? null);
}

/** PostgreSQL and a form name the parts of one value in another order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parts.map(([name, part]) => [name, sorted(part)]));
}
