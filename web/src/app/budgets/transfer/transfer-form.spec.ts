import { describe, expect, it } from '@jest/globals';
import { beforeAndAfter, type Standings, transferErrors, transferRequest, type TransferTyped } from './transfer-form';

const TYPED: TransferTyped = {
  year: 2026,
  from: { schoolId: null, name: 'la réserve du plan', kind: 'installation' },
  to: { schoolId: 'tilleuls', name: 'École des Tilleuls', kind: 'installation' },
  amount: '200',
  reason: ' classe ouverte ',
};
const STANDINGS: Standings = {
  from: { opened: true, availableCents: 59_100 },
  to: { opened: true, availableCents: 108_800 },
};

describe('a transfer as it is typed', () => {
  it('is asked for in cents, the reserve being no school', () => {
    expect(transferErrors(TYPED, STANDINGS)).toEqual({});
    expect(transferRequest(TYPED)).toEqual({
      year: 2026,
      from: { schoolId: null, kind: 'installation' },
      to: { schoolId: 'tilleuls', kind: 'installation' },
      amountCents: 20_000,
      reason: 'classe ouverte',
    });
  });

  it('shows both sides before and after, and adds nothing up', () => {
    const [from, to] = beforeAndAfter(TYPED, STANDINGS);
    expect(from).toMatchObject({ beforeCents: 59_100, afterCents: 39_100 });
    expect(to).toMatchObject({ beforeCents: 108_800, afterCents: 128_800 });
  });

  it('says how much is missing before it is sent', () => {
    const { amount } = transferErrors({ ...TYPED, amount: '653,00' }, STANDINGS);
    expect(amount?.replace(/\u202f/g, ' ')).toBe('Il manque 62,00 € : il reste 591,00 € du côté qui donne.');
  });

  it.each<[string, Partial<TransferTyped>, string]>([
    ['a side without a school', { to: { schoolId: undefined, name: '', kind: 'installation' } }, 'to'],
    ['twice the same budget', { to: TYPED.from }, 'to'],
    ['nothing to give', { amount: '0' }, 'amount'],
    ['what is no amount', { amount: 'deux cents' }, 'amount'],
    ['no reason', { reason: '  ' }, 'reason'],
  ])('refuses %s beside its field', (_what, change, field) => {
    expect(Object.keys(transferErrors({ ...TYPED, ...change }, STANDINGS))).toEqual([field]);
  });

  it('goes from one budget of a school to its other one', () => {
    const within = { ...TYPED, from: { ...TYPED.to, kind: 'maintenance' as const } };
    expect(transferErrors(within, STANDINGS)).toEqual({});
  });

  it('takes nothing from a budget that is not open', () => {
    const closed = { ...STANDINGS, from: { opened: false, availableCents: 0 } };
    expect(Object.keys(transferErrors(TYPED, closed))).toEqual(['from']);
  });
});
