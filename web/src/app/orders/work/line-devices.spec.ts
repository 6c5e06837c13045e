import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OfferedDevice, OrderLineAnswer } from '@parc/api-client';
import { LineDevices } from './line-devices';
import { orderLine, orderPage } from './order-page.fixture';
import { type LineChange, type LineDraft, reportGaps, reportRequest, startReport } from './report-draft';

let server: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  server = TestBed.inject(HttpTestingController);
});

const model = orderLine({ itemKind: 'model', itemName: 'Portable', quantityApproved: 2 });
const known: OfferedDevice = {
  ...{ id: 'e1', tag: 'PE-000012', serial: 'SN12', modelName: 'Portable' },
  ...{ state: 'in-stock', roomId: null, place: 'Réserve' },
};

/** A line whose devices are being named, as the report that holds it changes. */
function naming(line: OrderLineAnswer) {
  const page = orderPage({ lines: [line] });
  const fixture = TestBed.createComponent(LineDevices);
  let draft: LineDraft = startReport(page, '').lines[line.id]!;
  const set = (name: string, value: unknown) => fixture.componentRef.setInput(name, value);
  set('orderId', page.id);
  set('line', line);
  set('draft', draft);
  fixture.componentInstance.changed.subscribe((change: LineChange) => {
    draft = { ...draft, ...(typeof change === 'function' ? change(draft) : change) };
    set('draft', draft);
  });
  const host = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (name: RegExp) => {
    [...host.querySelectorAll('button')].find((one) => name.test(one.textContent))!.click();
    await settle();
  };
  const reads = async (code: string) => {
    const input = host.querySelector<HTMLInputElement>('parc-device-code input')!;
    input.value = code;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();
  };
  const report = () => ({ ...startReport(page, ''), lines: { [line.id]: draft } });
  return {
    ...{ host, press, reads, settle },
    sent: () => reportRequest(page, report(), 0).devices,
    gaps: () => reportGaps(page, report()).map(({ message }) => message),
  };
}

const answer = (items: OfferedDevice[], isKnown = items.length > 0) =>
  server.expectOne(({ url }) => url.endsWith('/devices')).flush({ items, known: isKnown });

describe('the devices of a line', () => {
  it('are named by what a reader reads, and go to the room of the line', async () => {
    const line = naming(model);
    await line.settle();
    await line.press(/Nommer l’appareil/);
    await line.reads('sn12');
    answer([{ ...known, serial: 'sn12' }]);
    await line.settle();
    expect(line.sent()).toEqual([{ lineId: 'line-1', mark: 'PE-000012', roomId: 'room-2' }]);
    await line.reads('PE-000012');
    server.expectNone(({ url }) => url.endsWith('/devices'));
    expect(line.host.textContent).toContain('est déjà dans la liste');
  });

  it('are made from the line where nobody knows the number, and said to be elsewhere where somebody does', async () => {
    const line = naming(model);
    await line.settle();
    await line.press(/Nommer l’appareil/);
    await line.reads('SN-NEUF');
    answer([]);
    await line.settle();
    expect(line.host.textContent).toContain('Nouveau');
    await line.reads('PE-000099');
    answer([], true);
    await line.settle();
    expect(line.host.textContent).toContain('PE-000099 est ailleurs');
    expect(line.sent()).toEqual([{ lineId: 'line-1', mark: 'SN-NEUF', roomId: 'room-2' }]);
  });

  it('of a service that nobody knows are noted in words', async () => {
    const line = naming(orderLine());
    await line.settle();
    await line.press(/Nommer l’appareil/);
    await line.reads('SN-VIEUX');
    answer([]);
    await line.settle();
    await line.press(/Le noter en clair/);
    expect(line.sent()).toEqual([]);
    expect(line.host.querySelector<HTMLInputElement>('parc-field input[maxlength="500"]')?.value).toBe('SN-VIEUX');
  });

  it('are taken as they were read where there is no network', async () => {
    const line = naming(model);
    await line.settle();
    await line.press(/Nommer l’appareil/);
    await line.reads('PE-000012');
    server.expectOne(({ url }) => url.endsWith('/devices')).error(new ProgressEvent('error'));
    await line.settle();
    expect(line.sent()).toEqual([{ lineId: 'line-1', mark: 'PE-000012', roomId: 'room-2' }]);
  });

  it('are asked their room, and are no more than the units of a model', async () => {
    const line = naming({ ...model, roomId: null, roomName: null, quantityApproved: 1 });
    await line.settle();
    await line.press(/Nommer l’appareil/);
    for (const code of ['SN-1', 'SN-2']) {
      await line.reads(code);
      answer([]);
      await line.settle();
    }
    expect(line.gaps()).toEqual([
      'Dites dans quelle salle est SN-1.',
      'Dites dans quelle salle est SN-2.',
      'Plus d’appareils nommés que d’unités posées : Portable.',
    ]);
  });
});
