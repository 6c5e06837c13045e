import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@parc/domain';
import { of } from 'rxjs';
import { DOMAINS } from '../../domains';
import type { DomainCard, WebDomain } from '../domain';
import { meets } from '../need';
import { HomeCards } from './home-cards';
import { cardsOf } from './home-rows';
import type { LoadedCard } from './load-cards';

@Component({ template: 'Un' })
class One {}

@Component({ template: 'Deux' })
class Two {}

describe('the cards of the first pages', () => {
  it('appear by a domain that brings one, for those who hold what it names and nobody else', () => {
    const card: DomainCard = { need: 'jobs.run', place: 'first', order: 15, load: () => Promise.resolve(One) };
    const added: WebDomain = { name: 'tickets', cards: [card] };
    const readers = ROLES.filter((role) => cardsOf([...DOMAINS, added], role).includes(card));
    expect(readers).toEqual(ROLES.filter((role) => meets('jobs.run', role)));
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
