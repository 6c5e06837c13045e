import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what is worked out once for all test files of a run; the workers inherit its name. */
export function openRunFolder(): void {
  process.env['TEST_RUN_FOLDER'] = mkdtempSync(join(tmpdir(), 'parc-ecole-run-'));
}

export function removeRunFolder(): void {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/**
 * The text that `make` answers, which depends on the sources alone: the first of a run's test files writes it down, the others
 * read it. Two that come at once both make it, and the file is whole at any moment.
 */
export function onceARun(name: string, make: () => string): string {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) return make();
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = make();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return text;
}
