import { Instrumenter } from '@stryker-mutator/instrumenter';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isJudged } from './judged.ts';
import type { SourceTree } from './modules.ts';

/** One change of a rule. */
export interface Mutant {
  id: string;
  /** below the root of the sources */
  file: string;
  lineNumber: number;
  /** what stands, and what stands instead */
  original: string;
  replacement: string;
}

const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

/** Puts all mutants of `paths` into the tree at once, each behind a switch, and gives those that are judged. */
export async function plantMutants(tree: SourceTree, root: string, paths: readonly string[]): Promise<Mutant[]> {
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const planted = await new Instrumenter(quiet).instrument(files, options);
  for (const { name, content } of planted.files) tree.replace(name, content);
  const sources = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  return planted.mutants.flatMap(({ id, fileName, location, mutatorName, replacement }) => {
    const file = relative(root, fileName);
    const lines = sources.get(fileName)!;
    const line = lines[location.start.line]!;
    const original = textBetween(lines, location);
    if (!isJudged({ file, line, original, replacement, mutator: mutatorName })) return [];

    return [{ id, file, lineNumber: location.start.line + 1, original, replacement }];
  });
}

interface Position {
  line: number;
  column: number;
}

function textBetween(lines: readonly string[], { start, end }: { start: Position; end: Position }): string {
  const within = lines.slice(start.line, end.line + 1);
  if (start.line === end.line) return within[0]!.slice(start.column, end.column);
  return [within[0]!.slice(start.column), ...within.slice(1, -1), within.at(-1)!.slice(0, end.column)].join('\n');
}
