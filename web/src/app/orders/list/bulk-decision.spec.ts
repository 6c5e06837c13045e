import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OrderListItem } from '@parc/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readProblem } from '../../shell/interceptors';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { BulkDecision } from './bulk-decision';
import { orderRow } from './order-row.fixture';

const ROWS = [
  orderRow({ id: 'a', number: 'C-2026-00001', amountCents: 43_100, version: 2 }),
  orderRow({ id: 'b', number: 'C-2026-00002', amountCents: 52_700, version: 3, blocked: true }),
  orderRow({ id: 'c', number: 'C-2026-00003', amountCents: 30_600, state: 'confirmed', version: 7 }),
];
const outcome = (id: string, done: boolean, sentence: string | null = null) => ({
  id,
  number: null,
  done,
  code: done ? null : 'order.contract-maximum',
  sentence,
  amountCents: done ? 43_100 : 0,
});

describe('deciding about several orders', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function shown(orders: readonly OrderListItem[], mayCertify: boolean) {
    const state = sessionState();
    const reading = TestBed.inject(Session).extend();
    server
      .expectOne('/api/v1/session')
      .flush({ ...state, assignment: { ...state.assignment, role: 'plan-manager', mayCertify } });
    await reading;
    const fixture = TestBed.createComponent(BulkDecision);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.componentRef.setInput('orders', orders);
    let moves = 0;
    fixture.componentInstance.moved.subscribe(() => moves++);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const settled = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const buttons = () => [...host.querySelectorAll('button')].map(words);
    const press = async (label: string): Promise<void> => {
      [...host.querySelectorAll('button')].find((each) => words(each).startsWith(label))!.click();
      await settled();
    };
    return { host, buttons, press, settled, moves: () => moves };
  }

  const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('offers each decision with its count and its amount, certification only with the delegation', async () => {
    expect((await shown(ROWS, false)).buttons()).toContain('Approuver 2 · 958,00 €');
    const { buttons } = await shown(ROWS, true);
    expect(buttons()).toContain('Certifier 1 · 306,00 €');
  });

  it('says first what would be refused and why, and does nothing yet', async () => {
    const { host, press, settled, moves } = await shown(ROWS, false);
    await press('Approuver 2');
    const asked = server.expectOne((request) => request.url === '/api/v1/orders/bulk/approve');
    expect(asked.request.params.get('preview')).toBe('true');
    expect(asked.request.body).toEqual({
      orders: [
        { id: 'a', version: 2 },
        { id: 'b', version: 3 },
      ],
    });
    asked.flush({
      outcomes: [outcome('a', true), outcome('b', false, 'Le maximum serait dépassé.')],
      totalCents: 43_100,
    });
    await settled();
    expect(words(host.querySelector('dialog h2')!)).toBe('1 commande sera approuvée · 431,00 €');
    expect([...host.querySelectorAll('dialog li')].map(words)[0]).toContain('C-2026-00002');
    expect(words(host.querySelector('dialog li')!)).toContain('Le maximum serait dépassé.');
    expect(moves()).toBe(0);
  });

  it('then decides about what passed alone, and reports line by line', async () => {
    const { host, press, settled, moves } = await shown(ROWS, false);
    await press('Approuver 2');
    server
      .expectOne((request) => request.url === '/api/v1/orders/bulk/approve')
      .flush({ outcomes: [outcome('a', true), outcome('b', false, 'Non.')], totalCents: 43_100 });
    await settled();
    await press('Approuver 1 · 431,00 €');
    const asked = server.expectOne((request) => request.url === '/api/v1/orders/bulk/approve');
    expect(asked.request.params.has('preview')).toBe(false);
    expect(asked.request.body).toEqual({ orders: [{ id: 'a', version: 2, seenCents: 43_100 }] });
    asked.flush({ outcomes: [outcome('a', true)], totalCents: 43_100 });
    await settled();
    expect(words(host.querySelector('dialog h2')!)).toBe('1 commande approuvée · 431,00 €');
    expect(moves()).toBe(1);
  });
});
