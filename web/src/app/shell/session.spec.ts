import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '@parc/ui/first-page';
import { attachSession, readProblem } from './interceptors';
import { signedIn, signedOut } from './guards';
import { Session } from './session';
import { sessionState } from './session.fixture';

@Component({ template: '' })
class Empty {}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the session of this browser', () => {
  let session: Session;
  let server: HttpTestingController;
  let router: Router;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([attachSession, readProblem])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'connexion', component: Empty, canActivate: [signedOut] },
          { path: '', pathMatch: 'full', component: Empty, canActivate: [signedIn] },
          { path: 'commandes', component: Empty, canActivate: [signedIn] },
        ]),
      ],
    });
    session = TestBed.inject(Session);
    server = TestBed.inject(HttpTestingController);
    router = TestBed.inject(Router);
  });

  async function signIn(): Promise<void> {
    const done = session.signIn('direction@tilleuls.exemple', 'secret');
    server.expectOne({ method: 'POST', url: '/api/v1/session' }).flush(sessionState());
    await done;
  }

  it('is asked for once, however many pages want to know', async () => {
    const first = session.restore();
    server.expectOne('/api/v1/session').flush(sessionState());
    await first;
    expect((await session.restore())?.account.name).toBe('Camille Martin');
    server.verify();
  });

  it.each([401, 204])('is none when the server answers %i', async (status) => {
    const restored = session.restore();
    const asked = server.expectOne('/api/v1/session');
    if (status === 401) asked.flush({ code: 'session.missing', title: '…' }, { status, statusText: '' });
    else asked.flush(null, { status, statusText: '' });
    expect(await restored).toBeNull();
  });

  it('sends its cookie always, and its token with writes alone', async () => {
    await signIn();
    const http = TestBed.inject(HttpClient);
    void firstValueFrom(http.get('/api/v1/orders'));
    void firstValueFrom(http.post('/api/v1/orders', {}));
    const read = server.expectOne({ method: 'GET', url: '/api/v1/orders' }).request;
    const write = server.expectOne({ method: 'POST', url: '/api/v1/orders' }).request;
    expect([read.withCredentials, write.withCredentials]).toEqual([true, true]);
    expect(read.headers.has('x-csrf-token')).toBe(false);
    expect(write.headers.get('x-csrf-token')).toBe('token-1');
  });

  it('leads a stranger to the door and remembers the page', async () => {
    const moved = router.navigateByUrl('/commandes');
    await settled();
    server.expectOne('/api/v1/session').flush(null, { status: 204, statusText: '' });
    await moved;
    expect(router.url).toBe('/connexion?retour=%2Fcommandes');
  });

  it('keeps who is signed in away from the door', async () => {
    await signIn();
    await router.navigateByUrl('/connexion');
    expect(router.url).toBe('/');
  });

  it('ends on the server and on the screen, without a trace in the address', async () => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const left = session.leave();
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await left;
    expect(session.current()).toBeNull();
    expect(router.url).toBe('/connexion');
  });

  it('closes the screen even when the server cannot be told, and says so', async () => {
    await signIn();
    const left = session.leave();
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).error(new ProgressEvent('error'));
    await left;
    expect(session.current()).toBeNull();
    expect(router.url).toBe('/connexion?fin=untold');
  });

  it('ends once what is on screen has reached the server, which keeps nobody waiting', async () => {
    await signIn();
    let arrive = (): void => undefined;
    const takeBack = session.beforeLeaving(() => new Promise<void>((resolve) => (arrive = resolve)));
    session.beforeLeaving(() => Promise.reject(new Error('no network')));
    const left = session.leave();
    await settled();
    server.expectNone('/api/v1/session');
    arrive();
    await settled();
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await left;
    takeBack();
  });

  it('comes back to the page of who was away, whether or not the server was told', async () => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const left = session.leave('idle');
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).error(new ProgressEvent('error'));
    await left;
    expect(router.url).toBe('/connexion?fin=untold&retour=%2Fcommandes');
  });

  it('follows the role that another window has taken, and leaves the pages of the former', async () => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const taken = { ...sessionState().assignment, id: 'assignment-2', scopeLabel: 'École de l’Horloge' };
    const written = firstValueFrom(TestBed.inject(HttpClient).post('/api/v1/orders', {})).catch(
      (error: unknown) => error,
    );
    server
      .expectOne('/api/v1/orders')
      .flush({ code: 'session.csrf', title: 'Rechargez.' }, { status: 403, statusText: '' });
    expect(await written).toMatchObject({ status: 403 });
    server.expectOne('/api/v1/session').flush(sessionState({ assignment: taken, csrfToken: 'token-2' }));
    await settled();
    await settled();
    expect([session.current()?.assignment.id, router.url]).toEqual(['assignment-2', '/']);
    expect(TestBed.inject(Toasts).shown().length).toBe(1);
  });

  it('ends here when another window has given it to another person', async () => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const extended = session.extend();
    server.expectOne('/api/v1/session').flush(
      sessionState({
        account: { id: 'account-2', name: 'Sacha Dupré' },
        assignment: { ...sessionState().assignment, id: 'assignment-3' },
      }),
    );
    await extended;
    await settled();
    expect([session.current(), router.url]).toEqual([null, '/connexion?fin=lost&retour=%2Fcommandes']);
  });

  it.each([401, 204])('goes back to the door when it is read again and has ended: %i', async (status) => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const extended = session.extend();
    const asked = server.expectOne('/api/v1/session');
    if (status === 401) asked.flush({ code: 'session.missing', title: '…' }, { status, statusText: '' });
    else asked.flush(null, { status, statusText: '' });
    await extended;
    await settled();
    expect([session.current(), router.url]).toEqual([null, '/connexion?fin=lost&retour=%2Fcommandes']);
  });

  it('goes back to the door when any answer says that it has ended', async () => {
    await signIn();
    await router.navigateByUrl('/commandes');
    const read = firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/orders')).catch((error: unknown) => error);
    server
      .expectOne('/api/v1/orders')
      .flush({ code: 'session.missing', title: 'Terminée.' }, { status: 401, statusText: '' });
    expect(await read).toMatchObject({ status: 401, sentence: 'Terminée.' });
    await settled();
    expect(router.url).toBe('/connexion?fin=lost&retour=%2Fcommandes');
  });
});
