import { describe, expect, it } from '@jest/globals';
import { TONES } from '@parc/domain';
import { ICON_DRAWINGS } from '../icon/icon-drawings.js';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { StateChip } from './state-chip.js';

describe('a state chip', () => {
  it.each(TONES)('says "%s" by word, icon and colour', async (tone) => {
    const chip = await render(StateChip, { state: { tone, word: 'À confirmer' } });
    expect(chip.text()).toBe('À confirmer');
    expect(chip.all('path')).toHaveLength(1);
    expect(chip.host.classList).toContain(tone);
    await expectAccessible(chip.host);
  });

  it('takes an icon of the state rather than of the tone', async () => {
    const chip = await render(StateChip, { state: { tone: 'waiting', word: 'À former', icon: 'graduation' } });
    expect(chip.one('path').getAttribute('d')).toBe(ICON_DRAWINGS.graduation);
  });
});
