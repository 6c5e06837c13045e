import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Person } from './person.js';

/** A CSV file's bytes; a cell that holds the separator, a quote or a line break is quoted. */
export function csvFile(rows: readonly (readonly string[])[], separator = ';'): Buffer {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  return Buffer.from(rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join(''));
}

/** Sends a file as a browser's form does. */
export function send(
  person: Person,
  kind: string,
  content: Buffer,
  options: { name?: string; key?: string } = {},
): Promise<Answer> {
  return sendFile(person, `/api/v1/imports?kind=${kind}`, content, options);
}

/** The same to any route that takes one file. */
export function sendFile(
  person: Person,
  address: string,
  content: Buffer,
  options: { name?: string; key?: string } = {},
): Promise<Answer> {
  const boundary = `limite-${randomUUID()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${options.name ?? 'fichier.csv'}"\r\ncontent-type: text/csv\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return person.post(address, body, {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    ...(options.key ? { key: options.key } : {}),
  });
}

/** Sends a file and waits until it has been read: the import as its preview shows it. */
export async function upload(person: Person, kind: string, content: Buffer, name?: string): Promise<Answer['body']> {
  const sent = await send(person, kind, content, name ? { name } : {});
  if (sent.status !== 201) throw new Error(`the file was refused: ${sent.text}`);
  for (;;) {
    const { body } = await person.get(`/api/v1/imports/${sent.body.id}`);
    if (body.state !== 'reading') return body;
    await pause(20);
  }
}
