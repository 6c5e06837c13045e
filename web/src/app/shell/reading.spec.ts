import { HttpErrorResponse } from '@angular/common/http';
import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { reading } from './reading';

interface Request {
  readonly asked: unknown;
  readonly signal: AbortSignal;
  answer(value: string): void;
  refuse(status: number): void;
}

describe('a reading of the API', () => {
  const asked = signal<string | undefined>('one');
  let injector: EnvironmentInjector;
  let requests: Request[];
  beforeEach(() => {
    asked.set('one');
    requests = [];
    injector = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
  });

  /** The server: what it was asked last, and what it answers when the test says so. */
  const load = (what: unknown, abort: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      requests.push({
        asked: what,
        signal: abort,
        answer: resolve,
        refuse: (status) => reject(new HttpErrorResponse({ status })),
      });
    });

  function begin(options: { asked?: () => string | undefined; keepsFormer?: boolean } = { asked }) {
    const read = runInInjectionContext(injector, () => reading({ ...options, load }));
    TestBed.tick();
    return read;
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }

  async function answered(value: string): Promise<void> {
    requests.at(-1)!.answer(value);
    await settled();
  }

  async function refused(status = 500): Promise<void> {
    requests.at(-1)!.refuse(status);
    await settled();
  }

  async function ask(what: string | undefined): Promise<void> {
    asked.set(what);
    await settled();
  }

  it('has nothing to show until the first answer is there', async () => {
    const read = begin();
    expect(requests.map((request) => request.asked)).toEqual(['one']);
    expect([read.value(), read.current(), read.loading(), read.failed()]).toEqual([null, null, true, null]);
    await answered('first');
    expect([read.value(), read.current(), read.loading(), read.failed()]).toEqual(['first', 'first', false, null]);
  });

  it('asks once when nothing is said about what is asked', async () => {
    const read = begin({});
    await answered('first');
    expect([read.value(), requests.length]).toEqual(['first', 1]);
  });

  it('asks nothing as long as there is nothing to ask', async () => {
    asked.set(undefined);
    const read = begin();
    expect([requests.length, read.loading(), read.value(), read.failed()]).toEqual([0, false, null, null]);
    await ask('one');
    await answered('first');
    expect(read.value()).toBe('first');
    await ask(undefined);
    expect([read.value(), read.current(), requests.length]).toEqual([null, null, 1]);
  });

  it('does not ask the same twice', async () => {
    const role = signal('school-head');
    const read = begin({ asked: () => (role() === '' ? undefined : 'one') });
    await answered('first');
    role.set('teacher');
    await settled();
    expect([requests.length, read.loading()]).toEqual([1, false]);
  });

  it('keeps the answer in sight while it is asked for again', async () => {
    const read = begin();
    await answered('first');
    read.reload();
    await settled();
    expect([read.value(), read.current(), read.loading()]).toEqual(['first', 'first', true]);
    await answered('second');
    expect([read.value(), read.loading()]).toEqual(['second', false]);
  });

  it('says why it failed, and shows nothing when nothing was there', async () => {
    const read = begin();
    await refused(0);
    expect(read.failed()).toMatchObject({ status: 0, panel: 'offline' });
    expect([read.value(), read.current(), read.loading()]).toEqual([null, null, false]);
  });

  it('keeps the answer when asking again fails, says why, and no longer calls it current', async () => {
    const read = begin();
    await answered('first');
    expect(read.value()).toBe('first');
    read.reload();
    await settled();
    await refused(503);
    expect(read.failed()?.status).toBe(503);
    expect([read.value(), read.current(), read.loading()]).toEqual(['first', null, false]);
  });

  it('takes the failure away while it is tried again', async () => {
    const read = begin();
    await refused();
    read.reload();
    await settled();
    expect([read.failed(), read.loading(), read.value()]).toEqual([null, true, null]);
    await answered('first');
    expect([read.failed(), read.value()]).toEqual([null, 'first']);
  });

  it('never shows one object for another', async () => {
    const read = begin();
    await answered('first');
    await ask('two');
    expect([read.value(), read.loading()]).toEqual([null, true]);
    await refused();
    expect([read.value(), read.failed()?.status]).toEqual([null, 500]);
    await ask('three');
    await answered('third');
    expect(read.value()).toBe('third');
  });

  it('never shows one object for another, even when nobody looked in between', async () => {
    const read = begin();
    await answered('first');
    expect(read.value()).toBe('first');
    await ask('two');
    await refused();
    expect(read.value()).toBeNull();
  });

  it('keeps the former answer until the next is there where a list asks for it', async () => {
    const read = begin({ asked, keepsFormer: true });
    await answered('first');
    expect(read.value()).toBe('first');
    await ask('two');
    expect([read.value(), read.current(), read.loading()]).toEqual(['first', null, true]);
    await refused();
    expect([read.value(), read.current(), read.failed()?.status]).toEqual(['first', null, 500]);
    await ask(undefined);
    expect([read.value(), read.failed()]).toEqual(['first', null]);
    await ask('three');
    await answered('third');
    expect([read.value(), read.current()]).toEqual(['third', 'third']);
  });

  it('ignores an answer that comes after another was asked for, and says that nobody waits for it', async () => {
    const read = begin();
    const [first] = requests;
    await ask('two');
    expect([first!.signal.aborted, requests.at(-1)!.signal.aborted]).toEqual([true, false]);
    await answered('second');
    first!.answer('first');
    await settled();
    expect(read.value()).toBe('second');
    await ask('three');
    const third = requests.at(-1)!;
    await ask('four');
    third.refuse(500);
    await settled();
    expect([read.failed(), read.loading()]).toEqual([null, true]);
  });

  it('ignores an answer that comes after the screen was left', async () => {
    const read = begin();
    injector.destroy();
    expect(requests[0]!.signal.aborted).toBe(true);
    await answered('first');
    expect([read.value(), read.failed(), read.loading()]).toEqual([null, null, false]);
  });

  it('shows what a write has answered, as an answer to what is asked now', async () => {
    const read = begin();
    await answered('first');
    read.replace('written');
    await settled();
    expect([read.value(), read.current(), read.loading(), requests.length]).toEqual(['written', 'written', false, 1]);
    read.reload();
    await settled();
    expect(read.value()).toBe('written');
    await answered('second');
    expect(read.value()).toBe('second');
    await ask('two');
    expect(read.value()).toBeNull();
  });
});
