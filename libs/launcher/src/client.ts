import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const committed = join(repository, 'libs/api-client/src');
/** Writes the OpenAPI document to the file it is given, without a database. */
const documentWriter = join(repository, 'dist/api/src/openapi.js');

/**
 * `npm run client`: writes the web client from the API's OpenAPI document. With --check it writes nothing, and fails when
 * the client in the repository is not the one the document gives.
 */
const work = mkdtempSync(join(tmpdir(), 'parc-ecole-client-'));
try {
  const checking = process.argv.includes('--check');
  const document = join(work, 'openapi.json');
  run([documentWriter, document]);
  const fresh = checking ? join(work, 'client') : committed;
  run([
    join(repository, 'node_modules/ng-openapi-gen/lib/index.js'),
    ...[
      '--input',
      document,
      '--output',
      fresh,
      '--indexFile',
      'true',
      '--ignoreUnusedModels',
      'false',
      '--silent',
      'true',
    ],
  ]);
  if (checking) compare(fresh);
} finally {
  rmSync(work, { recursive: true, force: true });
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

function run(parameters: string[]): void {
  const { status } = spawnSync(process.execPath, parameters, { cwd: repository, stdio: 'inherit' });
  if (status === 0) return;
  rmSync(work, { recursive: true, force: true });
  process.exit(status ?? 1);
}
