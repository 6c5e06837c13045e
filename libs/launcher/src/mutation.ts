import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EQUIVALENTS } from './mutation/equivalents.ts';
import { doubtfulEquivalents } from './mutation/judged.ts';
import { SourceTree } from './mutation/modules.ts';
import { type Mutant, plantMutants } from './mutation/mutants.ts';
import { Trial } from './mutation/trial.ts';

const root = join(import.meta.dirname, '../../domain/src');
/** Percent of the judged mutants that some specification notices. */
const GOAL = 95;

/**
 * `npm run mutation [FOLDER or FILE…]`: changes each rule of libs/domain in turn, in memory, and runs the specifications
 * that meet the change. What nobody notices is printed with its line; the score is per file.
 */
const wanted = process.argv.slice(2);
const paths = globSync('**/*.ts', { cwd: root })
  .filter((file) => !/\.(?:spec|fixture)\.ts$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word) || file.includes(`/${word}`)))
  .sort()
  .map((file) => join(root, file));
// A specification that reads the repository's files judges their text, which a change in memory does not touch.
const specs = globSync('**/*.spec.ts', { cwd: root })
  .filter((spec) => !readFileSync(join(root, spec), 'utf8').includes("'node:fs'"))
  .sort();

const tree = new SourceTree();
const mutants = await plantMutants(tree, root, paths);
const trial = new Trial(
  tree,
  specs.map((spec) => join(root, spec)),
);
trial.prepare();

const total = { noticed: 0, judged: 0 };
for (const [file, own] of Map.groupBy(mutants, (mutant) => mutant.file)) {
  const unnoticed = own.filter((mutant) => !trial.isNoticed(mutant));
  say(file, own.length - unnoticed.length, own.length);
  for (const mutant of unnoticed) print(mutant);
  total.noticed += own.length - unnoticed.length;
  total.judged += own.length;
}
say('all', total.noticed, total.judged);
process.stdout.write(`${EQUIVALENTS.length} changes that change nothing are listed with their reasons, not counted\n`);
for (const { listed, times } of doubtfulEquivalents(paths.map((path) => relative(root, path)))) {
  const { file, original, replacement } = listed;
  process.stdout.write(`${file}: the listed change ${original}  →  ${replacement} is found ${times} times, not once\n`);
  process.exitCode = 1;
}
if (total.noticed * 100 < total.judged * GOAL) process.exitCode = 1;

function say(name: string, noticed: number, judged: number): void {
  const percent = judged === 0 ? 100 : (noticed * 100) / judged;
  process.stdout.write(`${name.padEnd(44)} ${percent.toFixed(1).padStart(5)} %  ${noticed} of ${judged}\n`);
}

function print(mutant: Mutant): void {
  const [original, replacement] = [mutant.original, mutant.replacement].map(shown);
  const met = trial.isMet(mutant) ? '' : ' (no specification comes there)';
  process.stdout.write(`  ${mutant.lineNumber}: ${original}  →  ${replacement}${met}\n`);
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 107)}…` : line;
}
