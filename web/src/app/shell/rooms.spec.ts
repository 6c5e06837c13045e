import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { DOMAINS } from '../domains';
import { WEB_DOMAINS, type WebDomain } from './domain';
import { Rooms } from './rooms';

@Component({ template: '' })
class Empty {}

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
  it('are those whose pages exist', () => {
    const labels = rooms(pages('commandes/:id', 'accueil', 'budgets'))
      .of('plan-manager')
      .map(({ label }) => label);
    expect(labels).toEqual(['Bureau', 'Commandes', 'Budgets']);
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
