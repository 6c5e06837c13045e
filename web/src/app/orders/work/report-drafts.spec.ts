import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { orderPage } from './order-page.fixture';
import { startReport } from './report-draft';
import { ReportDrafts } from './report-drafts';

@Component({ template: '' })
class Empty {}

const WRITTEN = { ...startReport(orderPage(), '16:35'), remarks: 'Goulotte à poser' };

describe('a report that has not left', () => {
  let drafts: ReportDrafts;
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Empty }])],
    });
    drafts = TestBed.inject(ReportDrafts);
    await enter('sacha');
    drafts.keep('order-1', WRITTEN);
  });

  async function enter(id: string): Promise<void> {
    const entered = TestBed.inject(Session).signIn('sacha@firme.exemple', 'secret');
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/session')
      .flush(sessionState({ account: { id, name: 'Sacha Dupré' } }));
    await entered;
    TestBed.tick();
  }

  it('is read again as it was written, order by order', () => {
    expect(drafts.read('order-1')).toEqual(WRITTEN);
    expect(drafts.read('order-2')).toBeNull();
  });

  it('is erased once sent', () => {
    drafts.forget('order-1');
    expect(localStorage.length).toBe(0);
  });

  it('is erased when the person leaves', async () => {
    await TestBed.inject(Router).navigateByUrl('/connexion');
    expect(localStorage.length).toBe(0);
  });

  it('waits for the same person when the session ended by itself', async () => {
    await TestBed.inject(Router).navigateByUrl('/connexion?fin=idle');
    await enter('sacha');
    expect(drafts.read('order-1')).toEqual(WRITTEN);
  });

  it('is erased when somebody else signs in', async () => {
    await enter('camille');
    expect(localStorage.length).toBe(0);
  });

  it('that cannot be understood any more is no draft', () => {
    const [key] = Object.keys(localStorage);
    localStorage.setItem(key!, '{"lines":{}}');
    expect(drafts.read('order-1')).toBeNull();
  });
});
