import { describe, expect, it } from '@jest/globals';
import { BLOCKED_SCHOOL_LIST, CONVENTION_LIST, CONVENTION_PAGE_TERMS } from './agreements/convention-list.js';
import { BUDGET_LIST } from './budgets/budget-list.js';
import { ITEM_LIST } from './catalogue/item-list.js';
import { ITEM_PAGE_TERMS } from './catalogue/item-page-terms.js';
import { SCHOOL_LIST } from './directory/school-list.js';
import { SCHOOL_PAGE_TERMS } from './directory/school-page-terms.js';
import { ACCOUNT_LIST } from './identity/account-list.js';
import { DELIVERY_LIST } from './inventory/delivery-list.js';
import { EQUIPMENT_LIST, EQUIPMENT_PAGE_TERMS } from './inventory/equipment-list.js';
import { listedOrderFields, orderFields, readsOrderMoney } from './orders/order-fields.js';
import { ORDER_LIST } from './orders/order-list.js';
import { ORDER_LINE_TERMS, ORDER_PAGE_TERMS } from './orders/order-page-terms.js';
import { ORDER_STATE_NAMES } from './orders/order-states.js';
import { ROLES } from './roles/roles.js';
import { isRead, type Terms } from './reading/terms.js';

/** "amountCents: money", for every word that somebody does not read. */
const hiding = (terms: Terms<string>) =>
  Object.entries(terms).flatMap(([name, group]) => (group === null ? [] : [`${name}: ${group}`]));

describe('a term', () => {
  it('is read by everybody without a group, by those who read its group, and by nobody when it was not declared', () => {
    expect(isRead(null, { money: false })).toBe(true);
    expect(isRead('money', { money: false })).toBe(false);
    expect(isRead('money', { money: true })).toBe(true);
    expect(isRead(undefined, { money: true })).toBe(false);
  });
});

/** Written by hand a second time: what is hidden in a list is hidden in its orders and filters. */
describe('what lists hide', () => {
  it('of orders is the money, as a column, an order, a filter and a view', () => {
    expect(hiding(ORDER_LIST.columns)).toEqual(['amountCents: money']);
    expect(hiding(ORDER_LIST.sorts)).toEqual(['amount: money']);
    expect(hiding(ORDER_LIST.filters)).toEqual(['minCents: money', 'maxCents: money']);
    expect(hiding(ORDER_LIST.views)).toEqual(['to-invoice: money']);
  });
  it('of items is the price', () => {
    expect(hiding(ITEM_LIST.columns)).toEqual(['priceCents: prices', 'priceFrom: prices']);
    expect(hiding(ITEM_LIST.sorts)).toEqual(['price: prices']);
    expect(hiding(ITEM_LIST.filters)).toEqual([]);
  });
  it('of devices is the price', () => {
    expect(hiding(EQUIPMENT_LIST.columns)).toEqual(['priceCents: prices']);
    expect([...hiding(EQUIPMENT_LIST.sorts), ...hiding(EQUIPMENT_LIST.filters)]).toEqual([]);
  });
  it('of schools is their figures', () => {
    expect(hiding(SCHOOL_LIST.columns)).toEqual(['pupils: figures', 'classes: figures']);
    expect(hiding(SCHOOL_LIST.sorts)).toEqual(['pupils: figures', 'classes: figures']);
    expect(hiding(SCHOOL_LIST.filters)).toEqual([]);
  });
  it('of conventions, budgets, accounts and deliveries is nothing: who has the list reads it whole', () => {
    for (const { columns, sorts, filters } of [
      CONVENTION_LIST,
      BLOCKED_SCHOOL_LIST,
      BUDGET_LIST,
      ACCOUNT_LIST,
      DELIVERY_LIST,
    ])
      expect([...hiding(columns), ...hiding(sorts), ...hiding(filters)]).toEqual([]);
  });
});

describe('what pages hide', () => {
  it('of a device is its purchase, its history and who saw it', () => {
    expect(hiding(EQUIPMENT_PAGE_TERMS)).toEqual([
      ...[
        'contractNumber',
        'supplierName',
        'netCents',
        'vatBasisPoints',
        'priceCents',
        'funding',
        'commitmentNumber',
      ].map((name) => `${name}: prices`),
      'complaintNumber: history',
      'retirementNumber: history',
      'lastSeenBy: names',
      'history: history',
    ]);
  });
  it('of an order is money, budget, place and the words of its thread', () => {
    expect(hiding(ORDER_PAGE_TERMS)).toEqual([
      'place: place',
      'purchaseOrderNumber: money',
      'note: thread',
      'changes: money',
      'askedCents: money',
      'approvedCents: money',
      'heldCents: money',
      'reportedCents: money',
      'certifiedCents: money',
      'assignedAccountId: thread',
      'reportNote: thread',
      'invoiceNumber: money',
      'thread: thread',
      'files: thread',
      'budget: budget',
      'gate: budget',
    ]);
    expect(hiding(ORDER_LINE_TERMS)).toEqual([
      'unitNetCents: money',
      'vatBasisPoints: money',
      'unitTotalCents: money',
      'decisionReason: thread',
      'lessReason: thread',
      'equipment: thread',
    ]);
  });
  it('of schools, items and conventions is what their fields say', () => {
    expect(hiding(SCHOOL_PAGE_TERMS)).toEqual([
      'contacts: contacts',
      'access: access',
      'people: people',
      'figures: figures',
      'gate: convention',
      'budgets: budget',
      'orders: orders',
    ]);
    expect(hiding(ITEM_PAGE_TERMS)).toEqual(['prices: prices', 'decisions: decisions']);
    expect(hiding(CONVENTION_PAGE_TERMS)).toEqual(['file: file', 'thread: thread']);
  });
});

describe('of orders side by side', () => {
  it('a role reads what it reads of every single one', () => {
    for (const role of ROLES) {
      const listed = listedOrderFields(role);
      for (const group of ['money', 'budget', 'thread', 'place'] as const)
        expect(listed[group]).toBe(ORDER_STATE_NAMES.every((state) => orderFields(role, state)[group]));
      expect(readsOrderMoney(role)).toBe(listed.money);
    }
    expect(listedOrderFields('installer')).toEqual({ money: true, budget: false, thread: false, place: false });
    expect(listedOrderFields('technician')).toEqual({ money: true, budget: true, thread: true, place: true });
  });
});
