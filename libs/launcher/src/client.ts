import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, staleParts } from './build.ts';
import { runEntryPoint, StartRefusal } from './refusal.ts';

const repository = join(import.meta.dirname, '../../..');
const committed = join(repository, 'libs/api-client/src');
/** Writes the OpenAPI document to the file it is given, without a database. */
const documentWriter = join(repository, 'dist/api/src/openapi.js');

/**
 * `npm run client`: writes the web client from the API's OpenAPI document, of the sources as they are now. With --check it
 * writes nothing, and fails when the client in the repository is not the one the document gives.
 */
await runEntryPoint(async () => {
  await build(repository, staleParts(repository, ['api']));
  const work = mkdtempSync(join(tmpdir(), 'parc-ecole-client-'));
  try {
    if (!process.argv.includes('--check')) return generate(work, committed);
    generate(work, join(work, 'client'));
    compare(join(work, 'client'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function generate(work: string, output: string): void {
  const document = join(work, 'openapi.json');
  run([documentWriter, document]);
  const settings = { input: document, output, indexFile: true, ignoreUnusedModels: false, silent: true };
  const parameters = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  run([join(repository, 'node_modules/ng-openapi-gen/lib/index.js'), ...parameters]);
}

function compare(fresh: string): void {
  const filesOf = (folder: string) => (existsSync(folder) ? globSync('**/*.ts', { cwd: folder }) : []);
  const names = [...new Set([...filesOf(fresh), ...filesOf(committed)])].sort();
  const read = (folder: string, name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;
  const drifted = names.filter((name) => read(fresh, name) !== read(committed, name));
  if (drifted.length === 0) return;
  process.stdout.write(
    `The client differs from the API's document (npm run client writes it):\n  ${drifted.join('\n  ')}\n`,
  );
  process.exitCode = 1;
}

/** What a program says is shown as it comes. @throws StartRefusal when it fails */
function run(parameters: string[]): void {
  const { status } = spawnSync(process.execPath, parameters, { cwd: repository, stdio: 'inherit' });
  if (status !== 0) throw new StartRefusal('Le client n’a pas pu être généré.');
}
