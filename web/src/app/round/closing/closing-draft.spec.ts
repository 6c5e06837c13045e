import { describe, expect, it } from '@jest/globals';
import {
  type ClosingDraft,
  isClosingDraft,
  minutesSince,
  missingIn,
  NOTHING_WRITTEN,
  resolutionOf,
} from './closing-draft';
import { outcomesOf } from './ticket-to-close';

const written: ClosingDraft = { ...NOTHING_WRITTEN, cause: 'battery', repair: 'replaced', note: ' Batterie gonflée ' };
const figures = { minutes: 35, device: 'stays', byOrder: false } as const;
const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u202f\u00a0]/g, ' ');

describe('what is written of a repair', () => {
  it('asks for what was wrong, then for what was done, and for prices that are amounts', () => {
    expect(missingIn(NOTHING_WRITTEN)).toBe('Dites ce qui n’allait pas.');
    expect(missingIn({ ...NOTHING_WRITTEN, cause: 'battery' })).toBe('Dites ce qui a été fait.');
    expect(missingIn({ ...written, parts: [{ name: 'Batterie', price: 'cher' }] })).toContain('prix');
    expect(missingIn(written)).toBe('');
    expect(resolutionOf(NOTHING_WRITTEN, figures, [])).toBeNull();
  });

  it('is sent with its parts in words and their sum', () => {
    const one = resolutionOf({ ...written, parts: [{ name: 'Batterie 14″', price: '64,90' }] }, figures, []);
    expect(one).toMatchObject({ parts: 'Batterie 14″', priceCents: 6_490, minutes: 35, note: 'Batterie gonflée' });
    const parts = [
      { name: 'Batterie', price: '64,90' },
      { name: 'Câble', price: '8' },
    ];
    const two = resolutionOf({ ...written, parts }, figures, []);
    expect(two?.priceCents).toBe(7_290);
    expect(plain(two?.parts)).toBe('Batterie (64,90 €), Câble (8,00 €)');
    expect(resolutionOf(written, figures, [])).toMatchObject({ parts: null, priceCents: 0 });
  });

  it('costs nothing besides where an order bears it', () => {
    const bought = { ...written, parts: [{ name: 'Batterie', price: '64,90' }] };
    const sent = resolutionOf(bought, { ...figures, byOrder: true }, []);
    expect(sent).toMatchObject({ parts: null, priceCents: 0, byOrder: true });
    expect(resolutionOf(bought, figures, [])).not.toHaveProperty('byOrder');
  });

  it('proposes the minutes since the arrival, by five', () => {
    const now = new Date('2026-11-24T10:37:00Z');
    expect(minutesSince('2026-11-24T10:00:00Z', now)).toBe(35);
    expect(minutesSince('2026-11-24T10:36:00Z', now)).toBe(5);
    expect(minutesSince('2026-11-20T10:00:00Z', now)).toBe(30);
    expect(minutesSince(null, now)).toBe(30);
  });

  it('is taken up again only in a shape that the page knows', () => {
    expect(isClosingDraft(written)).toBe(true);
    expect(isClosingDraft({ ...written, repair: 'burnt' })).toBe(false);
    expect(isClosingDraft({ cause: null })).toBe(false);
    expect(isClosingDraft('clore')).toBe(false);
  });
});

describe('what becomes of the device', () => {
  const device = (state: 'in-service' | 'under-repair') => ({ device: { name: 'Portable', tag: 'PE-1', state } });
  it('stays or leaves where it stands, returns or stays where it is repaired, and is nothing where there is none', () => {
    expect(outcomesOf(device('in-service'))).toEqual(['stays', 'leaves']);
    expect(outcomesOf(device('under-repair'))).toEqual(['returns', 'stays']);
    expect(outcomesOf({ device: null })).toEqual(['stays']);
  });
});
