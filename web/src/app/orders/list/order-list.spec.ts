import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OrderListItem } from '@parc/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { orderPage } from '../decision/order-page.fixture';
import { OrderList } from './order-list';
import { orderRow } from './order-row.fixture';

@Component({ template: '' })
class Empty {}

const ROWS = [
  orderRow({ id: 'a', number: 'C-2026-00001', version: 2 }),
  orderRow({ id: 'b', number: 'C-2026-00002', version: 3 }),
];

describe('the list of orders', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    Object.defineProperty(window, 'matchMedia', {
      configurable: true,
      value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
    });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'commandes', component: OrderList },
          { path: '**', component: Empty },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function opened(address: string, role: 'plan-manager' | 'school-head', rows: readonly OrderListItem[] = ROWS) {
    const state = sessionState();
    const reading = TestBed.inject(Session).extend();
    server.expectOne('/api/v1/session').flush({ ...state, assignment: { ...state.assignment, role } });
    await reading;
    const harness = await RouterTestingHarness.create(address);
    const answer = (items: readonly OrderListItem[]) => ({ items, total: items.length, page: 1, size: 50 });
    const settled = async (): Promise<void> => {
      // Not until it is stable: a list that is being read again is answered by the test, later.
      await new Promise((resolve) => setTimeout(resolve, 20));
      harness.detectChanges();
    };
    const flush = async (items = rows): Promise<string[]> => {
      const asked = server.match((request) => request.url === '/api/v1/orders');
      for (const each of asked) if (!each.cancelled) each.flush(answer(items));
      server.match('/api/v1/orders/tabs').forEach((each) => each.flush({ tabs: [] }));
      server.match('/api/v1/communes').forEach((each) => each.flush({ items: [] }));
      await settled();
      return asked.map(({ request }) => request.params.toString());
    };
    const host = harness.routeNativeElement!;
    const key = (element: Element, name: string, shiftKey = false): boolean =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }));
    return { host, flush, settled, key };
  }

  it('reads what the address says and answers in its title', async () => {
    const { host, flush } = await opened('/commandes?vue=a-approuver&secteur=private', 'plan-manager');
    expect((await flush())[0]).toContain('view=to-approve&sector=private&sort=age&direction=asc');
    expect(host.querySelector('h1')?.textContent?.replace(/\s/g, ' ')).toBe('2 commandes à approuver');
  });

  it('lets every letter be typed in its search, and keeps the search in the address', async () => {
    const { host, flush, key } = await opened('/commandes', 'plan-manager');
    await flush();
    const box = host.querySelector<HTMLInputElement>('input[type=search]')!;
    expect(key(box, 'a')).toBe(true);
    box.value = 'églantines';
    box.dispatchEvent(new Event('input'));
    key(box, 'Enter');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(decodeURI(TestBed.inject(Router).url)).toBe('/commandes?recherche=églantines');
  });

  it('approves the row in focus by A, in the version that was read', async () => {
    const { host, flush, key, settled } = await opened('/commandes', 'plan-manager');
    await flush();
    key(host.querySelectorAll('tbody tr')[0]!, 'a');
    await settled();
    const asked = server.expectOne('/api/v1/orders/a/approve');
    expect(asked.request.headers.get('If-Match')).toBe('"2"');
    asked.flush({ id: 'a', number: 'C-2026-00001', state: 'approved', version: 3 });
    await settled();
    await flush(ROWS.slice(1));
    expect(host.querySelector('h1')?.textContent?.replace(/\s/g, ' ')).toBe('1 commande à approuver');
  });

  it.each([
    ['total.changed', 'Le montant a changé : il est maintenant de 480,00 €.'],
    ['version.stale', 'Quelqu’un a modifié ceci entre-temps.'],
  ])('shows what a row costs by now, and asks again, before it is approved: %s', async (code, detail) => {
    const { host, flush, key, settled } = await opened('/commandes', 'plan-manager');
    await flush();
    key(host.querySelectorAll('tbody tr')[0]!, 'a');
    await settled();
    server
      .expectOne('/api/v1/orders/a/approve')
      .flush({ status: 412, code, title: detail, detail }, { status: 412, statusText: 'Precondition Failed' });
    await settled();
    server
      .expectOne('/api/v1/orders/a')
      .flush(orderPage({ id: 'a', version: 5, askedCents: 48_000, possible: ['approve'] }));
    await settled();
    await flush([orderRow({ id: 'a', number: 'C-2026-00001', version: 5, amountCents: 48_000 })]);
    const dialog = host.querySelector('parc-confirm-dialog')!;
    const words = () => dialog.textContent!.replace(/\s/g, ' ');
    expect(words()).toContain('Approuver C-2026-00001 pour 480,00 € ?');
    expect(words()).toContain(detail);
    server.expectNone('/api/v1/orders/a/approve');
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent!.includes('Approuver'))!.click();
    await settled();
    const agreed = server.expectOne('/api/v1/orders/a/approve');
    expect(agreed.request.headers.get('If-Match')).toBe('"5"');
    expect(agreed.request.body).toEqual({ seenCents: 48_000 });
    agreed.flush({ id: 'a', number: 'C-2026-00001', state: 'approved', version: 6 });
    await settled();
    expect(words().trim()).toBe('');
  });

  it('does not ask again for a row that may not be approved any more', async () => {
    const { host, flush, key, settled } = await opened('/commandes', 'plan-manager');
    await flush();
    key(host.querySelectorAll('tbody tr')[0]!, 'a');
    await settled();
    server
      .expectOne('/api/v1/orders/a/approve')
      .flush(
        { status: 409, code: 'order.state', title: 'Étape impossible', detail: 'La commande est « Refusée ».' },
        { status: 409, statusText: 'Conflict' },
      );
    await settled();
    server.expectOne('/api/v1/orders/a').flush(orderPage({ id: 'a', possible: [] }));
    await settled();
    expect(host.querySelector('parc-confirm-dialog')!.textContent!.trim()).toBe('');
  });

  it('keeps its ticks from one page or filter to the next, and not in another view', async () => {
    const { host, flush, settled } = await opened('/commandes', 'plan-manager');
    await flush();
    const ticks = () => [...host.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')];
    ticks()[0]!.click();
    await settled();
    for (const [address, kept] of [
      ['/commandes?page=2', true],
      ['/commandes?secteur=public', true],
      ['/commandes?vue=bloquees', false],
    ] as const) {
      await TestBed.inject(Router).navigateByUrl(address);
      await settled();
      await flush();
      expect([address, ticks()[0]!.checked]).toEqual([address, kept]);
    }
  });

  it('offers a school neither ticks nor decisions, and opens its draft where it is composed', async () => {
    const draft = orderRow({ id: 'd', number: null, state: 'draft' });
    const { host, flush, key, settled } = await opened('/commandes?vue=brouillons', 'school-head', [draft]);
    await flush();
    expect(host.querySelector('tbody input')).toBeNull();
    key(host.querySelector('tbody tr')!, 'a');
    server.expectNone('/api/v1/orders/d/approve');
    key(host.querySelector('tbody tr')!, 'Enter');
    await settled();
    expect(TestBed.inject(Router).url).toBe('/commandes/d/composer');
  });
});
