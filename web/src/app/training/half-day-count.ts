import { Component, model } from '@angular/core';
import { Icon } from '@parc/ui';
import { MOST_DATES } from './hours-fields';

/** How many half-days a form of dates asks for: a whole day is two. */
@Component({
  selector: 'parc-half-day-count',
  imports: [Icon],
  template: `
    @if (count() < most) {
      <button type="button" class="button button-dense" (click)="count.set(count() + 1)">
        <parc-icon name="plus" [size]="16" /> Ajouter une demi-journée
      </button>
    }
    @if (count() > 1) {
      <button type="button" class="button button-dense button-quiet" (click)="count.set(count() - 1)">
        Retirer la dernière
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class HalfDayCount {
  readonly count = model.required<number>();
  protected readonly most = MOST_DATES;
}
