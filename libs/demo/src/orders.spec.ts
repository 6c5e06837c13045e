import { describe, expect, it } from '@jest/globals';
import {
  ORDERS,
  type OrderAction,
  type OrderState,
  lineAmounts,
  slotProblem,
  STANDARD_WORK_HOURS,
  parisDateTimeOf,
  weekdayOf,
} from '@parc/domain';
import { createDays } from './days.js';
import { generateDemonstration } from './generate.js';
import type { OrderLineRow, OrderMoveRow } from './order-row-types.js';

const today = '2026-11-24';
const { rows, lastOrderNumbers } = generateDemonstration({ seed: 3, today });
const groupBy = <Row>(all: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of all) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};
const moves = groupBy(rows.order_move, ({ order_id }) => order_id);
const lines = groupBy(rows.order_line, ({ order_id }) => order_id);
const orders = rows.installation_order;
const movesNamed = (orderId: string, action: string): OrderMoveRow[] =>
  moves.get(orderId)!.filter((move) => move.action === action);
const totalOf = (orderId: string, quantityOf: (line: OrderLineRow) => number | null): number =>
  lines.get(orderId)!.reduce((sum, line) => {
    const { unit_net_cents: unitNetCents, vat_basis_points: vatBasisPoints } = line;
    return sum + lineAmounts({ quantity: quantityOf(line) ?? 0, unitNetCents, vatBasisPoints }).totalCents;
  }, 0);

describe('Orders of the demonstration', () => {
  it('moved as the table of the lifecycle lets their role move them, with a reason where it asks for one', () => {
    for (const order of orders) {
      const [first, ...others] = moves.get(order.id)!;
      expect([first!.action, first!.from_state, first!.to_state]).toEqual(['compose', null, 'draft']);
      let state: OrderState = 'draft';
      let at = first!.at;
      for (const move of others) {
        const rule = ORDERS.find(state, move.action as OrderAction);
        expect(rule?.who).toContain(move.role);
        expect([move.from_state, move.to_state]).toEqual([state, rule?.next]);
        if (rule?.reason) expect(move.reason).toBeTruthy();
        expect(move.at > at).toBe(true);
        state = move.to_state;
        at = move.at;
      }
      expect(order.state).toBe(state);
    }
  });

  it('were moved by people who held the role on that day', () => {
    const assignments = groupBy(rows.assignment, ({ account_id, role }) => `${account_id}/${role}`);
    for (const move of rows.order_move) {
      if (move.role === 'system') continue;
      const day = move.at.slice(0, 10);
      const held = assignments.get(`${move.account_id}/${move.role}`) ?? [];
      expect(held.some(({ from_day, to_day }) => from_day <= day && (to_day === null || day <= to_day))).toBe(true);
    }
  });

  it('were sent in the head’s absence by the deputy, who is named as such, and never else', () => {
    const standIns = rows.assignment.filter(({ deputy_of_id }) => deputy_of_id !== null);
    const schoolOf = new Map(orders.map(({ id, school_id }) => [id, school_id]));
    const byDeputies = rows.order_move.filter(({ deputy }) => deputy);
    expect(byDeputies.map(({ action }) => action)).toContain('submit');
    for (const move of rows.order_move.filter(({ role }) => role === 'school-head')) {
      const day = move.at.slice(0, 10);
      const standsIn = standIns.some(
        ({ account_id, school_id, from_day, to_day }) =>
          account_id === move.account_id &&
          school_id === schoolOf.get(move.order_id) &&
          from_day <= day &&
          day < to_day!,
      );
      expect(move.deputy).toBe(standsIn);
    }
  });

  it('were carried out, confirmed and certified by different people', () => {
    for (const order of orders) {
      for (const { account_id } of [...movesNamed(order.id, 'confirm'), ...movesNamed(order.id, 'certify')]) {
        expect(order.performed_by).not.toContain(account_id);
      }
      for (const { account_id } of movesNamed(order.id, 'approve')) expect(account_id).not.toBe(order.submitted_by);
      if (order.certified_by === null) continue;
      const before = [order.submitted_by, order.confirmed_by, order.confirmed_by_default_by, ...order.performed_by];
      expect(before).not.toContain(order.certified_by);
      expect([order.confirmed_by, order.confirmed_by_default_by].filter(Boolean)).toHaveLength(1);
    }
  });

  it('were certified by delegates, and confirmed by default only ten days after the report', () => {
    const delegates = new Set(
      rows.assignment.filter(({ may_certify }) => may_certify).map(({ account_id }) => account_id),
    );
    for (const order of orders) {
      if (order.certified_by !== null) expect(delegates).toContain(order.certified_by);
      for (const { at } of movesNamed(order.id, 'confirm-by-default')) {
        const report = movesNamed(order.id, 'report').findLast((move) => move.at < at)!;
        expect(Date.parse(at) - Date.parse(report.at)).toBeGreaterThan(9.5 * 86_400_000);
      }
    }
  });

  it('were sent, and approved, under a convention in force that lists their school', () => {
    const sites = groupBy(rows.convention_site, ({ school_id }) => school_id);
    const kept = new Set(
      rows.convention.filter(({ state }) => state === 'in-force' || state === 'expired').map(({ id }) => id),
    );
    for (const { id, school_id } of orders) {
      for (const { at } of [...movesNamed(id, 'submit'), ...movesNamed(id, 'approve')]) {
        const day = at.slice(0, 10);
        const covers = (sites.get(school_id) ?? []).some(
          (site) => kept.has(site.convention_id) && site.from_day <= day && day <= site.to_day,
        );
        expect(covers).toBe(true);
      }
    }
  });

  it('ask for what was validated and priced on the day they were sent, from one performer', () => {
    const items = new Map(rows.catalogue_item.map((item) => [item.id, item]));
    const validated = groupBy(
      rows.item_decision.filter(({ state }) => state === 'validated'),
      ({ item_id }) => item_id,
    );
    const prices = groupBy(rows.item_price, ({ item_id }) => item_id);
    for (const order of orders.filter(({ number }) => number !== null)) {
      const day = order.submitted_at!.slice(0, 10);
      for (const line of lines.get(order.id)!) {
        const item = items.get(line.item_id)!;
        expect(item.contract_id).toBe(order.contract_id);
        if (line.extra) continue;
        expect(validated.get(item.id)!.some(({ meeting_on }) => meeting_on! <= day)).toBe(true);
        // A quote has a price of its own.
        if (line.quoted) continue;
        const price = prices.get(item.id)!.findLast(({ from_day }) => from_day <= day);
        expect(line.unit_net_cents).toBe(price?.unit_net_cents);
      }
    }
  });

  it('add up: what was asked, approved and reported is the sum of their lines', () => {
    for (const order of orders) {
      expect(order.asked_cents).toBe(totalOf(order.id, (line) => line.quantity_asked));
      if (order.approved_cents !== null) {
        expect(order.approved_cents).toBe(totalOf(order.id, (line) => line.quantity_approved));
      }
      if (order.reported_cents !== null) {
        const more = order.reported_cents - totalOf(order.id, (line) => line.quantity_done);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
      }
    }
  });

  it('are numbered without a gap by the instant they were first sent', () => {
    const first = orders
      .filter(({ number }) => number !== null)
      .map(({ id, number }) => ({ number: number!, at: movesNamed(id, 'submit')[0]!.at }))
      .sort((one, other) => (one.number < other.number ? -1 : 1));
    for (const [year, sent] of groupBy(first, ({ at }) => at.slice(0, 4))) {
      expect(sent.map(({ number }) => number)).toEqual(
        sent.map((_, position) => `C-${year}-${String(position + 1).padStart(5, '0')}`),
      );
      expect(sent.map(({ at }) => at)).toEqual(sent.map(({ at }) => at).sort());
      expect(lastOrderNumbers[Number(year)]).toBe(sent.length);
    }
  });

  it('are sent on school days, and planned outside class', () => {
    const days = createDays(today);
    const schools = new Map(rows.school.map((school) => [school.id, school]));
    const hours = new Map(
      rows.school_opening_hours.map(({ school_id, from_day, hours }) => [school_id, { from: from_day, hours }]),
    );
    for (const order of orders) {
      for (const { at } of movesNamed(order.id, 'submit')) {
        expect([at, days.isSchoolDay(at.slice(0, 10)), weekdayOf(at.slice(0, 10)) === 'wed']).toEqual([
          at,
          true,
          false,
        ]);
      }
      if (order.planned_from === null) continue;
      const school = schools.get(order.school_id)!;
      const [from, to] = [new Date(order.planned_from), new Date(order.planned_to!)].map(parisDateTimeOf);
      const { publicHolidays, schoolHolidays } = days;
      const problem = slotProblem(
        { date: from!.date, startsAt: from!.time, endsAt: to!.time },
        {
          calendar: { openingHours: [hours.get(school.id)!], publicHolidays, schoolHolidays },
          from: from!.date,
          delayWorkingDays: 0,
          workHours: STANDARD_WORK_HOURS,
          opensInHolidays: !school.presence_needed,
        },
      );
      expect([order.number, problem]).toEqual([order.number, null]);
    }
  });
});
