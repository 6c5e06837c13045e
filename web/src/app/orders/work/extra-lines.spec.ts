import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { ExtraLines } from './extra-lines';
import { orderPage } from './order-page.fixture';
import type { ExtraDraft } from './report-draft';

const ROWS = [
  { id: 'item-socket', name: 'Pose d’une prise réseau', priceCents: 9_600, unit: 'la prise' },
  { id: 'item-shelf', name: 'Pose d’un support', priceCents: 4_800, unit: 'la pose' },
];

it('takes the item that the arrows point at, at today’s price', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ExtraLines);
  fixture.componentRef.setInput('order', orderPage());
  fixture.componentRef.setInput('lines', []);
  const added: (readonly ExtraDraft[])[] = [];
  fixture.componentInstance.changed.subscribe((change) => added.push(change([])));
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const press = async (key: string): Promise<void> => {
    host.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settled();
  };
  await settled();
  host.querySelector('button')!.click();
  await settled();
  server.expectOne('/api/v1/catalogue/items/item-projector').flush({ contractId: null });
  await settled();
  server.expectOne((request) => request.url === '/api/v1/catalogue/items').flush({ items: ROWS, total: 2 });
  await settled();
  await press('ArrowDown');
  await press('ArrowDown');
  expect(host.querySelector('.active')?.textContent).toContain('Pose d’un support');
  await press('Enter');
  server.expectOne('/api/v1/catalogue/items/item-shelf').flush({
    id: 'item-shelf',
    name: 'Pose d’un support',
    kind: 'service',
    prices: [{ holds: 'current', unitNetCents: 4_000, vatBasisPoints: 2000 }],
  });
  await settled();
  expect(added).toEqual([
    [
      expect.objectContaining({
        itemId: 'item-shelf',
        itemName: 'Pose d’un support',
        itemKind: 'service',
        quantity: 1,
        unitNetCents: 4_000,
      }),
    ],
  ]);
});
