import { createHash } from 'node:crypto';
import type { House } from './house.js';

let count = 0;

/** An edition of few words, with the one part that its report's page reads. */
export async function anEdition(house: House, accountId: string): Promise<string> {
  const number = ++count;
  const manifest = await aContent(house, `{"number":${number}}`);
  const report = await aContent(house, '{"title":"Rapport"}');
  const id = await house.build.insert('edition', {
    ...{ number: 10_000 + number, title: `Comité ${number}`, meeting_on: '2026-10-20', data_day: '2026-10-05' },
    ...{ frozen_at: '2026-10-06T07:00:00Z', frozen_by: accountId, sha256: manifest },
  });
  const figures = await aContent(house, '[]');
  await house.arrange(
    `insert into edition_part (edition_id, name, media_type, sha256)
     values ($1, 'rapport.json', 'application/json', $2), ($1, 'chiffres.json', 'application/json', $3)`,
    [id, report, figures],
  );
  return id;
}

async function aContent(house: House, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  await house.arrange(
    `insert into frozen_content (sha256, content) values ($1, convert_to($2, 'UTF8')) on conflict do nothing`,
    [sha256, text],
  );
  return sha256;
}
