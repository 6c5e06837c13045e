import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');

/**
 * The types of every project that has a tsconfig.json, each project once: what a library declares is written below
 * node_modules/.cache/types, and who uses it reads that instead of its sources. Templates are judged by the web's build.
 */
const projects = globSync(['{api,web,e2e}/tsconfig.json', 'libs/*/tsconfig.json'], { cwd: repository }).sort();
const compiler = join(repository, 'node_modules/typescript/bin/tsc');
const parameters = [compiler, '--build', ...projects, '--pretty', 'false'];
process.exitCode = spawnSync(process.execPath, parameters, { cwd: repository, stdio: 'inherit' }).status ?? 1;
