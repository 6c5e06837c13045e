import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { orderPage } from './order-page.fixture';
import { PhotoSending } from '../photos/photo-sending';
import { ReportPhotos } from './report-photos';

const ADDRESS = '/api/v1/orders/order-1/files?kind=report-photo';
let server: HttpTestingController;

beforeEach(() => {
  URL.createObjectURL = () => 'blob:photo';
  URL.revokeObjectURL = () => undefined;
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), PhotoSending],
  });
  server = TestBed.inject(HttpTestingController);
});

async function taking(...files: File[]) {
  const fixture = TestBed.createComponent(ReportPhotos);
  fixture.componentRef.setInput('order', orderPage());
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const box = host.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(box, 'files', { value: files, configurable: true });
  box.dispatchEvent(new Event('change'));
  await fixture.whenStable();
  const answer = async (request: TestRequest, answered: (request: TestRequest) => void) => {
    answered(request);
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (words: string) => {
    [...host.querySelectorAll('button')].find((button) => button.textContent?.includes(words))?.click();
    await fixture.whenStable();
  };
  return { host, answer, press };
}

const photo = (name: string, type = 'image/jpeg') => new File(['x'], name, { type });
const sent = (id: string) => (request: TestRequest) => request.flush({ id, createdAt: '2026-11-24T16:00:00Z' });
const lost = (request: TestRequest) => request.error(new ProgressEvent('error'));

it('sends each photo as soon as it is taken, one after the other', async () => {
  const { host, answer } = await taking(photo('a.jpg'), photo('b.jpg'));
  await answer(server.expectOne(ADDRESS), sent('file-a'));
  await answer(server.expectOne(ADDRESS), sent('file-b'));
  expect([...host.querySelectorAll('parc-order-photos img')].map((image) => image.getAttribute('src'))).toEqual([
    '/api/v1/orders/order-1/files/file-a',
    '/api/v1/orders/order-1/files/file-b',
  ]);
  server.verify();
});

it('sends a lost photo again under the same key, and the next ones meanwhile', async () => {
  const { host, answer, press } = await taking(photo('a.jpg'), photo('b.jpg'));
  const first = server.expectOne(ADDRESS);
  await answer(first, lost);
  expect(host.querySelector('[role=alert]')?.textContent).toContain('réseau');
  await answer(server.expectOne(ADDRESS), sent('file-b'));
  await press('Renvoyer');
  const again = server.expectOne(ADDRESS);
  expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  await answer(again, sent('file-a'));
  expect(host.querySelector('[role=alert]')).toBeNull();
});

it('sends nothing that is no photo', async () => {
  const { host } = await taking(photo('facture.pdf', 'application/pdf'));
  server.verify();
  expect(host.textContent).toContain('facture.pdf n’est pas une photo');
});
