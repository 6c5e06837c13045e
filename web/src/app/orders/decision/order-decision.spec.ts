import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OrderPage } from '@parc/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readProblem } from '../../shell/interceptors';
import { OrderDecision } from './order-decision';
import { orderLine, orderPage } from './order-page.fixture';

const APPROVE = { method: 'POST', url: '/api/v1/orders/order-1/approve' };
const MOVED = { id: 'order-1', number: 'C-2026-00196', state: 'approved', version: 5 };

describe('deciding about an order', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function shown(page: OrderPage) {
    const fixture = TestBed.createComponent(OrderDecision);
    fixture.componentRef.setInput('page', page);
    let moves = 0;
    fixture.componentInstance.moved.subscribe(() => moves++);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const settled = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const press = async (label: string): Promise<void> => {
      const button = [...host.querySelectorAll('button')].find((each) => words(each).includes(label));
      if (button === undefined) throw new Error(`No button ${label} in ${words(host)}`);
      button.click();
      await settled();
    };
    const fill = async (selector: string, text: string): Promise<void> => {
      const box = host.querySelector<HTMLInputElement>(selector)!;
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await settled();
    };
    return { host, press, fill, settled, moves: () => moves };
  }

  const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('approves the version that was read, once, and says that it moved', async () => {
    const { press, settled, moves } = await shown(orderPage());
    await press('Approuver 756,00 €');
    const asked = server.expectOne(APPROVE);
    expect(asked.request.headers.get('If-Match')).toBe('"4"');
    expect(asked.request.body).toEqual({ seenCents: 75_600 });
    asked.flush(MOVED);
    await settled();
    expect(moves()).toBe(1);
  });

  it('says the refusal beside the button and keeps the reason that was typed', async () => {
    const { host, press, fill, settled, moves } = await shown(orderPage());
    await press('Refuser…');
    await fill('textarea', 'Matériel déjà sur place');
    await press('Refuser la commande');
    server
      .expectOne({ method: 'POST', url: '/api/v1/orders/order-1/reject' })
      .flush(
        { code: 'order.state', title: 'La commande est « Approuvée » : cette étape n’est pas possible maintenant.' },
        { status: 409, statusText: '' },
      );
    await settled();
    expect(words(host.querySelector('[role=alert]')!)).toContain('cette étape n’est pas possible maintenant');
    expect(words(host.querySelector('[role=alert]')!)).toContain('Relire la commande');
    expect(host.querySelector('textarea')?.value).toBe('Matériel déjà sur place');
    expect(moves()).toBe(0);
  });

  it('asks why before it refuses', async () => {
    const { host, press } = await shown(orderPage());
    await press('Refuser…');
    await press('Refuser la commande');
    expect(words(host)).toContain('Dites pourquoi');
    server.verify();
  });

  it('approves a part with the reason of each line that gets less', async () => {
    const { host, press, fill, settled } = await shown(
      orderPage({ lines: [orderLine(), orderLine({ id: 'line-2', itemName: 'Câblage', quantityAsked: 1 })] }),
    );
    await press('Approuver en partie');
    host.querySelector<HTMLButtonElement>('button[aria-label^="Moins, Quantité approuvée, Pose"]')!.click();
    await settled();
    await press('Approuver 756,00 €');
    server.expectNone(APPROVE);
    await fill('li input[parcControl]', 'Deux salles prêtes');
    await press('Approuver 756,00 €');
    const asked = server.expectOne(APPROVE);
    expect(asked.request.body).toEqual({
      seenCents: 75_600,
      lines: [
        { lineId: 'line-1', quantity: 2, reason: 'Deux salles prêtes' },
        { lineId: 'line-2', quantity: 1 },
      ],
    });
    asked.flush(MOVED);
    await settled();
  });

  it('calls everything at zero a refusal', async () => {
    const { host, press, settled } = await shown(orderPage({ lines: [orderLine({ quantityAsked: 2 })] }));
    await press('Approuver en partie');
    for (let once = 0; once < 2; once++) host.querySelector<HTMLButtonElement>('button[aria-label^="Moins"]')!.click();
    await settled();
    expect(words(host)).toContain('Tout à zéro, c’est un refus');
    expect(host.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true);
    await press('Refuser en disant pourquoi');
    expect(words(host)).toContain('Refuser la commande C-2026-00196');
  });

  it('takes no room where the reader decides nothing', async () => {
    const { host } = await shown(orderPage({ possible: ['withdraw'] }));
    expect(host.classList.contains('empty')).toBe(true);
  });
});
