import { describe, expect, it } from '@jest/globals';
import { budgetChange, orderTotals, quantityKind } from './order-amounts';
import { orderLine, orderPage } from './order-page.fixture';

describe('the totals of an order', () => {
  it('are sums of rounded lines, tax by rate', () => {
    const lines = [
      orderLine({ id: 'a', quantityAsked: 3 }),
      orderLine({ id: 'b', quantityAsked: 1, unitNetCents: 333, vatBasisPoints: 550 }),
    ];
    expect(orderTotals(lines, 'asked')).toEqual({
      netCents: 63_333,
      totalCents: 75_951,
      vat: [
        { basisPoints: 550, amountCents: 18 },
        { basisPoints: 2000, amountCents: 12_600 },
      ],
    });
  });

  it('follow the quantity of the state: asked, approved, done', () => {
    const line = orderLine({ quantityAsked: 3, quantityApproved: 2, quantityDone: 1 });
    expect(
      (['submitted', 'scheduled', 'confirmed'] as const).map(
        (state) => orderTotals([line], quantityKind(state))?.netCents,
      ),
    ).toEqual([63_000, 42_000, 21_000]);
  });

  it('are unknown to who reads no money', () => {
    expect(orderTotals([orderLine({ unitNetCents: null })], 'asked')).toBeNull();
  });
});

describe('the budget before and after', () => {
  it('moves a reservation to a commitment when an order is approved', () => {
    const change = budgetChange(orderPage())!;
    expect(change.before.highlight).toMatchObject({ part: 'reserved', amountCents: 75_600 });
    expect(change.after?.figures).toMatchObject({ reservedCents: 0, committedCents: 111_600 });
    expect(change.after?.availableCents).toBe(146_400);
  });

  it('gives back what a certification does not spend', () => {
    const change = budgetChange(orderPage({ state: 'confirmed', heldCents: 36_000, reportedCents: 30_000 }))!;
    expect(change.after?.figures).toMatchObject({ committedCents: 0, spentCents: 112_000 });
    expect(change.after!.availableCents - change.before.availableCents).toBe(6_000);
  });

  it('takes a complement from what is left', () => {
    const change = budgetChange(orderPage({ state: 'installed', heldCents: 36_000, reportedCents: 40_920 }))!;
    expect(change.before.availableCents - change.after!.availableCents).toBe(4_920);
  });

  it('has no after once the order is certified, and is unknown to an installer', () => {
    expect(budgetChange(orderPage({ state: 'certified', heldCents: null, certifiedCents: 30_000 }))?.after).toBeNull();
    expect(budgetChange(orderPage({ budget: null }))).toBeNull();
  });
});
