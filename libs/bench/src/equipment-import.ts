import { randomUUID } from 'node:crypto';
import { glpiFile } from './equipment-file.ts';
import { timed, watchMemory } from './imports.ts';
import type { Ground } from './reads.ts';
import type { Figure } from './rows.ts';

/** As many as a plan of this size has, twice over. */
const devices = 17_000;
const size = '17,000 rows';

interface List {
  id: string;
  version: number;
  rows: number;
  counts: { created: number; unchanged: number; changed: number; refused: number };
}

/** A list of 17,000 devices of GLPI, all of them new: sent, looked at, brought in, and sent a second time. */
export async function equipmentImport(ground: Ground): Promise<Figure[]> {
  const { database, house } = ground;
  const schools = await database.query<{ uai: string; name: string; communeName: string }>(
    `select s.uai, s.name, m.name as "communeName" from school s join commune m on m.id = s.commune_id
      where s.state = 'open' order by s.uai`,
  );
  const models = await database.query<{ name: string }>(
    `select name from catalogue_item where kind = 'model' and state = 'validated' order by reference`,
  );
  const content = glpiFile(devices, { schools: schools.rows, models: models.rows.map(({ name }) => name) });
  const memory = watchMemory(house.apiProcessId, 'equipment import memory', size);
  try {
    const sent = await timed(house.apiProcessId, () => send(ground, content));
    const looked = await timed(house.apiProcessId, () => apply(ground, sent.answer, true));
    const applied = await timed(house.apiProcessId, () => apply(ground, sent.answer, false, looked.answer.counts));
    requireSum(applied.answer, { created: devices, unchanged: 0 });
    const again = await apply(ground, await send(ground, content), true);
    requireSum(again, { created: 0, unchanged: devices });
    const shared = { size, unit: 's', higherIsBetter: false } as const;
    const [file, preview] = [sent.seconds, looked.seconds].map((seconds) => seconds.toFixed(1));
    return [
      {
        ...{ row: 'equipment import preview', ...shared, value: sent.seconds + looked.seconds, goal: 10 },
        detail: `${(content.length / 1e6).toFixed(0)} MB kept in ${file} s, looked at in ${preview} s, ${looked.detail}`,
      },
      { row: 'equipment import apply', ...shared, value: applied.seconds, goal: 20, detail: applied.detail },
      ...memory.figure(),
    ];
  } finally {
    memory.stop();
  }
}

/** Whatever the figure says, it is of a list that came in whole. */
function requireSum({ counts }: List, { created, unchanged }: { created: number; unchanged: number }): void {
  if (counts.created !== created || counts.unchanged !== unchanged || counts.refused + counts.changed > 0)
    throw new Error(`The list brings ${JSON.stringify(counts)} of ${devices} devices.`);
}

function send(ground: Ground, content: Buffer): Promise<List> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), 'glpi.csv');
  return ask(ground, '', { headers: { 'idempotency-key': randomUUID() }, body: form });
}

function apply(ground: Ground, { id, version }: List, preview: boolean, counts?: List['counts']): Promise<List> {
  const seen = counts && { seenCreated: counts.created, seenChanged: counts.changed, seenRefused: counts.refused };
  return ask(ground, `/${id}/apply${preview ? '?preview=true' : ''}`, {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': `"${version}"` },
    body: JSON.stringify(seen ?? {}),
  });
}

async function ask({ house, manager }: Ground, path: string, request: RequestInit): Promise<List> {
  const answer = await fetch(`${house.origin}/api/v1/fleet-imports${path}`, {
    ...{ method: 'POST', ...request },
    headers: { ...manager.headers, ...(request.headers as Record<string, string>) },
  });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return (await answer.json()) as List;
}
