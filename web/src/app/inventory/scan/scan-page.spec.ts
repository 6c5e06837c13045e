import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { Camera } from '../../shell/scan/camera';
import { CodeReader } from '../../shell/scan/code-reader';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { equipmentPageOf } from '../equipment.fixture';
import { ScanPage } from './scan-page';

@Component({ template: '' })
class Empty {}

let server: HttpTestingController;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'scanner', component: ScanPage },
          { path: '**', component: Empty },
        ],
        withComponentInputBinding(),
      ),
      { provide: Camera, useValue: { open: () => Promise.resolve('missing') } },
      { provide: CodeReader, useValue: { load: () => Promise.resolve({ read: () => Promise.resolve([]) }) } },
    ],
  });
  server = TestBed.inject(HttpTestingController);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function opened(role: Role, address = '/scanner') {
  const state = sessionState();
  const reading = TestBed.inject(Session).extend();
  server.expectOne('/api/v1/session').flush({ ...state, assignment: { ...state.assignment, role } });
  await reading;
  const harness = await RouterTestingHarness.create(address);
  const host = harness.routeNativeElement!;
  const one = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!;
  return {
    texts: (selector: string) =>
      [...host.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    /** By a reader, answered with a device of that tag, or with none. */
    read: async (code: string, found = true): Promise<void> => {
      for (const key of [...code, 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await answer(code, found);
    },
    readLent: async (code: string, found = true): Promise<void> => {
      for (const key of [...code, 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await answer(code, false);
      const asked = server.expectOne(`/api/v1/loans/borrowed/by-tag/${code}`);
      if (found) asked.flush({ equipmentId: `id-${code}`, tag: code, kitName: 'Valise', toDay: '2026-10-09' });
      else asked.flush({ status: 404, code: 'object.not-found' }, { status: 404, statusText: '' });
      await settled();
    },
    type: async (code: string): Promise<void> => {
      one<HTMLInputElement>('form input').value = code;
      one('form input').dispatchEvent(new Event('input'));
      one('form').dispatchEvent(new Event('submit', { cancelable: true }));
      await answer(code, true);
    },
    stay: async (): Promise<void> => {
      one('input[type=checkbox]').click();
      await settled();
    },
    /** Ids of the devices that were said to be seen. */
    seen: () => server.match(({ url }) => url.endsWith('/seen')).map(({ request }) => request.url.split('/').at(-2)),
  };
}

async function answer(code: string, found: boolean): Promise<void> {
  await settled();
  const asked = server.expectOne(`/api/v1/equipment/by-tag/${code}`);
  if (found) asked.flush(equipmentPageOf({ id: `id-${code}`, tag: code }));
  else asked.flush({ status: 404, code: 'object.not-found', title: 'Introuvable.' }, { status: 404, statusText: '' });
  await settled();
}

describe('a label that is read', () => {
  it('opens the page of its device, which was seen', async () => {
    const page = await opened('technician');
    await page.read('PE-000001');
    expect(TestBed.inject(Router).url).toBe('/parc/appareils/id-PE-000001');
    expect(page.seen()).toEqual(['id-PE-000001']);
  });

  it('goes back to the report that it was read for, even where one reads many', async () => {
    localStorage.setItem('parc.reglage.scanner.ouvre', 'false');
    const page = await opened('teacher', '/scanner?pour=panne');
    expect(page.texts('h1')).toEqual(['Lire l’étiquette de l’appareil en panne']);
    await page.read('PE-000001');
    expect(TestBed.inject(Router).url).toBe('/tickets/signaler?appareil=id-PE-000001');
  });

  it('stands in the list of what was read, the newest first, where one reads many', async () => {
    const page = await opened('technician');
    await page.stay();
    await page.read('PE-000001');
    await page.read('PE-999999', false);
    await page.read('PE-000002');
    expect(TestBed.inject(Router).url).toBe('/scanner');
    expect(page.texts('h1')).toEqual(['2 appareils lus']);
    expect(page.texts('.read .words').map((words) => /PE-\d+/.exec(words)?.[0])).toEqual([
      'PE-000002',
      'PE-999999',
      'PE-000001',
    ]);
  });

  it('is no sighting when its code was typed', async () => {
    const technician = await opened('technician');
    await technician.type('PE-000001');
    expect(technician.seen()).toEqual([]);
  });

  it('is no sighting by a firm, which reads devices and does not count them', async () => {
    const installer = await opened('installer');
    await installer.read('PE-000001');
    expect(installer.seen()).toEqual([]);
  });

  it('leads to the report of what the school has on loan, which stands in none', async () => {
    const page = await opened('teacher');
    await page.readLent('VA-01');
    expect(TestBed.inject(Router).url).toBe('/tickets/signaler?appareil=id-VA-01');
    expect(page.seen()).toEqual([]);
  });

  it('opens nothing to a school that has it not on loan', async () => {
    const teacher = await opened('teacher');
    await teacher.readLent('VA-02', false);
    expect([TestBed.inject(Router).url, ...teacher.texts('h1')]).toEqual(['/scanner', 'Lire une étiquette']);
  });

  it('is asked of no loan for who borrows none', async () => {
    const technician = await opened('technician');
    await technician.read('VA-03', false);
    server.expectNone('/api/v1/loans/borrowed/by-tag/VA-03');
  });
});
