import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FigureAnswer } from '@parc/api-client';
import { figureText, GRAINS, type IndicatorKey, indicatorOf } from '@parc/domain';
import { coverageWords } from '../figures/figure-words';
import { shortDay } from '@parc/ui';

/** What a figure says, what it does not, where it comes from: of equal weight. */
@Component({
  selector: 'parc-figure-says',
  imports: [RouterLink],
  template: `
    <h2 class="says">Ce que dit ce chiffre</h2>
    <p>{{ indicator().sentence }}</p>
    <h2 class="not">Ce qu’il ne dit pas</h2>
    <p>{{ indicator().notSaid }}</p>
    <h2>D’où il vient</h2>
    <p>
      {{ indicator().from }}, {{ when() }}, {{ coverage() }}.
      @if (target(); as words) {
        {{ words }}
      }
      <a routerLink="/definitions" [fragment]="indicator().key">La définition</a>
    </p>
  `,
  styles: `
    :host {
      display: block;
      font-size: var(--text-14);
    }

    h2 {
      font-size: var(--text-16);
    }

    p + h2 {
      margin-top: 0.75rem;
    }

    .says {
      color: var(--primary);
    }

    .not {
      color: var(--on-waiting);
    }
  `,
})
export class FigureSays {
  readonly answer = input.required<FigureAnswer>();

  protected readonly indicator = computed(() => indicatorOf(this.answer().key as IndicatorKey));
  protected readonly coverage = computed(() => coverageWords(this.answer().figure));
  protected readonly when = computed(() => {
    const { figure } = this.answer();
    if (figure === null) return 'pas encore calculé';
    if (GRAINS[this.indicator().grain].stock) return `au ${shortDay(figure.to)}`;
    return `du ${shortDay(figure.from)} au ${shortDay(figure.to)}`;
  });
  protected readonly target = computed(() => {
    const { target } = this.answer();
    return target === null ? null : `Cible de ${figureText(this.indicator(), target.value)} : ${target.source}.`;
  });
}
