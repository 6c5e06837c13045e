import { describe, expect, it } from '@jest/globals';
import { TONES } from '@parc/domain';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Notice } from './notice.js';

describe('a notice', () => {
  it.each(TONES)('is "%s" by tint and by icon', async (tone) => {
    const notice = await render(Notice, { tone, heading: '20,40 € de plus que l’engagé' });
    expect(notice.text('strong')).toBe('20,40 € de plus que l’engagé');
    expect(notice.host.classList).toContain(tone);
    expect(notice.all('parc-icon')).toHaveLength(1);
    await expectAccessible(notice.host);
  });
});
