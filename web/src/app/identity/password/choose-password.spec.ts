import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { attachSession, readProblem } from '../../shell/interceptors';
import { sessionState } from '../../shell/session.fixture';
import { PasswordPage } from './password-page';

@Component({ template: '' })
class Empty {}

const LINK = '/mot-de-passe#jeton-du-courriel-0123456789';

describe('the page of the link that a mail carries', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([attachSession, readProblem])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'mot-de-passe', component: PasswordPage },
          { path: '**', component: Empty },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => document.body.replaceChildren());

  /** Not whenStable(): it waits for the server's answer, which the test gives only after. */
  const settled = async (harness: RouterTestingHarness) => {
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
  };

  async function opened(address: string) {
    const harness = await RouterTestingHarness.create(address);
    const host = harness.fixture.nativeElement as HTMLElement;
    server.expectOne('/api/v1/session/options').flush({ demonstration: false, roles: [] });
    const type = (id: string, text: string) => {
      const box = host.querySelector<HTMLInputElement>(`#${id}`);
      if (box === null) throw new Error(`No field ${id} in ${host.textContent}`);
      box.value = text;
      box.dispatchEvent(new Event('input'));
    };
    const submit = async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settled(harness);
    };
    return { harness, host, type, submit };
  }

  /** The link is read after the session: somebody may be signed in here. */
  async function withLink(kind: 'invitation' | 'reset', signedIn = false) {
    const page = await opened(LINK);
    const asked = server.expectOne('/api/v1/session');
    if (signedIn) asked.flush(sessionState());
    else asked.flush(null, { status: 204, statusText: '' });
    await settled(page.harness);
    const read = server.expectOne('/api/v1/password-links/read');
    expect(read.request.body).toEqual({ token: 'jeton-du-courriel-0123456789' });
    read.flush({ kind, name: 'Léa Fontaine' });
    await settled(page.harness);
    return page;
  }

  it('welcomes who was invited and says the rule before anything is typed', async () => {
    const { host } = await withLink('invitation');
    expect(host.querySelector('h1')?.textContent).toBe('Bienvenue, Léa Fontaine');
    expect(host.textContent).toContain('Au moins 12 caractères');
  });

  it('asks the server for nothing while the password is too short', async () => {
    const { host, type, submit } = await withLink('reset');
    type('mot-de-passe', 'court');
    await submit();
    expect(host.querySelector('#mot-de-passe-error')?.textContent).toContain('trop court');
    server.verify();
  });

  it('saves the password and leads to the door, which says so', async () => {
    const { harness, type, submit } = await withLink('invitation');
    type('mot-de-passe', 'un tableau vert ardoise');
    await submit();
    const sent = server.expectOne('/api/v1/password-links/use');
    expect(sent.request.body).toEqual({ token: 'jeton-du-courriel-0123456789', password: 'un tableau vert ardoise' });
    sent.flush(null, { status: 204, statusText: '' });
    await settled(harness);
    expect(TestBed.inject(Router).url).toBe('/connexion?fin=password');
  });

  it.each(['account.password-weak', 'account.password-common'])(
    'says beside the field what the server finds of the password (%s), and keeps it',
    async (code) => {
      const { harness, host, type, submit } = await withLink('reset');
      type('mot-de-passe', 'lea.fontaine');
      await submit();
      server
        .expectOne('/api/v1/password-links/use')
        .flush(
          { code, title: 'Choisissez un mot de passe d’au moins 12 caractères.' },
          { status: 422, statusText: '' },
        );
      await settled(harness);
      expect(host.querySelector('#mot-de-passe-error')?.textContent).toContain('Choisissez un mot de passe');
      expect(host.querySelector<HTMLInputElement>('#mot-de-passe')?.value).toBe('lea.fontaine');
    },
  );

  it('closes the session of whoever left one open on this computer', async () => {
    const { harness, host, type, submit } = await withLink('invitation', true);
    expect(host.textContent).toContain('La session de Camille Martin est ouverte');
    type('mot-de-passe', 'un tableau vert ardoise');
    await submit();
    server.expectOne('/api/v1/password-links/use').flush(null, { status: 204, statusText: '' });
    await settled(harness);
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null, { status: 204, statusText: '' });
    await settled(harness);
    expect(TestBed.inject(Router).url).toBe('/connexion?fin=password');
  });

  it('offers a new link when this one no longer serves', async () => {
    const { harness, host } = await opened(LINK);
    server.expectOne('/api/v1/session').flush(null, { status: 204, statusText: '' });
    await settled(harness);
    server
      .expectOne('/api/v1/password-links/read')
      .flush({ code: 'account.link-unusable', title: 'Ce lien a déjà servi.' }, { status: 410, statusText: '' });
    await settled(harness);
    expect(host.querySelector('h1')?.textContent).toBe('Ce lien ne sert plus');
    await harness.navigateByUrl('/mot-de-passe');
    expect(host.querySelector('#adresse')).not.toBeNull();
  });

  it('answers the same whether the address has an account or not', async () => {
    const { harness, host, type, submit } = await opened('/mot-de-passe');
    type('adresse', 'inconnue@exemple.fr');
    await submit();
    server.expectOne('/api/v1/password-links').flush(null, { status: 204, statusText: '' });
    await settled(harness);
    expect(host.querySelector('[role=status]')?.textContent).toContain('Si un compte existe');
  });
});
