import { Component, ɵgetComponentDef as definitionOf, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '@parc/domain';
import { of } from 'rxjs';
import { DOMAINS } from '../../domains';
import type { CardPlace, DomainCard, WebDomain } from '../domain';
import { meets } from '../need';
import { HomeCards } from './home-cards';
import { homesOf } from './homes';
import { cardsOf } from './home-rows';
import type { LoadedCard } from './load-cards';

@Component({ template: 'Un' })
class One {}

@Component({ template: 'Deux' })
class Two {}

/** What stands on the first page of each role beside its title, written a second time by role: "place card". */
// prettier-ignore
const SHOWN: Partial<Record<Role, readonly string[]>> = {
  'school-head':  ['above GateNotice', 'above SchoolBudgetCard', 'first AwaitedCard', 'second UnderWayCard'],
  teacher:        ['above GateNotice', 'above SchoolBudgetCard', 'first AwaitedCard', 'second UnderWayCard'],
  'plan-manager': ['first WaitingCard', 'first PlanBudgetCard', 'second FollowedConventionsCard', 'second ContractsCard'],
};

const PLACES: readonly CardPlace[] = ['above', 'first', 'second'];

describe('the cards of the first pages', () => {
  it.each(ROLES)('are those of the domains that concern %s, place by place', async (role) => {
    const cards = await Promise.all(
      cardsOf(DOMAINS, role).map(async ({ place, load }) => ({ place, name: (await load()).name.replace(/^_/, '') })),
    );
    const seen = PLACES.flatMap((place) => cards.filter((card) => card.place === place));
    expect(seen.map(({ place, name }) => `${place} ${name}`)).toEqual(SHOWN[role] ?? []);
  });

  it('appear by a domain that brings one, for those who hold what it names and nobody else', () => {
    const card: DomainCard = { need: 'jobs.run', place: 'first', order: 15, load: () => Promise.resolve(One) };
    const added: WebDomain = { name: 'tickets', cards: [card] };
    const readers = ROLES.filter((role) => cardsOf([...DOMAINS, added], role).includes(card));
    expect(readers).toEqual(ROLES.filter((role) => meets('jobs.run', role)));
  });

  it('have their place on every first page: none can be brought and not be shown', async () => {
    const pages = await Promise.all(homesOf(DOMAINS).map(({ load }) => load()));
    expect(pages.filter((page) => !usesCards(page)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['first', 'Un'],
    ['second', 'Deux'],
    [undefined, 'UnDeux'],
  ] as const)('stand where they belong: %s', (place, words) => {
    const cards: readonly LoadedCard[] = [
      { place: 'first', component: One },
      { place: 'second', component: Two },
    ];
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ActivatedRoute, useValue: { data: of({ cards }) } }],
    });
    const fixture = TestBed.createComponent(HomeCards);
    fixture.componentRef.setInput('place', place);
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).textContent?.trim()).toBe(words);
  });
});

function usesCards(page: Type<unknown>): boolean {
  const used = definitionOf(page)?.directiveDefs ?? [];
  return (typeof used === 'function' ? used() : used).some(({ type }) => type === HomeCards);
}
