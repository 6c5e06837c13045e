import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandOf, waitUntil } from './processes.ts';
import { StartRefusal } from './refusal.ts';

/** Who runs from this folder: written at start, removed at the end, left behind by a SIGKILL. */
interface RunRecord {
  launcher: number;
  api: number | null;
  port: number;
}

const launcherCommand = /launcher\/src\/start\.ts/;
const apiCommand = /dist\/api\/src\/main\.js/;

/**
 * Takes the folder for this launcher. A launcher that is still running refuses the second one (they would share, and
 * stop, one database); one that was killed may have left its API, which is given time to end, else ended.
 */
export async function takeFolder(
  file: string,
  port: number,
): Promise<{ setApi(processId: number): void; leave(): void }> {
  const left = readRecord(file);
  if (left !== null) {
    if (left.launcher !== process.pid && launcherCommand.test(await commandOf(left.launcher))) {
      throw new StartRefusal(`Parc École tourne déjà depuis ce dossier\u202f: http://localhost:${left.port}`);
    }
    await endOrphan(left.api);
  }
  const record: RunRecord = { launcher: process.pid, api: null, port };
  const write = () => writeFileSync(file, JSON.stringify(record));
  mkdirSync(dirname(file), { recursive: true });
  write();
  return {
    setApi: (processId) => {
      record.api = processId;
      write();
    },
    leave: () => rmSync(file, { force: true }),
  };
}

/** The address of the launcher that runs from this folder, null when none does. */
export async function runningLauncher(file: string): Promise<string | null> {
  const record = readRecord(file);
  if (record === null || !launcherCommand.test(await commandOf(record.launcher))) return null;
  return `http://localhost:${record.port}`;
}

async function endOrphan(api: number | null): Promise<void> {
  const runs = async () => api !== null && apiCommand.test(await commandOf(api));
  if (api === null || !(await runs())) return;
  process.kill(api, 'SIGTERM');
  if (await waitUntil(async () => !(await runs()), 10_000)) return;
  process.kill(api, 'SIGKILL');
  await waitUntil(async () => !(await runs()), 2_000);
}

function readRecord(file: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return null;
  }
}
