import type { Type } from '@angular/core';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OrderPage } from '@parc/api-client';
import { ORDERS, type OrderMove, type Role } from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { readProblem } from '../shell/interceptors';
import { OrderPageView } from './page/order-page';
import { orderPage } from './work/order-page.fixture';
import { WorkPage } from './work/work-page';

/** Where each of those who move an order does it. */
const PAGES: Partial<Record<Role, Type<unknown>>> = {
  teacher: OrderPageView,
  'school-head': OrderPageView,
  'plan-manager': OrderPageView,
  technician: WorkPage,
  installer: WorkPage,
};

/** What may be pressed or filled in on the page of an order. */
async function controls(page: Type<unknown>, order: OrderPage): Promise<string[]> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(page);
  fixture.componentRef.setInput('id', order.id);
  fixture.detectChanges();
  for (const asked of TestBed.inject(HttpTestingController).match(`/api/v1/orders/${order.id}`)) asked.flush(order);
  await fixture.whenStable();
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  return [...host.querySelectorAll('button, a, input, textarea')].map((each) => each.textContent.trim()).sort();
}

/** The row as a person reads it, where nothing on the page lets him or her make it. */
async function unoffered({ state, action }: OrderMove, role: Role): Promise<string[]> {
  const page = PAGES[role];
  if (!page) return [`${role} may ${action} an order ${state}, and this test does not know on which page`];
  const [without, offered] = [
    await controls(page, orderPage({ state, possible: [] })),
    await controls(page, orderPage({ state, possible: [action] })),
  ];
  return offered.join() === without.join()
    ? [`${role} may ${action} an order ${state}, and ${page.name} has no button for it`]
    : [];
}

const byPeople = ORDERS.moves.filter(({ who }) => who.some((role) => role !== 'system'));

describe('the page of an order', () => {
  it.each([...new Set(byPeople.map(({ action }) => action))])(
    'lets those who may %s it do so, in every state from which they may',
    async (action) => {
      const told: string[] = [];
      for (const move of byPeople.filter((row) => row.action === action))
        for (const role of move.who) if (role !== 'system') told.push(...(await unoffered(move, role)));
      expect(told).toEqual([]);
    },
  );
});
