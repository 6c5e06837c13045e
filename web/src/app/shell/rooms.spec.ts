import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '@parc/domain';
import { DOMAINS } from '../domains';
import { routes } from '../routes';
import { WEB_DOMAINS, type WebDomain } from './domain';
import { HOME_PATH, homesOf } from './homes/homes';
import { Rooms } from './rooms';

@Component({ template: '' })
class Empty {}

/** The rail as each role reads it, written a second time by role: what the domains declare must come to this. */
// prettier-ignore
const RAILS: Record<Role, readonly string[]> = {
  'school-head':          ['Accueil', 'Commandes', 'Catalogue', 'Budget', 'L’école', 'Conventions'],
  teacher:                ['Accueil', 'Commandes', 'Catalogue', 'Budget', 'L’école'],
  technician:             ['Tournée', 'Travaux', 'Écoles', 'Catalogue', 'Conventions'],
  installer:              ['Tournée', 'Travaux', 'Écoles', 'Catalogue'],
  'plan-manager':         ['Bureau', 'Commandes', 'Budgets', 'Conventions', 'Annuaire', 'Catalogue', 'Comptes', 'Tâches', 'Pilotage'],
  committee:              ['Ensemble', 'Pilotage', 'Budgets', 'Écoles', 'Conventions', 'Catalogue'],
  'commune-officer':      ['Accueil', 'Écoles', 'Commandes', 'Budgets', 'Conventions'],
  'private-body-officer': ['Accueil', 'Écoles', 'Commandes', 'Budgets', 'Conventions'],
  inspector:              ['Accueil', 'Écoles', 'Commandes', 'Conventions', 'Catalogue'],
  'digital-trainer':      ['Accueil', 'Écoles', 'Commandes', 'Conventions', 'Catalogue'],
  administrator:          ['Accueil', 'Comptes', 'Tâches', 'Courriels'],
};

/** By word of the rail: where it leads, and its sign. */
const DOORS: Record<string, readonly [path: string, icon: string]> = {
  Accueil: ['accueil', 'home'],
  Bureau: ['accueil', 'home'],
  Tournée: ['accueil', 'map'],
  Ensemble: ['accueil', 'home'],
  Commandes: ['commandes', 'cart'],
  Travaux: ['commandes', 'cart'],
  Catalogue: ['catalogue', 'laptop'],
  Budget: ['budget', 'euro'],
  Budgets: ['budgets', 'euro'],
  Conventions: ['conventions', 'pencil'],
  'L’école': ['ecole', 'people'],
  Annuaire: ['annuaire', 'people'],
  Écoles: ['annuaire', 'box'],
  Comptes: ['comptes', 'key'],
  Tâches: ['taches', 'clock'],
  Courriels: ['courriels', 'mail'],
  Pilotage: ['pilotage', 'chart'],
};

/** The rail of these domains, over these addresses. */
function rooms(config: Routes, domains: readonly WebDomain[] = DOMAINS): Rooms {
  TestBed.configureTestingModule({
    providers: [provideRouter(config), { provide: WEB_DOMAINS, useValue: domains }],
  });
  return TestBed.inject(Rooms);
}

const pages = (...paths: string[]): Routes => [
  { path: '', component: Empty, children: paths.map((path) => ({ path, component: Empty })) },
];

describe('the rooms of a role', () => {
  it.each(ROLES)('are those that its permissions open, in their order, for %s', (role) => {
    const seen = rooms(routes).of(role);
    expect(seen.map(({ label }) => label)).toEqual(RAILS[role]);
    expect(seen.map(({ label, path, icon }) => [label, path, icon])).toEqual(
      RAILS[role].map((label) => [label, ...DOORS[label]!]),
    );
  });

  it('are those whose pages exist', () => {
    const labels = rooms(pages('commandes/:id', 'accueil', 'budgets'))
      .of('plan-manager')
      .map(({ label }) => label);
    expect(labels).toEqual(['Bureau', 'Commandes', 'Budgets']);
  });

  it('lead somewhere, each of them', () => {
    const addresses = DOMAINS.flatMap(({ routes: own }) => own ?? []).map(({ path }) => path);
    const nowhere = DOMAINS.flatMap(({ rooms: own }) => own ?? []).filter(({ path }) => !addresses.includes(path));
    expect(nowhere).toEqual([]);
  });

  it('carry what waits for the reader until the person changes', () => {
    const house = rooms(pages('commandes'));
    house.setWaiting('commandes', 14);
    expect(house.waiting()).toEqual({ commandes: 14 });
    house.forgetWaiting();
    expect(house.waiting()).toEqual({});
  });

  it('grow by a domain that brings its own, for those who hold what it names', () => {
    const added: WebDomain = {
      name: 'tickets',
      rooms: [{ path: 'billets', label: 'Billets', icon: 'box', need: 'jobs.run', order: 81 }],
    };
    const house = rooms(pages('comptes', 'billets', 'taches'), [...DOMAINS, added]);
    const labels = (role: Role) => house.of(role).map(({ label }) => label);
    expect(labels('administrator')).toEqual(['Comptes', 'Billets', 'Tâches']);
    expect(labels('plan-manager')).toEqual(['Comptes', 'Tâches']);
  });
});

describe('the domains of the web', () => {
  it('have each its name, and their first pages each its place', () => {
    const names = DOMAINS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const orders = homesOf(DOMAINS).map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('leave the first page’s address to their first pages', () => {
    const taken = DOMAINS.flatMap(({ routes: own, rooms: doors }) => [...(own ?? []), ...(doors ?? [])]);
    expect(taken.filter(({ path }) => path === HOME_PATH)).toEqual([]);
  });
});
