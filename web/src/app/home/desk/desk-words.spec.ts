import type { OrderTab } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { approvable, deskTitle } from './desk-words';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const none = { count: 0, amountCents: 0 };

describe('the manager’s first page', () => {
  it('answers in its title', () => {
    expect(plain(deskTitle({ count: 14, amountCents: 714_220 }))).toBe(
      '14 commandes attendent votre accord, 7 142,20 €',
    );
    expect(plain(deskTitle({ count: 1, amountCents: 5_000 }))).toBe('1 commande attend votre accord, 50,00 €');
    expect(deskTitle(none)).toBe('Aucune commande n’attend votre accord');
  });

  it('counts what can be approved now', () => {
    const tabs: OrderTab[] = [
      { view: 'to-approve', count: 14, amountCents: 700_000 },
      { view: 'blocked', count: 3, amountCents: 60_000 },
    ];
    expect(approvable(tabs).count).toBe(14);
    expect(approvable([])).toEqual(none);
  });
});
