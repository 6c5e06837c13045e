import type { SteeringBudget, SteeringOverview } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { csvOf } from '@parc/ui';
import {
  budgetRows,
  budgetSentence,
  conventionsSentence,
  figures,
  noFigures,
  ordersSentence,
  overviewTitle,
} from './spending-words';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const budget = (given: Partial<SteeringBudget>): SteeringBudget => ({
  year: 2026,
  kind: 'installation',
  sector: 'public',
  openedCents: 1_000_000,
  spentCents: 400_000,
  committedCents: 100_000,
  reservedCents: 50_000,
  availableCents: 450_000,
  schools: 10,
  ...given,
});
const overview = (given: Partial<SteeringOverview> = {}): SteeringOverview => ({
  year: 2026,
  schools: 12,
  schoolsThatOrdered: 9,
  budgets: [
    budget({}),
    budget({ sector: 'private', openedCents: 200_000, spentCents: 60_000, committedCents: 0, schools: 2 }),
  ],
  orders: [
    { state: 'closed', count: 40, amountCents: 900_000 },
    { state: 'rejected', count: 2, amountCents: 30_000 },
  ],
  conventions: [
    { kind: 'commune', state: 'in-force', count: 5 },
    { kind: 'commune', state: 'sent', count: 1 },
  ],
  blockedSchools: 0,
  medianDays: 16,
  ...given,
});

describe('the overview', () => {
  it('answers in its title, for the plan, a commune and a private body', () => {
    expect(plain(overviewTitle(overview(), 'committee'))).toBe('9 des 12 écoles ont commandé en 2026');
    expect(plain(overviewTitle(overview({ schoolsThatOrdered: 1 }), 'commune-officer'))).toBe(
      '1 de vos 12 écoles publiques a commandé en 2026',
    );
    expect(overviewTitle(overview({ schoolsThatOrdered: 0 }), 'committee')).toContain('n’a encore commandé');
    expect(plain(overviewTitle(overview({ schoolsThatOrdered: 12 }), 'commune-officer'))).toBe(
      'Vos 12 écoles publiques ont toutes commandé en 2026',
    );
    expect(plain(overviewTitle(overview({ schools: 3, schoolsThatOrdered: 3 }), 'private-body-officer'))).toBe(
      'Vos 3 écoles ont toutes commandé en 2026',
    );
    expect(overviewTitle(overview({ schools: 0, schoolsThatOrdered: 0 }), 'commune-officer')).toBe(
      'Aucune école dans votre périmètre',
    );
  });

  it('tells a body that runs no private school where its teaching units are', () => {
    const none = overview({ schools: 0, schoolsThatOrdered: 0 });
    expect(overviewTitle(none, 'private-body-officer')).toBe('Aucune école privée dans votre périmètre');
    expect(noFigures('private-body-officer')).toContain('unités d’enseignement');
    expect(noFigures('commune-officer')).not.toContain('unités d’enseignement');
  });

  it('speaks of the only school as one', () => {
    const only = (schoolsThatOrdered: number) =>
      overviewTitle(overview({ schools: 1, schoolsThatOrdered }), 'private-body-officer');
    expect(only(1)).toBe('Votre école a commandé en 2026');
    expect(only(0)).toBe('Votre école n’a pas encore commandé en 2026');
  });

  it('counts each figure of something, and invents none', () => {
    const [ordered, used, delay, blocked] = figures(overview());
    expect([ordered?.value, used?.value, delay?.value]).toEqual(['75', '47', '16']);
    expect(plain(used!.counts)).toBe('5 600 € engagés ou réalisés sur 12 000 €');
    expect(blocked?.state).toEqual({ tone: 'done', word: 'Toutes couvertes' });
    expect(figures(overview({ medianDays: null, budgets: [] })).map(({ value }) => value)).toEqual([
      '75',
      '–',
      '–',
      '0',
    ]);
  });

  it('says how orders and conventions stand', () => {
    expect(plain(ordersSentence(overview()))).toBe('42 commandes envoyées en 2026, 2 refusées ou annulées');
    expect(plain(conventionsSentence(overview()))).toBe('5 conventions sur 6 sont en vigueur');
  });
});

describe('the budgets chart', () => {
  it('draws every bar from zero on one scale, the largest whole', () => {
    const rows = budgetRows(
      [...overview().budgets, budget({ year: 2025, openedCents: 2_000_000 }), budget({ kind: 'maintenance' })],
      'installation',
    );
    expect(rows.map(({ label, lengthPercent }) => [label, lengthPercent])).toEqual([
      ['2026 · public', 50],
      ['2026 · privé', 10],
      ['2025 · public', 100],
    ]);
  });

  it('names the sector only where there are two', () => {
    expect(budgetRows([budget({})], 'installation')[0]?.label).toBe('2026');
  });

  it('says the difference between sectors once it is worth saying', () => {
    const rows = budgetRows(overview().budgets, 'installation');
    expect(plain(budgetSentence(rows, 2026))).toBe(
      'En 2026, 47 % du budget est engagé ou réalisé : le privé en emploie 20 points de moins que le public',
    );
    const even = budgetRows([budget({}), budget({ sector: 'private' })], 'installation');
    expect(budgetSentence(even, 2026)).toContain('autant dans le public que dans le privé');
    const unused = budgetRows([budget({ openedCents: 0, spentCents: 0, committedCents: 0 })], 'installation');
    expect(budgetSentence(unused, 2026)).toBe('Aucun crédit n’a servi en 2026');
    expect(budgetSentence([], 2026)).toBe('Aucun budget n’est ouvert en 2026');
  });

  it('averages per school, and never divides by none', () => {
    expect(
      budgetRows([budget({}), budget({ sector: 'private', schools: 0 })], 'installation').map(
        ({ perSchoolCents }) => perSchoolCents,
      ),
    ).toEqual([100_000, 0]);
  });
});

describe('a table as a file', () => {
  it('opens in a French spreadsheet without running anything', () => {
    const file = csvOf(
      ['État', 'Montant'],
      [
        ['Close ; finie', { cents: 123_456_789 }],
        ['=1+1', { cents: -50 }],
        ['a "b"', 3],
      ],
    );
    expect(file).toBe('\ufeffÉtat;Montant\r\n"Close ; finie";1234567,89\r\n\'=1+1;-0,50\r\n"a ""b""";3\r\n');
  });
});
