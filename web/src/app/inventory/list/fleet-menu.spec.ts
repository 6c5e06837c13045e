import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@parc/domain';
import { readProblem } from '../../shell/interceptors';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { FleetMenu } from './fleet-menu';

describe('the rooms of the fleet, from its list', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
    });
  });

  async function shown(role: Role) {
    const state = sessionState();
    const reading = TestBed.inject(Session).extend();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/session')
      .flush({ ...state, assignment: { ...state.assignment, role } });
    await reading;
    const fixture = TestBed.createComponent(FleetMenu);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await fixture.whenStable();
    const links = [...host.querySelectorAll('a')].map((link) => (link.textContent ?? '').trim());
    return { host, links, menu: host.querySelector('details') };
  }

  it('stand behind one word, by subject, for who has many', async () => {
    const { menu, links } = await shown('plan-manager');
    expect(links).toEqual([
      ...['Livraisons', 'Reprendre un parc existant'],
      ...['Logiciels', 'Écarts au socle', 'Besoins', 'Redéploiements', 'Dotations'],
      ...['Début et fin d’année', 'Récolements'],
      ...['Registre des sorties', 'Valeur du parc', 'Parts de réemploi'],
    ]);
    expect(menu?.open).toBe(false);
  });

  it('stand in the head itself for who has one', async () => {
    const { menu, links } = await shown('commune-officer');
    expect(links).toEqual(['Écarts au socle']);
    expect(menu).toBeNull();
  });

  it('shut by Escape, back on their word, and by a click beside', async () => {
    const { host, menu } = await shown('plan-manager');
    menu!.open = true;
    host.querySelector('a')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(menu!.open).toBe(false);
    expect(document.activeElement).toBe(host.querySelector('summary'));
    menu!.open = true;
    host.querySelector('h2')!.click();
    expect(menu!.open).toBe(true);
    document.body.click();
    expect(menu!.open).toBe(false);
  });
});
