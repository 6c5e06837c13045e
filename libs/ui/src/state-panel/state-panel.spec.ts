import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { StatePanel } from './state-panel.js';

describe('a state panel', () => {
  it.each(['list', 'table', 'cards', 'page'])('draws a %s while it loads, and says so', async (shape) => {
    const panel = await render(StatePanel, { kind: 'loading', shape, rows: 3 });
    expect(panel.all('.line')).toHaveLength(3);
    expect(panel.text('[role=status]')).toBe('Chargement en cours');
    await expectAccessible(panel.host);
  });

  it('says what an empty screen is for, without alarm', async () => {
    const panel = await render(StatePanel, { kind: 'empty', heading: 'Aucune commande à approuver' });
    expect(panel.text('h2')).toBe('Aucune commande à approuver');
    expect(panel.all('button')).toHaveLength(0);
    expect(panel.all('[role=alert]')).toHaveLength(0);
    await expectAccessible(panel.host);
  });

  it.each([
    ['failed', 'La page n’a pas pu être lue'],
    ['offline', 'Pas de réseau'],
  ])('says "%s" and offers to try again', async (kind, heading) => {
    const panel = await render(StatePanel, { kind });
    let tries = 0;
    panel.component.retry.subscribe(() => tries++);
    expect(panel.text('[role=alert] h2')).toBe(heading);
    await panel.click('button');
    expect(tries).toBe(1);
    await expectAccessible(panel.host);
  });
});
