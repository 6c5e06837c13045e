import { Component, computed, inject } from '@angular/core';
import { Api, trainingsList } from '@parc/api-client';
import { reading } from '../../shell/reading';
import { TrainingOfferCard } from '../offers/offer-card';
import { asksReader } from '../training-words';

/** Sessions ahead of one person are few; the rest stands among their trainings. */
const READ = 20;

/** On a school's first page: a place that is kept for its reader until an hour, a new date that waits for their answer. */
@Component({
  selector: 'parc-asked-places-card',
  imports: [TrainingOfferCard],
  template: `
    @for (session of asked(); track session.id) {
      <parc-training-offer-card [session]="session" [named]="true" (changed)="own.reload()" />
    }
  `,
  styles: ':host { display: contents; }',
})
export class AskedPlacesCard {
  private readonly api = inject(Api);
  protected readonly own = reading({
    load: () => this.api.invoke(trainingsList, { mine: true, ahead: true, direction: 'asc', size: READ }),
  });
  protected readonly asked = computed(() => (this.own.value()?.items ?? []).filter(asksReader));
}
