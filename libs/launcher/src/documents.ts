import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run documents`: writes the documents of libs/domain/docs that come from tables; `npm test` compares them. */
const check = join(import.meta.dirname, 'check.ts');
const env = { ...process.env, UPDATE_GOLDEN: '1' };
const parameters = [check, 'unit', 'libs/domain/docs'];
process.exitCode = spawnSync(process.execPath, parameters, { env, stdio: 'inherit' }).status ?? 1;
