import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { directoryFile } from './directory-file.ts';
import { memoryMegabytes, processorSeconds } from './house.ts';
import type { Ground } from './reads.ts';
import type { Figure } from './rows.ts';

/** As many as the national directory has. */
const schools = 68_000;
const size = '68,000 rows';
const lookEveryMilliseconds = 50;

interface Preview {
  id: string;
  state: string;
  counts: { created: number };
}

/**
 * A file of the whole national directory, every school of it new: uploaded until its preview stands, then applied; and the
 * most memory the API held meanwhile. The plan is another one afterwards: this row comes last.
 */
export async function directoryImport(ground: Ground): Promise<Figure[]> {
  const { database, house } = ground;
  const communes = await database.query<{ insee_code: string }>('select insee_code from commune order by insee_code');
  const content = directoryFile(
    schools,
    communes.rows.map(({ insee_code }) => insee_code),
  );
  const memory = watchMemory(house.apiProcessId);
  try {
    const preview = await timed(house.apiProcessId, () => look(ground, content));
    const { id, counts } = preview.answer;
    if (counts.created !== schools) throw new Error(`The file creates ${counts.created} schools of ${schools}.`);
    const applied = await timed(house.apiProcessId, () => send(ground, `/${id}/apply`));
    const megabytes = (content.length / 1e6).toFixed(0);
    const shared = { size, unit: 's', higherIsBetter: false };
    return [
      {
        row: 'directory preview',
        ...shared,
        value: preview.seconds,
        goal: 10,
        detail: `${megabytes} MB, ${preview.detail}`,
      },
      { row: 'directory apply', ...shared, value: applied.seconds, goal: 20, detail: applied.detail },
      ...memory.figure(),
    ];
  } finally {
    memory.stop();
  }
}

async function look(ground: Ground, content: Buffer): Promise<Preview> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), 'annuaire.csv');
  const { id } = await send(ground, '?kind=national-directory', form);
  for (;;) {
    const preview = await ask(ground, `/${id}`, {});
    if (preview.state === 'ready') return preview;
    if (preview.state !== 'reading') throw new Error(`The file is ${preview.state}.`);
    await pause(lookEveryMilliseconds);
  }
}

function send(ground: Ground, path: string, body?: FormData): Promise<Preview> {
  return ask(ground, path, { method: 'POST', headers: { 'idempotency-key': randomUUID() }, ...(body ? { body } : {}) });
}

async function ask({ house, manager }: Ground, path: string, request: RequestInit): Promise<Preview> {
  const answer = await fetch(`${house.origin}/api/v1/imports${path}`, {
    ...request,
    headers: { ...manager.headers, ...request.headers },
  });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return (await answer.json()) as Preview;
}

async function timed<T>(
  processId: number,
  work: () => Promise<T>,
): Promise<{ answer: T; seconds: number; detail: string }> {
  const [begin, processor] = [performance.now(), processorSeconds(processId)];
  const answer = await work();
  const seconds = (performance.now() - begin) / 1000;
  const spent = processorSeconds(processId);
  const detail =
    processor === null || spent === null ? '' : `of which the API's processor ${(spent - processor).toFixed(1)} s`;
  return { answer, seconds, detail };
}

/** Looks at the process' memory as time passes; no figure where the system does not tell. */
function watchMemory(processId: number): { figure(): Figure[]; stop(): void } {
  const before = memoryMegabytes(processId);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most ?? 0, memoryMegabytes(processId) ?? 0)), lookEveryMilliseconds);
  return {
    stop: () => clearInterval(watch),
    figure: () =>
      before === null || most === null
        ? []
        : [
            {
              row: 'directory memory',
              size,
              value: most,
              unit: 'MB',
              goal: 300,
              higherIsBetter: false,
              detail: `most the API process held meanwhile; ${before.toFixed(0)} before`,
            },
          ],
  };
}
