import { inject, type Type } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type CardPlace, type DomainHome, WEB_DOMAINS } from '../domain';
import { Session } from '../session';

export interface LoadedCard {
  readonly place: CardPlace;
  readonly component: Type<unknown>;
}

/** Loads a first page's cards together with the page: a card that does not come is told as a page that does not. */
export function loadCards(home: DomainHome): ResolveFn<readonly LoadedCard[]> {
  return async () => {
    const domains = inject(WEB_DOMAINS);
    const role = inject(Session).role();
    if (role === null) return [];
    const page = home.load();
    const { cardsOf } = await import('./home-rows');
    const cards = cardsOf(domains, role).map(async ({ place, load }) => ({ place, component: await load() }));
    const [loaded] = await Promise.all([Promise.all(cards), page]);
    return loaded;
  };
}
