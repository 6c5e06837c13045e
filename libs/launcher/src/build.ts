import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from './refusal.ts';

/** What each part is made from, and the file that proves it was made. */
export const builds = {
  api: { sources: ['api', 'libs/domain', 'libs/demo'], product: 'dist/api/src/main.js' },
  web: { sources: ['web', 'libs/ui', 'libs/api-client', 'libs/domain'], product: 'dist/web/browser/index.html' },
} as const;

export type Part = keyof typeof builds;

const shared = ['package-lock.json', 'tsconfig.base.json', 'nx.json', '.swcrc'];
const ignored = new Set(['node_modules', 'dist', 'test', 'coverage', '.angular']);

/** A mark of the sources' names, sizes and times: a glance at some hundreds of files, in milliseconds. */
export function sourceMark(repository: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    const status = statSync(join(repository, path), { throwIfNoEntry: false });
    if (status === undefined) return;
    if (!status.isDirectory()) {
      hash.update(`${path} ${status.size} ${status.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(repository, path)).sort()) {
      if (!ignored.has(name) && !name.endsWith('.spec.ts')) visit(`${path}/${name}`);
    }
  };
  [...sources, ...shared].forEach(visit);
  return hash.digest('hex');
}

/** The parts whose product is missing or older than a change of their sources. */
export function staleParts(repository: string, parts: Part[] = ['api', 'web']): Part[] {
  return parts.filter((part) => {
    if (!existsSync(join(repository, builds[part].product))) return true;
    const file = stampFile(repository, part);
    return !existsSync(file) || readFileSync(file, 'utf8') !== sourceMark(repository, builds[part].sources);
  });
}

/** Builds the parts through Nx, then stamps them. What Nx says is shown only when it fails. */
export async function build(repository: string, parts: Part[]): Promise<void> {
  if (parts.length === 0) return;
  const marks = parts.map((part) => sourceMark(repository, builds[part].sources));
  // A migration that was renamed must not stay beside its new name: the server would run both.
  if (parts.includes('api')) rmSync(join(repository, 'dist/api/migrations'), { recursive: true, force: true });
  const nx = join(repository, 'node_modules/nx/dist/bin/nx.js');
  const command = [nx, 'run-many', '--target=build', `--projects=${parts.join(',')}`, '--outputStyle=static'];
  const { code, output } = await spoken(process.execPath, command, repository);
  const missing = parts.filter((part) => !existsSync(join(repository, builds[part].product)));
  if (code !== 0 || missing.length > 0) {
    process.stderr.write(output);
    throw new StartRefusal(`La construction a échoué (${(missing.length > 0 ? missing : parts).join(', ')}).`);
  }
  if (parts.includes('web')) await compressWeb(repository);
  // The marks were taken before: a file saved during the build makes the next start build again.
  parts.forEach((part, index) => writeFileSync(stampFile(repository, part), marks[index] ?? ''));
}

/** The API serves the .br and .gz beside each file as they are, so they are part of the build. */
async function compressWeb(repository: string): Promise<void> {
  const { code, output } = await spoken(process.execPath, [join(repository, 'web/compress.ts')], repository);
  if (code === 0) return;
  process.stderr.write(output);
  throw new StartRefusal("La compression de l'application web a échoué.");
}

function stampFile(repository: string, part: Part): string {
  return join(repository, 'dist', `.${part}.stamp`);
}

function spoken(program: string, parameters: string[], folder: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
    const child = spawn(program, parameters, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
