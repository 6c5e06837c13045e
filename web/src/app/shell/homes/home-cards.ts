import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { CardPlace } from '../domain';
import type { LoadedCard } from './load-cards';

/** The cards that the domains bring to the first page, in one place of it; without a place, all of them. */
@Component({
  selector: 'parc-home-cards',
  imports: [NgComponentOutlet],
  template: `
    @for (card of shown(); track card) {
      <ng-container [ngComponentOutlet]="card" />
    }
  `,
  styles: ':host { display: contents; }',
})
export class HomeCards {
  readonly place = input<CardPlace>();
  private readonly data = toSignal(inject(ActivatedRoute).data, { requireSync: true });
  protected readonly shown = computed(() => {
    const asked = this.place();
    const loaded = (this.data()['cards'] ?? []) as readonly LoadedCard[];
    const cards = loaded.filter(({ place }) => asked === undefined || asked === place);
    return cards.map(({ component }) => component);
  });
}
