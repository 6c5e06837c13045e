import { Component, computed, input, output } from '@angular/core';
import { Notice } from '@parc/ui';
import type { Problem } from './problem';
import { IN_DOUBT } from './writes/until-known';

/**
 * An act that was refused or got no answer: which one, why, and what is possible now. The page stays as it is, with what was
 * typed on it; it is read again where another attempt would be refused alike.
 */
@Component({
  selector: 'parc-act-problem',
  imports: [Notice],
  template: `
    <parc-notice [tone]="doubtful() ? 'waiting' : 'trouble'" role="alert" [heading]="shown()">
      {{ problem().sentence }}
      @if (!problem().passing) {
        <button type="button" class="button-as-link" (click)="reread.emit()">Relire la page</button>
      }
    </parc-notice>
  `,
  styles: ':host { display: block; }',
})
export class ActProblem {
  readonly problem = input.required<Problem>();
  /** What did not happen: "Ce n’est pas clos". */
  readonly heading = input('Ce n’est pas enregistré');
  readonly reread = output();
  /** Nobody knows yet: that nothing is recorded would be a guess. */
  protected readonly doubtful = computed(() => this.problem() === IN_DOUBT);
  protected readonly shown = computed(() => (this.doubtful() ? 'Pas encore de réponse' : this.heading()));
}
