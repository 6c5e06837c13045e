import { randomUUID } from 'node:crypto';
import type { Answer, Person } from './person.js';
import { csvFile, sendFile } from './uploads.js';

type List = Answer['body'];

/** Sends a list of existing devices. */
export const sendFleet = (
  person: Person,
  content: Buffer,
  options: { name?: string; key?: string } = {},
): Promise<Answer> => sendFile(person, '/api/v1/fleet-imports', content, { name: 'glpi.csv', ...options });

/** One that is taken, as its screen reads it. */
export async function fleetList(person: Person, content: Buffer, name = 'glpi.csv'): Promise<List> {
  const sent = await sendFleet(person, content, { name });
  if (sent.status !== 201) throw new Error(`the list was refused: ${sent.text}`);
  return sent.body;
}

/** Says where columns are, or decides about words. */
export const sayFleet = (
  person: Person,
  list: List,
  said: { columns?: object[]; decisions?: object[] },
): Promise<Answer> =>
  person.send('PUT', `/api/v1/fleet-imports/${list.id}`, said, {
    'if-match': `"${list.version}"`,
    'idempotency-key': randomUUID(),
  });

export const lookFleet = (person: Person, list: List): Promise<Answer> =>
  person.post(`/api/v1/fleet-imports/${list.id}/apply?preview=true`, {}, { version: list.version });

/** What was looked at comes in. */
export const applyFleet = (person: Person, list: List, { counts }: List): Promise<Answer> =>
  person.post(
    `/api/v1/fleet-imports/${list.id}/apply`,
    { seenCreated: counts.created, seenChanged: counts.changed, seenRefused: counts.refused },
    { version: list.version },
  );

/** The headings of GLPI's computers. */
export const GLPI = [
  ...['Nom', 'Entité', 'Statut', 'Fabricant', 'Numéro de série', 'Type', 'Modèle'],
  ...['Système d’exploitation - Nom', 'Lieu', 'Dernière modification', 'Usager'],
];
/** A list of GLPI's computers, in UTF-8 with its mark. */
export const glpi = (rows: [serial: string, state: string, place: string, model?: string][]) =>
  Buffer.concat([
    Buffer.from('\uFEFF'),
    csvFile([
      GLPI,
      ...rows.map(([serial, state, place, model = 'Latitude 5420'], n) => [
        ...[`PC-${n}`, 'Entité racine', state, 'Dell', serial, 'Portable', model, 'Windows 11', place],
        ...['2026-10-01 08:00', 'Martine Durand'],
      ]),
    ]),
  ]);
