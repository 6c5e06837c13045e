import { describe, expect, it } from '@jest/globals';
import { checkWords, sectorWords } from './order-check';
import { ageWords, orderColumns, schoolWords } from './order-columns';
import { orderRow } from './order-row.fixture';
import { viewTitle } from './order-views';

const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('the chip of a row', () => {
  const word = (given: Parameters<typeof orderRow>[0]) => checkWords(orderRow(given), 'plan-manager').word;

  it('says what is left to check to who decides, the most pressing first', () => {
    expect(word({})).toBe('Prête');
    expect(word({ callsForTraining: true })).toBe('À former');
    expect(word({ callsForTraining: true, waitsForPromise: true })).toBe('Préalable');
    expect(word({ callsForTraining: true, waitsForPromise: true, blocked: true })).toBe('Convention');
  });

  it('says the state to everybody else', () => {
    expect(checkWords(orderRow({ blocked: true }), 'school-head').word).toBe('En attente d’accord');
    expect(word({ state: 'confirmed' })).toBe('Confirmée');
  });

  it('says that a school wants to cancel, as long as it can be done', () => {
    expect(word({ state: 'scheduled', cancellationAsked: true })).toBe('À annuler');
    expect(word({ state: 'in-progress', cancellationAsked: true })).toBe('En cours');
  });
});

describe('the words of a row', () => {
  it('count whole calendar days', () => {
    expect(plain(ageWords(orderRow({ stateSince: '2026-11-15T23:30:00Z' }), '2026-11-24'))).toBe('8 j');
    expect(plain(ageWords(orderRow({ stateSince: '2026-11-24T06:00:00Z' }), '2026-11-24'))).toBe('0 j');
  });

  it('leave out what the head of the column says', () => {
    expect(schoolWords({ schoolName: 'École maternelle du Parc' })).toBe('Maternelle du Parc');
    expect(schoolWords({ schoolName: 'École privée des Églantines' })).toBe('École privée des Églantines');
    expect(sectorWords(orderRow({ sector: 'private', priority: 'none' }))).toBe('privé');
    expect(sectorWords(orderRow({ priority: 'REP+' }))).toBe('public, REP+');
  });
});

describe('the columns of a role', () => {
  const keys = (role: Parameters<typeof orderColumns>[0]) => orderColumns(role, 'under-way').map(({ key }) => key);

  it('show no amount where none may be read, and no school where there is one', () => {
    expect(keys('inspector')).not.toContain('amount');
    expect(keys('commune-officer')).toContain('amount');
    expect(keys('school-head')).not.toContain('school');
    expect(keys('plan-manager')).toEqual(['number', 'school', 'title', 'amount', 'state', 'age']);
  });
});

describe('the views', () => {
  it('answer in their title', () => {
    expect(plain(viewTitle('to-approve', 14))).toBe('14 commandes à approuver');
    expect(plain(viewTitle('to-certify', 1))).toBe('1 service fait à certifier');
    expect(viewTitle('to-approve', 0)).toBe('Aucune commande à approuver');
    expect(viewTitle('to-certify', 0)).toBe('Aucun service fait à certifier');
    expect(plain(viewTitle('all', 1_001))).toBe('Plus de 1 000 commandes');
    expect(plain(viewTitle('all', 1_001, true))).toBe('1 001 commandes');
  });
});
