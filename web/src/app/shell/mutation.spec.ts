import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Toasts } from '@parc/ui/first-page';
import { firstValueFrom } from 'rxjs';
import { attachSession, keepPending, readProblem } from './interceptors';
import { mutation } from './mutation';
import { PageTitle } from './page-title';
import { Session } from './session';
import { sessionState } from './session.fixture';
import { Settling } from './writes/settling';

const URL = '/api/v1/budgets/transfers';
const UNKNOWN = { code: 'server.unknown', title: 'On ne sait pas si c’est enregistré.' };
const BUSY = { code: 'server.busy', title: 'Rien n’a été enregistré.' };
const STALE = { code: 'version.stale', title: 'Quelqu’un a modifié ceci.' };

describe('a write of a screen', () => {
  let server: HttpTestingController;
  beforeEach(() => openPage());
  afterEach(() => {
    jest.useRealTimers();
    sessionStorage.clear();
  });

  /** What a load of the page begins with; what the tab keeps stays. */
  async function openPage(accountId = 'account-1'): Promise<void> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([keepPending, attachSession, readProblem])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    jest.useFakeTimers();
    void TestBed.inject(Session).restore();
    server.expectOne('/api/v1/session').flush(sessionState({ account: { id: accountId, name: 'Camille Martin' } }));
    await after(0);
    TestBed.inject(PageTitle).show('Virement');
  }

  const transfer = () =>
    TestBed.runInInjectionContext(() => {
      const http = TestBed.inject(HttpClient);
      return mutation((key, amountCents: number) =>
        firstValueFrom(http.post(URL, { amountCents }, { headers: { 'Idempotency-Key': key, 'If-Match': '"3"' } })),
      );
    });

  const after = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
  const keyOf = ({ request }: TestRequest) => request.headers.get('Idempotency-Key');
  async function asked(): Promise<TestRequest> {
    await after(0);
    return server.expectOne({ method: 'POST', url: URL });
  }
  const refuse = (request: TestRequest, status: number, body: object | null) =>
    request.flush(body, { status, statusText: 'refused' });
  const lost = (request: TestRequest) => request.error(new ProgressEvent('error'));
  const told = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text }) => text);

  it.each<[string, (request: TestRequest) => void]>([
    ['the server does not know', (request) => refuse(request, 503, UNKNOWN)],
    ['the network is lost', lost],
    ['a proxy answers for it', (request) => refuse(request, 502, null)],
  ])('is asked again by itself, under its key, while %s', async (_what, fail) => {
    const write = transfer();
    const done = write.run(20_000);
    const first = await asked();
    fail(first);
    await after(0);
    expect(write.pending()).toBe(true);
    expect(write.problem()?.sentence).toContain('On ne sait pas encore');
    await after(1);
    const second = await asked();
    expect(keyOf(second)).toBe(keyOf(first));
    expect(second.request.body).toEqual({ amountCents: 20_000 });
    second.flush({ id: '1' });
    await after(0);
    expect(await done).toEqual({ id: '1' });
    expect([write.pending(), write.problem()]).toEqual([false, null]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is sent once however often its button is pressed while it is under way', async () => {
    const write = transfer();
    const done = write.run(20_000);
    const first = await asked();
    expect([await write.run(20_000), await write.run(30_000)]).toEqual([null, null]);
    server.expectNone(URL);
    first.flush({ id: '1' });
    await after(0);
    expect(await done).toEqual({ id: '1' });
  });

  it('believes no "nothing was recorded" of a later attempt, and asks ever less often', async () => {
    const write = transfer();
    const done = write.run(20_000);
    lost(await asked());
    for (const seconds of [1, 2, 4, 8, 15, 30, 30]) {
      await after(seconds - 0.1);
      server.expectNone(URL);
      await after(0.1);
      refuse(await asked(), 503, BUSY);
    }
    await after(30);
    refuse(await asked(), 412, STALE);
    await after(0);
    expect(await done).toBeNull();
    expect(write.problem()?.code).toBe('version.stale');
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks no more once it is told that nothing was recorded; asked for again unchanged, it keeps its key', async () => {
    const write = transfer();
    const done = write.run(20_000);
    const first = await asked();
    refuse(first, 503, BUSY);
    await after(60);
    expect(await done).toBeNull();
    server.expectNone(URL);
    expect(sessionStorage).toHaveLength(0);
    void write.run(20_000);
    expect(keyOf(await asked())).toBe(keyOf(first));
  });

  it('changed after a failure is another write, with a key of its own', async () => {
    const write = transfer();
    const done = write.run(20_000);
    const first = await asked();
    refuse(first, 503, BUSY);
    await after(0);
    await done;
    void write.run(30_000);
    expect(keyOf(await asked())).not.toBe(keyOf(first));
  });

  it('is not asked again where it left without its key: it could be done twice', async () => {
    const write = TestBed.runInInjectionContext(() => {
      const http = TestBed.inject(HttpClient);
      return mutation((_key, amountCents: number) => firstValueFrom(http.post(URL, { amountCents })));
    });
    const done = write.run(1);
    lost(await asked());
    await after(60);
    expect(await done).toBeNull();
    server.expectNone(URL);
    expect(write.problem()?.code).toBe('network');
  });

  it('of many things is asked again while one of them is unknown', async () => {
    const write = transfer();
    const done = write.run(1);
    const line = (code: string | null) => ({ outcomes: [{ code: null }, { code }] });
    (await asked()).flush(line('server.unknown'));
    await after(1);
    (await asked()).flush(line(null));
    await after(0);
    expect(await done).toEqual(line(null));
  });

  describe('across a reload', () => {
    async function sentAndReloaded(accountId?: string): Promise<TestRequest> {
      void transfer().run(20_000);
      const first = await asked();
      await openPage(accountId);
      return first;
    }

    it('is asked again under its key until it is known, and its end is told with what it was about', async () => {
      const first = await sentAndReloaded();
      void TestBed.inject(Settling).begin();
      const second = await asked();
      expect(keyOf(second)).toBe(keyOf(first));
      expect(second.request.headers.get('If-Match')).toBe('"3"');
      expect(JSON.parse(second.request.body)).toEqual({ amountCents: 20_000 });
      refuse(second, 503, BUSY);
      await after(1);
      (await asked()).flush({ id: '1' });
      await after(0);
      expect(told().at(-1)).toBe('« Virement » : ce que vous aviez envoyé est enregistré.');
      expect(sessionStorage).toHaveLength(0);
    });

    it('is told why it is not recorded', async () => {
      await sentAndReloaded();
      void TestBed.inject(Settling).begin();
      refuse(await asked(), 412, STALE);
      await after(0);
      expect(told()).toEqual([`« Virement » : ce que vous aviez envoyé n’est pas enregistré. ${STALE.title}`]);
      expect(sessionStorage).toHaveLength(0);
    });

    it('keeps its key where the person sends the same thing again meanwhile; another thing has its own', async () => {
      const first = await sentAndReloaded();
      void transfer().run(20_000);
      expect(keyOf(await asked())).toBe(keyOf(first));
      void transfer().run(30_000);
      expect(keyOf(await asked())).not.toBe(keyOf(first));
    });

    it('lends its key to nobody else who sends the same thing', async () => {
      const first = await sentAndReloaded('account-2');
      void transfer().run(20_000);
      expect(keyOf(await asked())).not.toBe(keyOf(first));
    });

    it('waits for the person to sign in again where the session was lost', async () => {
      await sentAndReloaded();
      void TestBed.inject(Settling).begin();
      refuse(await asked(), 401, { code: 'session.missing', title: 'Identifiez-vous.' });
      await after(0);
      await openPage();
      void TestBed.inject(Settling).begin();
      (await asked()).flush({});
    });

    it('is nobody else’s, and stays on no machine that was left', async () => {
      await sentAndReloaded('account-2');
      await TestBed.inject(Settling).begin();
      server.expectNone(URL);
      expect(sessionStorage).toHaveLength(0);
      void transfer().run(20_000);
      await asked();
      expect(sessionStorage).toHaveLength(1);
      void TestBed.inject(Session).leave();
      server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
      await after(0);
      expect(sessionStorage).toHaveLength(0);
    });

    it('keeps no secret and no file', async () => {
      const http = TestBed.inject(HttpClient);
      for (const body of [{ code: '2468' }, { account: { password: 'ardoise' } }, new FormData()]) {
        const write = TestBed.runInInjectionContext(() =>
          mutation((key) => firstValueFrom(http.post(URL, body, { headers: { 'Idempotency-Key': key } }))),
        );
        void write.run();
        await asked();
        expect(sessionStorage).toHaveLength(0);
      }
    });
  });
});
