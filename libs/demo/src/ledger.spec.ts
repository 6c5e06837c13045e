import { describe, expect, it } from '@jest/globals';
import { ORDER_STATES, type OrderState } from '@parc/domain';
import { generateDemonstration } from './generate.js';
import type { LedgerEntryRow } from './order-row-types.js';

const { rows } = generateDemonstration({ seed: 5, today: '2026-11-24' });
const entriesOf = new Map<string, LedgerEntryRow[]>();
for (const entry of rows.ledger_entry) {
  entriesOf.set(entry.envelope_id, [...(entriesOf.get(entry.envelope_id) ?? []), entry]);
}
const AMOUNTS = ['opened', 'reserved', 'committed', 'spent'] as const;
type Balance = Record<(typeof AMOUNTS)[number], number>;
const nothing = (): Balance => ({ opened: 0, reserved: 0, committed: 0, spent: 0 });
const availableOf = (balance: Balance): number => balance.opened - balance.reserved - balance.committed - balance.spent;

describe('The ledger of the demonstration', () => {
  it('is a chain in every envelope: each entry begins where the one before ended, in the order of time', () => {
    for (const entries of entriesOf.values()) {
      const balance = nothing();
      entries.forEach((entry, position) => {
        expect(entry.sequence).toBe(position + 1);
        expect(entry.posted_at >= (entries[position - 1]?.posted_at ?? '')).toBe(true);
        for (const amount of AMOUNTS) {
          expect(entry[`${amount}_before`]).toBe(balance[amount]);
          balance[amount] += entry[`${amount}_change`];
          expect(balance[amount]).toBeGreaterThanOrEqual(0);
        }
        expect(availableOf(balance)).toBeGreaterThanOrEqual(0);
      });
    }
  });

  it('holds for each order what its state says, and nothing for the others', () => {
    const open = new Map<string, LedgerEntryRow>();
    for (const entries of entriesOf.values()) {
      for (const entry of entries) {
        if (entry.order_id === null) continue;
        const hold = open.get(entry.order_id);
        if (entry.resolves_id !== null) {
          expect([entry.resolves_id, entry.resolves_cents]).toEqual([hold?.id, hold?.hold_cents]);
          open.delete(entry.order_id);
        }
        if (entry.opens_hold !== null) open.set(entry.order_id, entry);
      }
    }
    for (const order of rows.installation_order) {
      const hold = open.get(order.id);
      expect(hold?.opens_hold ?? null).toBe(ORDER_STATES[order.state as OrderState].hold);
      expect([order.hold_id, order.hold_cents]).toEqual([hold?.id ?? null, hold?.hold_cents ?? null]);
    }
  });

  it('spent exactly what was certified, order by order', () => {
    const spent = new Map<string, number>();
    for (const { order_id, spent_change } of rows.ledger_entry) {
      if (order_id !== null) spent.set(order_id, (spent.get(order_id) ?? 0) + spent_change);
    }
    for (const { id, certified_cents } of rows.installation_order)
      expect(spent.get(id) ?? 0).toBe(certified_cents ?? 0);
  });

  it('opened about 320 000 € for installation and 160 000 € for maintenance each year, transfers aside', () => {
    const envelopes = new Map(rows.envelope.map((envelope) => [envelope.id, envelope]));
    const opened: Record<string, number> = {};
    for (const { envelope_id, kind, opened_change } of rows.ledger_entry) {
      if (kind === 'lapse') continue;
      const { year, kind: purpose } = envelopes.get(envelope_id)!;
      opened[`${purpose} ${year}`] = (opened[`${purpose} ${year}`] ?? 0) + opened_change;
    }
    for (const year of [2023, 2024, 2025, 2026]) {
      expect(Math.abs(opened[`installation ${year}`]! - 32_000_000)).toBeLessThan(400_000);
      expect(Math.abs(opened[`maintenance ${year}`]! - 16_000_000)).toBeLessThan(400_000);
    }
  });

  it('left nothing in a closed year: certified or lapsed', () => {
    const closed = rows.envelope.filter(({ closed_on }) => closed_on !== null);
    expect(new Set(closed.map(({ year }) => year))).toEqual(new Set([2023, 2024, 2025]));
    for (const { id } of closed) {
      const balance = nothing();
      for (const entry of entriesOf.get(id) ?? [])
        for (const amount of AMOUNTS) balance[amount] += entry[`${amount}_change`];
      expect([availableOf(balance), balance.reserved, balance.committed]).toEqual([0, 0, 0]);
    }
  });

  it('moves money between envelopes without making or losing a cent', () => {
    const pairs = new Map<string, number>();
    for (const { pair_id, opened_change } of rows.ledger_entry) {
      if (pair_id !== null) pairs.set(pair_id, (pairs.get(pair_id) ?? 0) + opened_change);
    }
    expect(pairs.size).toBeGreaterThan(20);
    expect([...pairs.values()].filter((sum) => sum !== 0)).toEqual([]);
  });
});

describe('The contracts of the demonstration', () => {
  it('count what their orders committed, never above the maximum, and number purchase orders without a gap', () => {
    for (const period of rows.contract_period) {
      let counted = 0;
      for (const entry of rows.contract_entry.filter(({ period_id }) => period_id === period.id)) {
        counted += entry.change_net_cents;
        expect(entry.counted_after_net_cents).toBe(counted);
        expect(counted).toBeLessThanOrEqual(period.maximum_net_cents);
      }
      const orders = rows.installation_order.filter(({ contract_period_id }) => contract_period_id === period.id);
      expect(period.counted_net_cents).toBe(counted);
      expect(orders.reduce((sum, { counted_net_cents }) => sum + counted_net_cents, 0)).toBe(counted);
      expect(period.last_purchase_order).toBe(orders.length);
    }
  });

  it('have one that has almost reached its maximum', () => {
    const near = rows.contract_period.filter(({ counted_net_cents, maximum_net_cents }) => {
      return counted_net_cents > maximum_net_cents * 0.9;
    });
    expect(near).toHaveLength(1);
  });
});
