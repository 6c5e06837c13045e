import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { attachSession, readProblem } from '../../shell/interceptors';
import { sessionState } from '../../shell/session.fixture';
import { SignIn } from './sign-in';

@Component({ template: '' })
class Empty {}

const HEAD = { role: 'school-head', label: 'Direction d’école', description: 'Commander', first: true };

describe('the sign-in page', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([attachSession, readProblem])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Empty }]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function shown(inputs: Record<string, string> = {}, demonstration = false) {
    const fixture = TestBed.createComponent(SignIn);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    server.expectOne('/api/v1/session/options').flush({ demonstration, roles: demonstration ? [HEAD] : [] });
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const fill = (id: string, text: string) => {
      const box = host.querySelector<HTMLInputElement>(`#${id}`);
      if (box === null) throw new Error(`No field ${id}`);
      box.value = text;
      box.dispatchEvent(new Event('input'));
    };
    const submit = async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    };
    return { fixture, host, fill, submit };
  }

  it('asks for both answers before it asks the server', async () => {
    const { host, submit } = await shown();
    await submit();
    expect(host.querySelector('#adresse-error')?.textContent).toContain('Écrivez votre adresse électronique.');
    expect(host.querySelector('#mot-de-passe-error')?.textContent).toContain('Écrivez votre mot de passe.');
    server.verify();
  });

  it('says what the server refuses and keeps what was typed', async () => {
    const { host, fill, submit, fixture } = await shown();
    fill('adresse', 'direction@tilleuls.exemple');
    fill('mot-de-passe', 'presque');
    await submit();
    server
      .expectOne({ method: 'POST', url: '/api/v1/session' })
      .flush(
        { code: 'session.wrong-credentials', title: 'L’adresse ou le mot de passe ne convient pas.' },
        { status: 401, statusText: '' },
      );
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(host.querySelector('[role=alert]')?.textContent).toContain('ne convient pas');
    expect(host.querySelector<HTMLInputElement>('#adresse')?.value).toBe('direction@tilleuls.exemple');
  });

  it.each([
    ['/commandes/4?onglet=fil', '/commandes/4?onglet=fil'],
    ['//ailleurs.exemple', '/'],
    ['/\\ailleurs.exemple', '/'],
    ['https://ailleurs.exemple', '/'],
  ])('leads back to %s as %s', async (retour, address) => {
    const { fill, submit, fixture } = await shown({ retour });
    fill('adresse', 'direction@tilleuls.exemple');
    fill('mot-de-passe', 'juste');
    await submit();
    server.expectOne({ method: 'POST', url: '/api/v1/session' }).flush(sessionState());
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe(address);
  });

  it('ignores a second press while it is asking', async () => {
    const { fill, submit } = await shown();
    fill('adresse', 'direction@tilleuls.exemple');
    fill('mot-de-passe', 'juste');
    await submit();
    await submit();
    server.expectOne({ method: 'POST', url: '/api/v1/session' });
    server.verify();
  });

  it('opens each role in one click in a demonstration, and only there', async () => {
    expect((await shown()).host.querySelector('parc-demonstration-doors')).toBeNull();
    const { host, fixture } = await shown({}, true);
    expect(host.querySelector('parc-demonstration-banner')?.textContent).toContain('Démonstration');
    host.querySelector<HTMLButtonElement>('parc-demonstration-doors button')?.click();
    const asked = server.expectOne({ method: 'POST', url: '/api/v1/session/demonstration' });
    expect(asked.request.body).toEqual({ role: 'school-head' });
    asked.flush(sessionState({ demonstration: true }));
    await fixture.whenStable();
  });

  it('says why it opened by itself', async () => {
    expect((await shown({ fin: 'idle' })).host.textContent).toContain('s’est fermée seule');
    expect((await shown({ fin: 'lost' })).host.textContent).toContain('Votre session est terminée');
  });

  it('shows and hides the password', async () => {
    const { host, fixture } = await shown();
    host.querySelector<HTMLButtonElement>('.password button')?.click();
    await fixture.whenStable();
    expect(host.querySelector<HTMLInputElement>('#mot-de-passe')?.type).toBe('text');
  });
});
