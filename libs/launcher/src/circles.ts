import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * An import that leads from one folder of a source tree to another. The words a folder publishes (`X.sql.ts`) are a place
 * of their own, below its code: others read them without needing the folder, as long as they need nothing of it themselves.
 */
export interface Passage {
  file: string;
  from: string;
  to: string;
}

const importText = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

/**
 * The passages between the first-level folders below `root` (`orders`, `budgets`…). Files that stand at the root itself
 * put the folders together (app.module.ts, index.ts) and are no part of any; tests may look anywhere.
 */
export function passagesBetweenFolders(root: string): Passage[] {
  const files = globSync('*/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.spec.ts'));
  return files.sort().flatMap((file) => {
    const from = folderOf(file);
    return importsOf(readFileSync(join(root, file), 'utf8'))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(root, resolve(root, dirname(file), specifier)))
      .filter((target) => !target.startsWith('..') && target.includes(sep))
      .map((target) => ({ file, from, to: folderOf(target) }))
      .filter((passage) => passage.to !== from);
  });
}

/** A way along the passages that comes back to where it began, as its folders in order; null when there is none. */
export function findCircle(passages: Pick<Passage, 'from' | 'to'>[]): string[] | null {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of passages) next.set(from, (next.get(from) ?? new Set()).add(to));
  const finished = new Set<string>();
  const visit = (folder: string, way: string[]): string[] | null => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (finished.has(folder)) return null;
    for (const other of next.get(folder) ?? []) {
      const circle = visit(other, [...way, folder]);
      if (circle !== null) return circle;
    }
    finished.add(folder);
    return null;
  };
  for (const folder of next.keys()) {
    const circle = visit(folder, []);
    if (circle !== null) return circle;
  }
  return null;
}

function importsOf(text: string): string[] {
  return [...text.matchAll(importText)].map((match) => match[1] ?? match[2] ?? '');
}

function folderOf(path: string): string {
  const folder = path.split(sep)[0] ?? '';
  return /\.sql\.[jt]s$/.test(path) ? `${folder} (words)` : folder;
}
