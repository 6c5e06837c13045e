import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heard } from './harness/pdf-reader.js';
import { renderPdf } from '../src/platform/files/pdf.js';
import { printable } from '../src/platform/files/printable.js';

const at = new Date('2026-10-06T08:00:00Z');

/** The certificate's data, every text of it the same. */
function everywhere(text: string) {
  const lines = [{ name: text, room: text, quantity: text, unitNet: text, vatRate: text, total: text }];
  const totals = { net: text, vat: [{ rate: text, net: text, amount: text }], total: text };
  return {
    ...{ subject: text, school: { name: text, uai: text, address: text }, performer: text, purchaseOrder: text },
    ...{ lines, totals, reported: text, confirmed: text, confirmedBy: text, certified: text, certifiedBy: text },
    ...{ rounding: text, amount: text, invoice: text },
    devices: [{ tag: text, serial: text, model: text, deed: text }],
  };
}

const print = (text: string) =>
  renderPdf({ template: 'orders/certificate.typ', title: `Certificat ${text}`, at, data: everywhere(text) });

describe('A text on paper', () => {
  it.each([
    ['letters composed of two', 'E\u0301cole de Saint-E\u0301tienne', 'École de Saint-Étienne'],
    ['the narrow no-break space of an amount', '1\u202f234,50\u202f€', '1\u00a0234,50\u00a0€'],
    ['Greek, Cyrillic, Hebrew, Arabic', 'Ωμέγα Школа שלום مدرسة', 'Ωμέγα Школа שלום مدرسة'],
    ['signs and smileys of the second font', '→ ✓ 😀', '→ ✓ 😀'],
    ['what no font has', '学校 🦄', '□□ □'],
    ['one letter of several pieces', '👨‍👩‍👧 🇫🇷', '□ □'],
    ['zero width and direction', 'a\u200bb\u200d\u202ec\u2066d\ufeff', 'abcd'],
    ['tags, variations, private use, half a pair', 'x\u{e0041}\ufe0f\ue000\ud800y', 'xy'],
    ['controls and lines', 'un\u0000\u0007 deux\r\n\ttrois\u2028quatre', 'un deux trois quatre'],
  ])('keeps %s', (_what, typed, expected) => {
    expect(printable(typed)).toBe(expected);
  });

  it('is said as it is drawn: the second font too', async () => {
    const { ink, elements } = await heard(await print('Ωμέγα Школа ✓ 学'));
    expect(elements.map(({ text }) => text).join()).toContain('Ωμέγα Школа ✓ □');
    expect(ink.length).toBeGreaterThan(10);
  });

  it('prints whatever anybody types, in every place, as an accessible document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect((await print(text)).subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { numRuns: 60, examples: [['\u0000'], ['\u202e\u2066'], ['\u0600'], ['क्षत्रिय'], ['e\u0334\u0489\u20dd']] },
    );
  });

  it('prints every letter its fonts have', async () => {
    for (let first = 0; first < 0x20000; first += 0x2000) {
      const letters = Array.from({ length: 0x2000 }, (_, index) => first + index)
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code))
        .filter((letter) => printable(letter) !== '□' && printable(letter).trim() !== '');
      const bytes = await renderPdf({
        template: 'orders/certificate.typ',
        title: 'Lettres',
        at,
        data: { ...everywhere('-'), subject: letters.join(' ') },
      });
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});

describe('The look of the documents', () => {
  it('has the colours of the screens', () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const tokens = read('libs/ui/src/styles/tokens.css');
    const colours = [
      ...read('api/src/platform/files/house.typ').matchAll(/^#let ([a-z]+)(?:-color)? = rgb\("(#\w{6})"\)$/gm),
    ];
    expect(colours.length).toBeGreaterThan(5);
    for (const [, name, colour] of colours) {
      expect([name, new RegExp(`--${name}: (?:light-dark\\()?(#\\w{6})`).exec(tokens)?.[1]]).toEqual([name, colour]);
    }
  });
});
