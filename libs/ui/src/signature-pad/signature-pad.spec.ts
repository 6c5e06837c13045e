import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render, type Rendered } from '../testing/rendering.js';
import { SignaturePad } from './signature-pad.js';

async function point(pad: Rendered<SignaturePad>, type: string, x = 0, y = 0): Promise<void> {
  pad.one('svg').dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true }));
  await pad.fixture.whenStable();
}

describe('a signature pad', () => {
  it('draws while the finger is down, one line a stroke', async () => {
    const pad = await render(SignaturePad);
    await point(pad, 'pointermove', 5, 5);
    await point(pad, 'pointerdown', 10, 10);
    await point(pad, 'pointermove', 20, 15);
    await point(pad, 'pointerup');
    await point(pad, 'pointermove', 90, 90);
    await point(pad, 'pointerdown', 40, 40);
    expect(pad.all('path').map((path) => path.getAttribute('d'))).toEqual(['M10 10L20 15', 'M40 40L40 40']);
    await expectAccessible(pad.host);
  });

  it('says whether something is drawn, and wipes it', async () => {
    const pad = await render(SignaturePad);
    expect(pad.one('svg').getAttribute('aria-label')).toBe('Signature, rien n’est encore tracé');
    await point(pad, 'pointerdown', 1, 1);
    expect(pad.one('svg').getAttribute('aria-label')).toBe('Signature, tracée');
    await pad.click('button');
    expect(pad.component.strokes()).toEqual([]);
  });

  it('gives no image of nothing', async () => {
    const pad = await render(SignaturePad);
    await expect(pad.component.toPng()).resolves.toBeNull();
  });
});
