import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Thread, type ThreadEntry } from './thread.js';

const entries: ThreadEntry[] = [
  { id: '3', title: 'Confirmation attendue', kind: 'awaited', detail: 'rappel envoyé le lun. 23 nov.' },
  {
    id: '2',
    title: 'Approuvée d’office',
    actor: 'Parc École',
    at: '2026-11-03T09:00:00Z',
    detail: '216,00 €, sous le seuil de 300,00 €',
    kind: 'system',
  },
  { id: '1', title: 'Envoyée', actor: 'direction', at: '2026-11-02T11:05:00Z', kind: 'done', reason: 'avant Noël' },
];

describe('the thread', () => {
  it('says who did what, when and why', async () => {
    const thread = await render(Thread, { entries, today: '2026-11-24' });
    expect(thread.texts('li')).toEqual([
      'Confirmation attendue rappel envoyé le lun. 23 nov.',
      'Approuvée d’office · Parc École mar. 3 nov. à 10 h · 216,00 €, sous le seuil de 300,00 €',
      'Envoyée · direction lun. 2 nov. à 12 h 05 « avant Noël »',
    ]);
    await expectAccessible(thread.host);
  });

  it('says the year of what is of another one', async () => {
    const thread = await render(Thread, { entries: entries.slice(2), today: '2027-01-05' });
    expect(thread.texts('time')).toEqual(['2 nov. 2026 à 12 h 05']);
  });

  it('tells what a person did from what a rule did and from what is awaited', async () => {
    const thread = await render(Thread, { entries });
    expect(thread.all('li').map(({ className }) => className)).toEqual(['awaited', 'system', 'done']);
  });
});
