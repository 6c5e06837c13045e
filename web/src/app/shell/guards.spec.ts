import { describe, expect, it } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, UrlSegment } from '@angular/router';
import { permitted } from './guards';
import { readProblem } from './interceptors';
import { Session } from './session';
import { sessionState } from './session.fixture';

describe('the door of a page', () => {
  it('matches an id alone: "nouveau", closed to a reader, is no object', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
    });
    const state = sessionState();
    const reading = TestBed.inject(Session).extend();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/session')
      .flush({ ...state, assignment: { ...state.assignment, role: 'teacher' } });
    await reading;
    const opens = (path: string, address: string): unknown =>
      runInInjectionContext(TestBed.inject(EnvironmentInjector), () =>
        permitted('needs.read')(
          { path },
          address.split('/').map((part) => new UrlSegment(part, {})),
          // Nothing of the snapshot is read.
          undefined as never,
        ),
      );
    expect(await opens('besoins/:id', 'besoins/01a1e8a0-9340-7001-87e4-5922d073f42e')).toBe(true);
    expect(await opens('besoins/:id', 'besoins/nouveau')).toBe(false);
    expect(await opens('besoins', 'besoins')).toBe(true);
  });
});
