import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as domain from '@parc/domain';
import { LIFECYCLES, type LifecycleWords } from '@parc/domain';

/** By file, the names of libs/domain that a walk imports. */
const walks = globSync('*-walk.spec.ts', { cwd: import.meta.dirname }).map((file) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const imported = [...text.matchAll(/^import \{([^}]*)\} from '@parc\/domain';/gm)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim().replace(/^type /, '')),
  );
  return { file, imported };
});

const isList = (value: unknown, words: readonly string[]) =>
  Array.isArray(value) && [...value].sort().join() === [...words].sort().join();

/** What libs/domain exports of a lifecycle: the list of its states; its table, or the list of its actions. */
function namesOf({ table, states }: LifecycleWords): { ofStates: string[]; ofMoves: string[] } {
  const exported = Object.entries<unknown>(domain);
  const actions = [...new Set(table.moves.map(({ action }) => action))];
  return {
    ofStates: exported.filter(([, value]) => isList(value, Object.keys(states))).map(([name]) => name),
    ofMoves: exported.filter(([, value]) => value === table || isList(value, actions)).map(([name]) => name),
  };
}

describe('a table of moves', () => {
  it.each(LIFECYCLES.map((lifecycle) => [lifecycle.title, lifecycle] as const))(
    'is walked, state × action × role, on the running API: %s',
    (title, lifecycle) => {
      const { ofStates, ofMoves } = namesOf(lifecycle);
      const imports = (imported: readonly string[], names: readonly string[]) =>
        names.some((name) => imported.includes(name));
      const walking = walks.filter(({ imported }) => imports(imported, ofStates) && imports(imported, ofMoves));
      const missing = `no api/test/*-walk.spec.ts walks « ${title} »: it imports ${ofStates.join(' or ')}, and ${ofMoves.join(' or ')}`;
      expect(walking.length > 0 ? 'walked' : missing).toBe('walked');
    },
  );
});
