import type { DeskHome, OrderTab } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { approvable, contractRoom, deskLines, deskTitle } from './desk-words';

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

describe('the manager’s first page', () => {
  it('answers in its title', () => {
    expect(plain(deskTitle({ count: 14, amountCents: 714_220 }))).toBe(
      '14 commandes attendent votre accord, 7 142,20 €',
    );
    expect(plain(deskTitle({ count: 1, amountCents: 5_000 }))).toBe('1 commande attend votre accord, 50,00 €');
    expect(deskTitle(none)).toBe('Aucune commande n’attend votre accord');
  });

  it('counts what a convention blocks apart from what can be approved', () => {
    const tabs: OrderTab[] = [
      { view: 'to-approve', count: 14, amountCents: 700_000 },
      { view: 'blocked', count: 3, amountCents: 60_000 },
    ];
    expect(approvable(tabs).count).toBe(14);
    expect(deskLines(desk({}), tabs).map(({ title }) => plain(title))).toEqual([
      '3 commandes bloquées par une convention',
    ]);
  });

  it('lists what waits, what presses most first, and nothing at zero', () => {
    const lines = deskLines(
      desk({ toCertify: { count: 1, amountCents: 4_000 }, late: { count: 2, amountCents: 9_000 } }),
      [],
    );
    expect(lines.map(({ title, query }) => [plain(title), query['vue']])).toEqual([
      ['2 commandes sans réponse dans les délais', 'a-approuver'],
      ['1 service fait à certifier', 'a-certifier'],
    ]);
    expect(plain(lines[1]!.detail)).toContain('40,00 €');
  });

  it('says how near its maximum a contract is, never more than is there', () => {
    const contract = {
      id: 'k',
      number: '2023-057',
      title: 'Câblage',
      holderName: 'Réseaux',
      countedNetCents: 949_999,
      maximumNetCents: 1_000_000,
    };
    expect(contractRoom(contract)).toMatchObject({ percent: 94, leftNetCents: 50_001 });
    expect(contractRoom({ ...contract, countedNetCents: 0, maximumNetCents: 0 }).percent).toBe(100);
  });
});
