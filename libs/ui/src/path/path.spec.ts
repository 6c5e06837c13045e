import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Path, type PathStep } from './path.js';

const steps: PathStep[] = [
  { label: 'Envoyée', state: 'past', note: '2 nov.' },
  { label: 'Installée', state: 'past', note: '17 nov.' },
  { label: 'Confirmée', state: 'present', note: 'avant le 27 nov.' },
  { label: 'Service fait', state: 'future' },
];

describe('a path', () => {
  it('lists the states in order, dates the past and marks the present', async () => {
    const path = await render(Path, { steps });
    expect(path.texts('li')).toEqual([
      'Envoyée 2 nov.',
      'Installée 17 nov.',
      'Confirmée avant le 27 nov.',
      'Service fait',
    ]);
    expect(path.all('[aria-current=step]').map(({ className }) => className)).toEqual(['present']);
    await expectAccessible(path.host);
  });

  it('says the present step while it is folded, and unfolds on demand', async () => {
    const path = await render(Path, { steps });
    expect(path.text('button')).toBe('Étape 3 sur 4 : Confirmée, avant le 27 nov.');
    await path.click('button');
    expect(path.one('button').getAttribute('aria-expanded')).toBe('true');
    expect(path.one('ol').classList).toContain('unfolded');
  });

  it('still folds when nothing is present any more', async () => {
    const path = await render(Path, { steps: steps.map((step) => ({ ...step, state: 'past' })) });
    expect(path.text('button')).toBe('Voir les 4 étapes');
  });
});
