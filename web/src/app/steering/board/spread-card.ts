import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SpreadDot } from '@parc/api-client';
import type { FigureTarget, Indicator } from '@parc/domain';
import { ChartCard, Dots } from '@parc/ui';
import { inUnit, spreadGroups, spreadRows, spreadSentence } from './spread';

/** Every school as a dot, by sector and by network, and the way to those that need it most. */
@Component({
  selector: 'parc-spread-card',
  imports: [ChartCard, Dots, RouterLink],
  template: `
    <parc-chart-card
      heading="Le même chiffre, école par école"
      [note]="sentence()"
      [name]="'ecoles-' + indicator().key"
      [head]="['Groupe', 'Écoles', 'La plus basse', 'Médiane', 'La plus haute']"
      [rows]="rows()"
    >
      <parc-dots [groups]="groups()" [mark]="mark()" [height]="height()" />
    </parc-chart-card>
    <p class="worst">
      <a
        [routerLink]="['/pilotage/chiffres', indicator().key, 'ecoles']"
        [queryParams]="{ nombre: 10 }"
        queryParamsHandling="merge"
        >{{ worstWords() }}</a
      >
    </p>
  `,
  styles: `
    .worst {
      margin-top: 0.5rem;
      padding-top: 0.5rem;
      border-top: 1px solid var(--line);
      font-weight: var(--weight-strong);
    }
  `,
})
export class SpreadCard {
  readonly indicator = input.required<Indicator>();
  readonly dots = input.required<readonly SpreadDot[]>();
  readonly target = input<FigureTarget | null>(null);
  /** Pixels. */
  readonly height = input(250);

  protected readonly groups = computed(() => spreadGroups(this.indicator(), this.dots()));
  protected readonly rows = computed(() => spreadRows(this.groups()));
  protected readonly sentence = computed(() =>
    spreadSentence(this.indicator(), this.groups(), this.mark()?.value ?? 0),
  );
  protected readonly mark = computed(() => {
    const target = this.target();
    return target === null ? null : { value: target.value, word: `cible ${inUnit(this.indicator(), target.value)}` };
  });
  protected readonly worstWords = computed(
    () => `Les dix écoles les ${this.indicator().direction === 'down' ? 'plus hautes' : 'plus basses'}`,
  );
}
