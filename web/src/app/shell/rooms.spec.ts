import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { type Permission, reachOf, type Role, ROLES } from '@parc/domain';
import { Rooms } from './rooms';

@Component({ template: '' })
class Empty {}

/** Who works inside a school reads its one budget and its own page; the others have lists. */
const isOfSchool = (role: Role) => reachOf('home.school', role) !== null;
const may = (role: Role, ...permissions: Permission[]) => permissions.some((each) => reachOf(each, role) !== null);

/** By path of a room: whether a role's permissions open it. */
const OPEN_TO: Record<string, (role: Role) => boolean> = {
  accueil: () => true,
  commandes: (role) => may(role, 'orders.read'),
  catalogue: (role) => may(role, 'catalogue.order', 'catalogue.read'),
  budget: (role) => isOfSchool(role) && may(role, 'budgets.read'),
  budgets: (role) => may(role, 'budgets.overview'),
  conventions: (role) => may(role, 'conventions.read'),
  ecole: (role) => isOfSchool(role) && may(role, 'directory.read'),
  annuaire: (role) => !isOfSchool(role) && may(role, 'directory.read'),
  comptes: (role) => may(role, 'accounts.read'),
  taches: (role) => may(role, 'jobs.read'),
  courriels: (role) => may(role, 'mail.outbox'),
  // A commune's own first page shows the same figures.
  pilotage: (role) => may(role, 'steering.read') && may(role, 'budgets.totals'),
};

function rooms(...paths: string[]): Rooms {
  const children = paths.map((path) => ({ path, component: Empty }));
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '', component: Empty, children }])] });
  return TestBed.inject(Rooms);
}

describe('the rooms of a role', () => {
  it('are those whose pages exist, in the order of the rail', () => {
    const labels = rooms('commandes/:id', 'accueil', 'budgets')
      .of('plan-manager')
      .map(({ label }) => label);
    expect(labels).toEqual(['Bureau', 'Commandes', 'Budgets']);
  });

  it.each(ROLES)('begin with a first page, for %s too', (role) => {
    expect(rooms('accueil').of(role)).toHaveLength(1);
  });

  it.each(ROLES)('are all those that its permissions open, and no other, for %s', (role) => {
    const paths = Object.keys(OPEN_TO);
    const seen = rooms(...paths).of(role);
    expect(seen.map(({ path }) => path).sort()).toEqual(paths.filter((path) => OPEN_TO[path]!(role)).sort());
  });

  it('carry what waits for the reader until the person changes', () => {
    const house = rooms('commandes');
    house.setWaiting('commandes', 14);
    expect(house.waiting()).toEqual({ commandes: 14 });
    house.forgetWaiting();
    expect(house.waiting()).toEqual({});
  });
});
