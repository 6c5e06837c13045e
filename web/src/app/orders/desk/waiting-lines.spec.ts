import type { DeskHome, OrderTab } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { waitingLines } from './waiting-lines';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const none = { count: 0, amountCents: 0 };
const desk = (given: Partial<DeskHome>): DeskHome => ({
  toApprove: none,
  late: none,
  toCertify: none,
  toVerify: none,
  cancellations: none,
  budget: {
    year: 2026,
    kind: 'installation',
    openedCents: 0,
    spentCents: 0,
    committedCents: 0,
    reservedCents: 0,
    availableCents: 0,
  },
  conventions: [],
  contracts: [],
  ...given,
});

describe('the orders that wait for the metropole', () => {
  it('counts what a convention blocks apart from what can be approved', () => {
    const tabs: OrderTab[] = [
      { view: 'to-approve', count: 14, amountCents: 700_000 },
      { view: 'blocked', count: 3, amountCents: 60_000 },
    ];
    expect(waitingLines(desk({}), tabs).map(({ title }) => plain(title))).toEqual([
      '3 commandes bloquées par une convention',
    ]);
  });

  it('lists what waits, what presses most first, and nothing at zero', () => {
    const lines = waitingLines(
      desk({
        toCertify: { count: 1, amountCents: 4_000 },
        late: { count: 2, amountCents: 9_000 },
        toVerify: { count: 3, amountCents: 5_000 },
      }),
      [],
    );
    expect(lines.map(({ title, query }) => [plain(title), query])).toEqual([
      ['2 commandes sans réponse dans les délais', { vue: 'a-approuver', retard: 'oui' }],
      ['1 service fait à certifier', { vue: 'a-certifier' }],
      ['3 installations que l’école ne confirme pas', { vue: 'a-confirmer', retard: 'oui' }],
    ]);
    expect(plain(lines[1]!.detail)).toContain('40,00 €');
  });
});
