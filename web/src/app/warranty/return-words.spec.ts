import { describe, expect, it } from '@jest/globals';
import type { ReturnPage } from '@parc/api-client';
import { returnButtons, returnForm, returnPath } from './page/return-steps';
import { returnsTitle, returnState } from './return-words';

const plain = (words: string): string => words.replaceAll(/\s/g, ' ');
const page = (given: Partial<ReturnPage>): ReturnPage =>
  ({ id: 'r', state: 'sent', due: false, history: [], reviewOn: '2026-12-01', sentOn: null, ...given }) as ReturnPage;

describe('returns to makers', () => {
  it('are to be asked after on their day, which is no state', () => {
    expect(returnState({ state: 'sent', due: true }).word).toBe('À relancer');
    expect(returnState({ state: 'sent', due: false }).word).toBe('Chez le constructeur');
  });

  it('are counted by their list', () => {
    expect(['en-cours', 'a-relancer', 'tous'].map((view) => plain(returnsTitle(view, 0)))).toEqual([
      ...['Rien chez les constructeurs', 'Aucun retour à relancer', 'Aucun retour en garantie'],
    ]);
    expect(['en-cours', 'a-relancer', 'tous'].map((view) => plain(returnsTitle(view, 2)))).toEqual([
      ...['2 retours en cours', '2 retours à relancer', '2 retours en garantie'],
    ]);
  });

  it('offer what comes next first, and refuse last', () => {
    const offered = returnButtons(page({ possible: ['refuse', 'follow', 'receive-repaired', 'receive-replaced'] }));
    expect(offered.map(({ action, look }) => [action, look])).toEqual([
      ['receive-repaired', 'primary'],
      ['receive-replaced', 'plain'],
      ['follow', 'plain'],
      ['refuse', 'trouble'],
    ]);
    expect(returnForm('receive-repaired', page({}), '2026-11-30')).toBeNull();
    expect(returnForm('send', page({}), '2026-11-30')!.sections[0]!.fields.map(({ name }) => name)).toEqual([
      ...['sentOn', 'trackingNumber', 'reviewOn'],
    ]);
  });

  it('stand on their path as far as they are, and on none where they stopped', () => {
    expect(returnPath(page({ state: 'sent' })).map(({ state }) => state)).toEqual(['past', 'present', 'future']);
    expect(returnPath(page({ state: 'replaced' })).map(({ state }) => state)).toEqual(['past', 'past', 'present']);
    expect(returnPath(page({ state: 'refused' }))).toEqual([]);
  });
});
