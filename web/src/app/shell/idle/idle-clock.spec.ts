import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionAnswer } from '@parc/api-client';
import { Session } from '../session';
import { sessionState } from '../session.fixture';
import { IdleClock } from './idle-clock';

const MINUTE = 60_000;

/** Windows of one browser, as far as the clock talks to them. */
class Windows {
  static readonly heard: unknown[] = [];
  static last: Windows | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    Windows.last = this;
  }
  postMessage(message: unknown): void {
    Windows.heard.push(message);
  }
  close(): void {
    Windows.last = null;
  }
}

describe('the clock of a session left alone', () => {
  const current = signal<SessionAnswer | null>(null);
  const session = { current, extend: jest.fn(async () => undefined), leave: jest.fn(), lose: jest.fn() };
  let clock: IdleClock;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') });
    Object.assign(globalThis, { BroadcastChannel: Windows });
    Windows.heard.length = 0;
    for (const act of [session.extend, session.leave, session.lose]) act.mockClear();
    current.set(sessionState({ expiresAt: '2026-11-24T18:00:00Z' }));
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }] });
    clock = TestBed.inject(IdleClock);
    TestBed.tick();
  });
  afterEach(() => {
    current.set(null);
    TestBed.tick();
    jest.useRealTimers();
  });

  const pass = (milliseconds: number) => jest.advanceTimersByTime(milliseconds);
  const touch = () => dispatchEvent(new Event('pointerdown'));

  it('warns 60 s before the end, not sooner', () => {
    pass(14 * MINUTE - 1000);
    expect(clock.warningSeconds()).toBeNull();
    pass(1000);
    expect(clock.warningSeconds()).toBe(60);
    pass(10_000);
    expect(clock.warningSeconds()).toBe(50);
  });

  it('closes after 15 minutes', () => {
    pass(15 * MINUTE - 1000);
    expect(session.leave).not.toHaveBeenCalled();
    pass(1000);
    expect(session.leave).toHaveBeenCalledWith('idle');
  });

  it('counts from the last sign of life', () => {
    pass(10 * MINUTE);
    touch();
    pass(10 * MINUTE);
    expect(clock.warningSeconds()).toBeNull();
  });

  it('tells the server of work that asks it nothing, at most once a minute', () => {
    pass(2 * MINUTE);
    touch();
    touch();
    pass(30_000);
    touch();
    expect(session.extend).toHaveBeenCalledTimes(1);
    pass(31_000);
    touch();
    expect(session.extend).toHaveBeenCalledTimes(2);
  });

  it('wants an answer once it has warned: a touch alone does not count', async () => {
    pass(14 * MINUTE + 10_000);
    touch();
    pass(1000);
    expect(clock.warningSeconds()).toBe(49);
    await clock.stay();
    expect(session.extend).toHaveBeenCalledTimes(1);
    expect(clock.warningSeconds()).toBeNull();
  });

  it('warns before the absolute end as well, whatever is done', () => {
    current.set(sessionState({ expiresAt: '2026-11-24T08:05:00Z' }));
    pass(4 * MINUTE + 30_000);
    touch();
    expect(clock.warningSeconds()).toBe(30);
  });

  it('wakes up closed when the machine slept past the end', () => {
    jest.setSystemTime(Date.parse('2026-11-24T12:00:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(session.leave).toHaveBeenCalledWith('idle');
  });

  it('keeps the windows of one browser together', () => {
    touch();
    expect(Windows.heard).toEqual(['sign']);
    pass(14 * MINUTE);
    Windows.last?.onmessage?.({ data: 'sign' });
    pass(2 * MINUTE);
    expect(session.leave).not.toHaveBeenCalled();
    Windows.last?.onmessage?.({ data: 'left' });
    expect(session.lose).toHaveBeenCalled();
    current.set(null);
    TestBed.tick();
    expect(Windows.heard).toEqual(['sign', 'left']);
  });

  it('says that a role was taken here, and reads the session again when one was taken elsewhere', () => {
    const taken = { ...sessionState().assignment, id: 'assignment-2' };
    current.set(sessionState({ assignment: taken, expiresAt: '2026-11-24T18:00:00Z' }));
    TestBed.tick();
    expect(Windows.heard).toEqual(['role']);
    Windows.last!.onmessage!({ data: 'role' });
    expect(session.extend).toHaveBeenCalledTimes(1);
  });

  it('does not take a renewed answer of the server for another session', () => {
    current.set(sessionState({ csrfToken: 'token-2', expiresAt: '2026-11-24T18:00:00Z' }));
    TestBed.tick();
    expect(Windows.heard).toEqual([]);
  });
});
