import { expect, type Page } from '@playwright/test';
import type { Crew } from './caller.js';
import { ask } from './plan.js';

/** A photo small enough to stand here: one grey pixel. */
const PHOTO = {
  name: 'appareil.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export interface Broken {
  readonly id: string;
  readonly number: string;
}

/** So many breakdowns of the school's Internet, and whoever repairs them at work there, at the first ones at least. */
export async function breakdowns(crew: Crew, schoolId: string, count: number, begun = count): Promise<Broken[]> {
  const made: Broken[] = [];
  for (let n = 0; n < count; n++) {
    const asked = { subject: 'service', service: 'internet', schoolId, symptom: 'intermittent' };
    const { id, number } = await crew.head.post('/tickets', { ...asked, impact: 'class', urgency: 'otherwise' });
    await crew.technician.post(`/tickets/${id}/take`, undefined, 1);
    if (n < begun) await crew.technician.post(`/tickets/${id}/start`, undefined, 2);
    made.push({ id, number });
  }
  return made;
}

export async function resolutionsOf(tickets: readonly Broken[]): Promise<Record<string, number>> {
  const rows = await ask<{ number: string; count: number }>(
    `select t.number, count(x.id)::int as count from ticket t left join ticket_resolution x on x.ticket_id = t.id
      where t.id = any($1) group by t.number`,
    [tickets.map(({ id }) => id)],
  );
  return Object.fromEntries(rows.map(({ number, count }) => [number, count]));
}

export const photosOf = async (tickets: readonly Broken[]) =>
  (
    await ask<{ count: number }>('select count(*)::int as count from ticket_file where ticket_id = any($1)', [
      tickets.map(({ id }) => id),
    ])
  )[0]!.count;

export const once = (tickets: readonly Broken[]) => Object.fromEntries(tickets.map(({ number }) => [number, 1]));

/** Writes what was done on the page that closes a ticket, and shows it. */
export async function writeClosing(page: Page): Promise<void> {
  await page.getByText('Réseau ou prise', { exact: true }).click();
  await page.getByText('Réglé', { exact: true }).click();
  await page.getByLabel('En quelques mots').fill('Borne redémarrée, débit vérifié.');
  await page.locator('parc-taken-photos input[type=file]').setInputFiles(PHOTO);
  await expect(page.getByAltText('Photo 1')).toBeVisible();
}
