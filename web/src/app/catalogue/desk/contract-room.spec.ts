import { describe, expect, it } from '@jest/globals';
import { contractRoom } from './contract-room';

describe('a contract near its maximum', () => {
  it('says how near it is, never more than is there', () => {
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
