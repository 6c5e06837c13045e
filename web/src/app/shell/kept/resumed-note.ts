import { Component, input } from '@angular/core';
import type { Keeping } from './typed';

/** Says that what stands in a form was typed before, and how to begin anew; or that leaving the page would lose it. */
@Component({
  selector: 'parc-resumed-note',
  template: `
    @if (of().resumed()) {
      <p class="muted small" role="status">
        Repris là où vous en étiez.
        <button type="button" class="button-as-link" (click)="of().startAgain()">Effacer</button>
      </p>
    }
    @if (of().unkept()) {
      <p class="muted small" role="status">
        Ce navigateur ne garde pas ce que vous tapez : envoyez avant de quitter la page.
      </p>
    }
  `,
  // Without words it takes no place, nor the gap beside it.
  styles: ':host { display: contents; }',
})
export class ResumedNote {
  readonly of = input.required<Pick<Keeping, 'resumed' | 'unkept' | 'startAgain'>>();
}
