import { inject, type Type } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { Role } from '@parc/domain';
import { type CardPlace, type DomainCard, type DomainHome, WEB_DOMAINS, type WebDomain } from '../domain';
import { meets } from '../need';
import { Session } from '../session';

export interface LoadedCard {
  readonly place: CardPlace;
  readonly component: Type<unknown>;
}

/** Loads a first page's cards together with the page: a card that does not come is told as a page that does not. */
export function loadCards(home: DomainHome): ResolveFn<readonly LoadedCard[]> {
  return async () => {
    const role = inject(Session).role();
    const cards = role === null ? [] : cardsOf(inject(WEB_DOMAINS), role);
    const [loaded] = await Promise.all([
      Promise.all(cards.map(async ({ place, load }) => ({ place, component: await load() }))),
      home.load(),
    ]);
    return loaded;
  };
}

/** The cards of a role, in their order: whichever first page it has shows them. */
export function cardsOf(domains: readonly WebDomain[], role: Role): readonly DomainCard[] {
  return domains
    .flatMap(({ cards }) => cards ?? [])
    .filter(({ need }) => meets(need, role))
    .sort((one, other) => one.order - other.order);
}
