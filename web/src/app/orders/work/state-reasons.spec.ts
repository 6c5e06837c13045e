import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OrderPage } from '@parc/api-client';
import { ORDER_ACTION_WORDS, type OrderAction, ORDERS } from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { readProblem } from '../../shell/interceptors';
import { orderPage } from './order-page.fixture';
import { stateReasons } from './state-reasons';
import { WorkPage } from './work-page';

const SINCE = '2026-11-24T15:35:00Z';

function entry(action: OrderAction, reason: string | null, at = SINCE): OrderPage['thread'][number] {
  const word = ORDER_ACTION_WORDS[action];
  return { action, word, at, reason, role: 'plan-manager', roleLabel: 'Gestion du plan', name: null, detail: {} };
}

async function shown(order: OrderPage): Promise<string> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(WorkPage);
  fixture.componentRef.setInput('id', order.id);
  fixture.detectChanges();
  for (const asked of TestBed.inject(HttpTestingController).match(`/api/v1/orders/${order.id}`)) asked.flush(order);
  await fixture.whenStable();
  fixture.detectChanges();
  return (fixture.nativeElement as HTMLElement).textContent;
}

describe('the page of who carries an order out', () => {
  it.each(ORDERS.moves.filter(({ reason }) => reason).map(({ state, action, next }) => ({ state, action, next })))(
    'says why, after "$action" from "$state"',
    async ({ action, next }) => {
      const thread = [entry(action, 'La salle est en travaux')];
      const text = await shown(orderPage({ state: next, stateSince: SINCE, possible: [], thread }));
      expect(text).toContain('La salle est en travaux');
      expect(text).toContain(ORDER_ACTION_WORDS[action]);
    },
  );

  it('has no place for a reason where none was asked', async () => {
    const thread = [entry('start', null), entry('interrupt', 'Pluie', '2026-11-20T08:00:00Z')];
    expect(await shown(orderPage({ thread }))).not.toMatch(/Motif|Pluie/);
  });
});

describe('the reasons of a state', () => {
  const reasonsOf = (given: Partial<OrderPage>) =>
    stateReasons(orderPage({ stateSince: SINCE, ...given })).map(({ reason }) => reason);

  it('are the last that led there, also when the work was interrupted and begun again', () => {
    const thread = [
      entry('start', null, '2026-11-24T15:35:00Z'),
      entry('interrupt', 'Il manque un câble', '2026-11-23T08:00:00Z'),
      entry('adjourn', 'La prise ne tient pas', '2026-11-22T08:00:00Z'),
      entry('dispute', 'Rien ne s’allume', '2026-11-12T08:00:00Z'),
    ];
    expect(reasonsOf({ state: 'in-progress', thread })).toEqual(['La prise ne tient pas']);
  });

  it('are also those given since, the last of each action', () => {
    const thread = [
      entry('ask-to-cancel', 'Salle prêtée', '2026-11-27T08:00:00Z'),
      entry('move', 'Grève', '2026-11-26T08:00:00Z'),
      entry('move', 'Neige', '2026-11-25T08:00:00Z'),
      entry('interrupt', 'Il manque un câble', SINCE),
      entry('move', 'Pont', '2026-11-20T08:00:00Z'),
    ];
    expect(reasonsOf({ state: 'scheduled', thread })).toEqual(['Salle prêtée', 'Grève', 'Il manque un câble']);
  });
});
