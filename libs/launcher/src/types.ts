import { spawn } from 'node:child_process';
import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const cache = join(repository, 'node_modules/.cache/types');

/** Checks the types of every project that has a tsconfig.json, one after the other, reusing what has not changed. */
mkdirSync(cache, { recursive: true });
const projects = globSync(['{api,web,e2e}/tsconfig.json', 'libs/*/tsconfig.json'], { cwd: repository }).sort();
for (const project of projects) {
  const code = await checkTypes(project);
  if (code === 0) continue;
  process.stdout.write(`types: ${project} fails\n`);
  process.exitCode = 1;
}

function checkTypes(project: string): Promise<number> {
  const memory = join(cache, `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const parameters = ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', memory, '--pretty', 'false'];
  return new Promise((resolve) => {
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [compiler, ...parameters], { cwd: repository, stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
