import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { directoryFile } from './directory-file.ts';
import { timed, watchMemory } from './imports.ts';
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
  const memory = watchMemory(house.apiProcessId, 'directory memory', size);
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
