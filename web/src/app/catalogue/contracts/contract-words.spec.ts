import { describe, expect, it } from '@jest/globals';
import {
  askedContracts,
  contractState,
  contractsTitle,
  readContractFilters,
  usePercent,
  useWords,
} from './contract-words';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the use of a contract', () => {
  it('says the share of the maximum and what is left', () => {
    const use = { countedNetCents: 2_329_692, maximumNetCents: 2_470_000, alertBasisPoints: 8000 };
    expect(plain(useWords(use))).toBe('94 % du maximum · reste 1 403,08 € HT');
  });

  it('never reads 100 % while a cent is left', () => {
    expect(usePercent({ countedNetCents: 99_999, maximumNetCents: 100_000, alertBasisPoints: null })).toBe(99);
    expect(usePercent({ countedNetCents: 0, maximumNetCents: 0, alertBasisPoints: null })).toBe(100);
  });
});

describe('a contract in the list', () => {
  it('shows its alert before its standing', () => {
    expect(contractState({ standing: 'running', alert: 'near' }).word).toBe('Proche du maximum');
    expect(contractState({ standing: 'running', alert: 'none' }).word).toBe('En cours');
    expect(contractState({ standing: 'ended', alert: null }).word).toBe('Terminé');
  });

  it('is asked as the address says, the most used first by default', () => {
    expect(askedContracts(readContractFilters({ alerte: 'oui', etat: 'running' }))).toEqual({
      page: 1,
      size: 50,
      sort: 'use',
      direction: 'desc',
      standing: ['running'],
      alert: true,
    });
    expect(plain(contractsTitle(readContractFilters({ alerte: 'oui' }), 1))).toBe('1 marché proche de son maximum');
    expect(contractsTitle(readContractFilters({}), 0)).toBe('Aucun marché');
  });
});
