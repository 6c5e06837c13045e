import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@parc/domain';
import { Rooms } from './rooms';

@Component({ template: '' })
class Empty {}

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

  it('carry what waits for the reader until the person changes', () => {
    const house = rooms('commandes');
    house.setWaiting('commandes', 14);
    expect(house.waiting()).toEqual({ commandes: 14 });
    house.forgetWaiting();
    expect(house.waiting()).toEqual({});
  });
});
