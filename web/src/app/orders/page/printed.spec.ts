import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Permission, reachOf, type Role, ROLES } from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { readProblem } from '../../shell/interceptors';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { orderPage } from '../work/order-page.fixture';
import { OrderPageView } from './order-page';

const PRINTED = orderPage({
  state: 'certified',
  certifiedAt: '2026-11-20T10:00:00Z',
  certifiedCents: 21_500,
  possible: [],
});

/** The permission of the route that an address of the API leads to. */
const ROUTES: readonly [RegExp, Permission][] = [
  [/\/orders\/[^/]+\/documents\//, 'orders.document'],
  [/\/orders\/[^/]+\/files\//, 'orders.files.read'],
];

async function documentsOffered(role: Role): Promise<string[]> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
  });
  const server = TestBed.inject(HttpTestingController);
  const state = sessionState();
  const open = TestBed.inject(Session).extend();
  server.expectOne('/api/v1/session').flush({ ...state, assignment: { ...state.assignment, role } });
  await open;
  const fixture = TestBed.createComponent(OrderPageView);
  fixture.componentRef.setInput('id', PRINTED.id);
  fixture.detectChanges();
  for (const asked of server.match(`/api/v1/orders/${PRINTED.id}`)) asked.flush(PRINTED);
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  for (const asked of server.match(({ url }) => url === '/api/v1/visits')) asked.flush({ items: [], total: 0 });
  await fixture.whenStable();
  fixture.detectChanges();
  const links = (fixture.nativeElement as HTMLElement).querySelectorAll<HTMLAnchorElement>('a[href^="/api/"]');
  return [...links].map((link) => link.getAttribute('href')!);
}

describe('what the page of an order opens straight from the API', () => {
  it.each(ROLES)('is offered to %s only where the route lets that role in', async (role) => {
    const refused = (await documentsOffered(role)).filter((address) => {
      const route = ROUTES.find(([pattern]) => pattern.test(address));
      return route === undefined || reachOf(route[1], role) === null;
    });
    expect(refused).toEqual([]);
  });

  it('is the form and the certificate, for the head of the school', async () => {
    expect(await documentsOffered('school-head')).toHaveLength(2);
  });
});
