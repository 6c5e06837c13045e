import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouteReuseStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, expect, it } from '@jest/globals';
import type { SessionAnswer } from '@parc/api-client';
import { RolePages } from './role-pages';
import { Session } from './session';
import { sessionState } from './session.fixture';

let built = 0;

@Component({ template: '' })
class Home {
  constructor() {
    built++;
  }
}

const current = signal<SessionAnswer | null>(sessionState());
let harness: RouterTestingHarness;

beforeEach(async () => {
  built = 0;
  current.set(sessionState());
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: '', pathMatch: 'full', redirectTo: 'accueil' },
        { path: 'accueil', component: Home, runGuardsAndResolvers: 'always' },
      ]),
      { provide: RouteReuseStrategy, useClass: RolePages },
      { provide: Session, useValue: { current } },
    ],
  });
  harness = await RouterTestingHarness.create('/accueil');
});

const home = () => TestBed.inject(Router).navigateByUrl('/', { onSameUrlNavigation: 'reload' });

it('a page goes on under the same role, whatever else of its address changes', async () => {
  await harness.navigateByUrl('/accueil?exercice=2025');
  await home();
  expect(built).toBe(1);
});

it('a page is built anew for another role at the same address, and then goes on', async () => {
  current.set(sessionState({ assignment: { ...sessionState().assignment, id: 'assignment-2' } }));
  await home();
  expect(built).toBe(2);
  await harness.navigateByUrl('/accueil?exercice=2025');
  expect(built).toBe(2);
});
