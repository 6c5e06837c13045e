import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Session } from '../session';
import { sessionState } from '../session.fixture';
import { Kept } from './kept';

@Component({ template: '' })
class Empty {}

describe('what is kept on this device', () => {
  let kept: Kept;
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Empty }])],
    });
    kept = TestBed.inject(Kept);
    await enter('sacha');
    kept.keep('motif', 'Goulotte à poser');
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function enter(id: string, assignmentId = 'assignment-1'): Promise<void> {
    const entered = TestBed.inject(Session).signIn('sacha@firme.exemple', 'secret');
    const session = sessionState({ account: { id, name: 'Sacha Dupré' } });
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/session')
      .flush({ ...session, assignment: { ...session.assignment, id: assignmentId } });
    await entered;
    TestBed.tick();
  }

  it('is read again under its name, and under no other', () => {
    expect(kept.read('motif')).toBe('Goulotte à poser');
    expect(kept.read('montant')).toBeNull();
  });

  it('is erased once it is forgotten', () => {
    kept.forget('motif');
    expect(localStorage.length).toBe(0);
  });

  it.each(['/connexion', '/connexion?fin=untold'])('is erased when the person leaves: %s', async (address) => {
    await TestBed.inject(Router).navigateByUrl(address);
    expect(localStorage.length).toBe(0);
  });

  it.each(['?fin=idle&retour=%2Fcommandes', '?fin=lost', '?fin=password', '?fin=untold&retour=%2Fcommandes'])(
    'waits for the same person when the session ended by itself: %s',
    async (query) => {
      await TestBed.inject(Router).navigateByUrl(`/connexion${query}`);
      await enter('sacha');
      expect(kept.read('motif')).toBe('Goulotte à poser');
    },
  );

  it('is erased when somebody else signs in', async () => {
    await enter('camille');
    expect(localStorage.length).toBe(0);
  });

  it('waits under one role of the person while they work under another', async () => {
    await enter('sacha', 'assignment-2');
    expect(kept.read('motif')).toBeNull();
    await enter('sacha');
    expect(kept.read('motif')).toBe('Goulotte à poser');
  });

  it('has an end: a week later it is erased', () => {
    const later = Date.now() + 8 * 24 * 3_600_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideRouter([])] });
    TestBed.inject(Kept);
    expect(localStorage.length).toBe(0);
  });

  it('that cannot be understood any more is nothing', () => {
    const [key] = Object.keys(localStorage);
    localStorage.setItem(key!, '{"value"');
    expect(kept.read('motif')).toBeNull();
  });
});
