import { Component, createEnvironmentInjector, EnvironmentInjector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type SessionAnswer } from '@parc/api-client';
import { Problem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { PhotoSending } from './photo-sending';

@Component({ template: '' })
class Empty {}

const ENDED = new Problem(401, 'session.missing', 'Votre session est terminée.');
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('photos whose page closes before they have left', () => {
  const current = signal<SessionAnswer | null>(null);
  let keys: unknown[];
  let refuses: Problem | null;
  beforeEach(() => {
    URL.createObjectURL = () => 'blob:photo';
    URL.revokeObjectURL = () => undefined;
    keys = [];
    refuses = null;
    current.set(sessionState());
    const invoke = async (_what: unknown, asked: Record<string, unknown>) => {
      if (refuses !== null) {
        if (refuses.status === 401) current.set(null);
        throw refuses;
      }
      keys.push(asked['Idempotency-Key']);
      return { id: `file-${keys.length}`, createdAt: '2026-11-24T16:00:00Z' };
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Empty }]),
        { provide: Api, useValue: { invoke } },
        { provide: Session, useValue: { current } },
      ],
    });
  });

  async function opened(orderId = 'order-1') {
    const page = createEnvironmentInjector([PhotoSending], TestBed.inject(EnvironmentInjector));
    const photos = page.get(PhotoSending);
    photos.orderId.set(orderId);
    TestBed.tick();
    await settled();
    return { page, photos };
  }

  /** Two photos are chosen, and the session has ended. */
  async function lost(): Promise<void> {
    const { page, photos } = await opened();
    refuses = ENDED;
    const files = ['a.jpg', 'b.jpg'].map((name) => new File(['x'], name, { type: 'image/jpeg' }));
    photos.take(files as unknown as FileList);
    TestBed.tick();
    await settled();
    page.destroy();
    refuses = null;
  }

  it('leave once the same person is back, and once each', async () => {
    await lost();
    current.set(sessionState());
    const { photos } = await opened();
    expect(await photos.settled()).toBe(true);
    expect([keys.length, new Set(keys).size, photos.photos().length]).toEqual([2, 2, 2]);
    expect((await opened()).photos.sending()).toEqual([]);
  });

  it('are not those of another order, nor seen under another role', async () => {
    await lost();
    current.set(sessionState({ assignment: { ...sessionState().assignment, id: 'assignment-2' } }));
    expect((await opened()).photos.sending()).toEqual([]);
    current.set(sessionState());
    expect((await opened('order-2')).photos.sending()).toEqual([]);
    expect(await (await opened()).photos.settled()).toBe(true);
    expect(keys.length).toBe(2);
  });

  it('are nobody’s once another person has signed in, or the person has left on purpose', async () => {
    await lost();
    current.set(sessionState({ account: { id: 'account-2', name: 'Sacha Dupré' } }));
    TestBed.tick();
    current.set(sessionState());
    expect((await opened()).photos.sending()).toEqual([]);

    await lost();
    await TestBed.inject(Router).navigateByUrl('/connexion');
    current.set(sessionState());
    expect((await opened()).photos.sending()).toEqual([]);
  });

  it('wait too when the network failed them, and the page was left', async () => {
    const { page, photos } = await opened();
    refuses = new Problem(0, 'network', 'Le réseau ne répond pas.');
    photos.take([new File(['x'], 'a.jpg', { type: 'image/jpeg' })] as unknown as FileList);
    TestBed.tick();
    await settled();
    page.destroy();
    refuses = null;
    expect(await (await opened()).photos.settled()).toBe(true);
    expect(keys.length).toBe(1);
  });
});
