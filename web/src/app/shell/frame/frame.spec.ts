import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionAssignment } from '@parc/api-client';
import type { Role } from '@parc/domain';
import { attachSession, readProblem } from '../interceptors';
import { PageTitle } from '../page-title';
import { Rooms } from '../rooms';
import { SaveNote } from '../save-note';
import { Session } from '../session';
import { sessionState } from '../session.fixture';
import { DOMAINS } from '../../domains';
import { WEB_DOMAINS } from '../domain';
import { Frame } from './frame';

@Component({ template: '<h1>Une page</h1>' })
class Page {}

const PATHS = ['accueil', 'commandes', 'catalogue', 'budget', 'budgets', 'ecole', 'annuaire', 'conventions', 'comptes'];

class SilentChannel {
  postMessage(): void {}
  close(): void {}
}

describe('the frame', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    Object.assign(globalThis, { BroadcastChannel: SilentChannel });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([attachSession, readProblem])),
        provideHttpClientTesting(),
        { provide: TitleStrategy, useExisting: PageTitle },
        { provide: WEB_DOMAINS, useValue: DOMAINS },
        provideRouter([
          { path: 'connexion', component: Page },
          {
            path: '',
            component: Frame,
            children: [
              { path: 'commandes/4', title: 'Commande C-2026-00184', data: { backTo: '/commandes' }, component: Page },
              ...PATHS.map((path) => ({ path, title: path, component: Page })),
            ],
          },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  async function entered(role: Role, given: Parameters<typeof sessionState>[0] = {}, address = '/accueil') {
    const state = sessionState(given);
    const signedIn = TestBed.inject(Session).enterDemonstration(role);
    server.expectOne('/api/v1/session/demonstration').flush({ ...state, assignment: { ...state.assignment, role } });
    await signedIn;
    const harness = await RouterTestingHarness.create(address);
    const host = harness.fixture.nativeElement as HTMLElement;
    document.body.append(host);
    const texts = (selector: string) =>
      [...host.querySelectorAll(selector)].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
    return { harness, host, texts };
  }

  it('shows the rooms of the role and marks where the reader is', async () => {
    const { texts } = await entered('plan-manager');
    expect(texts('.rail .word')).toEqual([
      'Bureau',
      'Commandes',
      'Budgets',
      'Conventions',
      'Annuaire',
      'Catalogue',
      'Comptes',
    ]);
    expect(texts('.rail [aria-current=page]')).toEqual(['Bureau']);
  });

  it('shows an installer no door that an installer may not open', async () => {
    expect((await entered('installer')).texts('.rail .word')).toEqual(['Tournée', 'Travaux', 'Écoles', 'Catalogue']);
  });

  it('keeps four doors and "Plus" at the bottom of a phone', async () => {
    const { texts, host } = await entered('plan-manager');
    expect(texts('.bottom .word')).toEqual(['Bureau', 'Commandes', 'Budgets', 'Conventions']);
    host.querySelector<HTMLButtonElement>('.more')?.click();
    expect(host.querySelector<HTMLDialogElement>('parc-more-sheet dialog')?.open).toBe(true);
    expect(texts('parc-more-sheet .word')).toEqual(['Annuaire', 'Catalogue', 'Comptes']);
  });

  it('says whose session it is, what waits, and what was saved', async () => {
    const { texts, harness } = await entered('school-head');
    TestBed.inject(Rooms).setWaiting('commandes', 2);
    TestBed.inject(SaveNote).show('Brouillon enregistré à 16 h 42');
    await harness.fixture.whenStable();
    expect(texts('.rail parc-session-card p')).toEqual([
      'Camille Martin',
      'École élémentaire des Tilleuls',
      'Direction d’école',
    ]);
    expect(texts('.rail .count')).toEqual(['2 en attente de vous']);
    expect(texts('.note')).toEqual(['Brouillon enregistré à 16 h 42']);
  });

  it.each([true, false])('says whether it is a demonstration: %s', async (demonstration) => {
    const { texts } = await entered('school-head', { demonstration });
    expect(texts('parc-demonstration-banner')).toHaveLength(demonstration ? 1 : 0);
  });

  it('gives an inner page its way back and its name', async () => {
    const { host, texts, harness } = await entered('school-head', {}, '/commandes/4');
    expect(host.querySelector('.back')?.getAttribute('href')).toBe('/commandes');
    expect(texts('.page-name')).toEqual(['Commande C-2026-00184']);
    await harness.navigateByUrl('/commandes');
    expect(host.querySelector('.back')).toBeNull();
    expect(document.title).toBe('commandes · Parc École');
  });

  it('reads a new page from its start, but not the same page with another filter', async () => {
    const { harness, host } = await entered('school-head');
    const content = host.querySelector('main');
    await harness.navigateByUrl('/commandes');
    expect(document.activeElement).toBe(content);
    (document.activeElement as HTMLElement).blur();
    await harness.navigateByUrl('/commandes?etat=envoyee');
    expect(document.activeElement).not.toBe(content);
  });

  it('leads past the doors to the content', async () => {
    const { host } = await entered('school-head');
    host.querySelector<HTMLAnchorElement>('.skip')?.click();
    expect(document.activeElement).toBe(host.querySelector('main'));
  });

  it('leaves the computer in one tap', async () => {
    const { host, harness } = await entered('school-head');
    host.querySelector<HTMLButtonElement>('.leave')?.click();
    server.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await harness.fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe('/connexion');
  });

  it('changes hat in one tap and starts again from that role’s first page', async () => {
    const other: SessionAssignment = {
      ...sessionState().assignment,
      id: 'assignment-2',
      role: 'digital-trainer',
      roleLabel: 'Formateur numérique',
    };
    const { host, harness, texts } = await entered(
      'school-head',
      { assignments: [sessionState().assignment, other] },
      '/budget',
    );
    host.querySelector<HTMLButtonElement>('.rail parc-session-card button')?.click();
    const asked = server.expectOne({ method: 'PUT', url: '/api/v1/session/assignment' });
    expect(asked.request.body).toEqual({ assignmentId: 'assignment-2' });
    asked.flush(sessionState({ assignment: other }));
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).not.toBe('/budget');
    expect(texts('.rail .word')).toEqual(['Accueil', 'Écoles', 'Commandes', 'Conventions', 'Catalogue']);
  });
});
