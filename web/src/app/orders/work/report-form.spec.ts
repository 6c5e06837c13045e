import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { orderPage } from './order-page.fixture';
import { OrderWork } from './order-work';
import { ReportForm } from './report-form';

const FILES = '/api/v1/orders/order-1/files?kind=report-photo';
const REPORT = '/api/v1/orders/order-1/report';
let server: HttpTestingController;

beforeEach(() => {
  URL.createObjectURL = () => 'blob:photo';
  URL.revokeObjectURL = () => undefined;
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), OrderWork] });
  server = TestBed.inject(HttpTestingController);
});

/** The report of work whose arrival and departure are told, one photo taken, sent while that photo is on its way. */
async function reporting() {
  const fixture = TestBed.createComponent(ReportForm);
  fixture.componentRef.setInput('order', orderPage());
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const hours = host.querySelectorAll<HTMLInputElement>('input[type=time]');
  for (const [place, time] of ['08:00', '09:00'].entries()) {
    hours[place]!.value = time;
    hours[place]!.dispatchEvent(new Event('input'));
  }
  const box = host.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(box, 'files', { value: [new File(['x'], 'a.jpg', { type: 'image/jpeg' })] });
  box.dispatchEvent(new Event('change'));
  await settle();
  const send = async () => {
    const button = [...host.querySelectorAll('button')].find((one) => /confirmera plus tard/i.test(one.textContent));
    button!.click();
    await settle();
  };
  await send();
  return { host, settle, send };
}

describe('a report', () => {
  it('waits for its photos: once the work is reported none may follow', async () => {
    const { settle } = await reporting();
    server.expectNone(REPORT);
    server.expectOne(FILES).flush({ id: 'file-a', createdAt: '2026-11-24T16:00:00Z' });
    await settle();
    expect(server.match(REPORT)).toHaveLength(1);
  });

  it('does not leave without a photo that is lost, and says so', async () => {
    const { host, settle } = await reporting();
    server.expectOne(FILES).error(new ProgressEvent('error'));
    await settle();
    server.expectNone(REPORT);
    expect(host.textContent).toContain('Une photo n’est pas partie');
  });
});
