import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { StatePanel } from '@parc/ui';
import { HOME_PATH } from './homes/homes';
import { Phone } from './phone';
import type { Problem } from './problem';

/** A page or a part of one that could not be read: why, a way to try again, and on an enrolled phone the way to what it keeps. */
@Component({
  selector: 'parc-problem-panel',
  imports: [RouterLink, StatePanel],
  template: `
    <parc-state-panel [kind]="problem().panel" [heading]="heading()" [text]="problem().sentence" (retry)="retry.emit()">
      @if (keptElsewhere()) {
        <a class="button button-primary" [routerLink]="['/', home]">Revenir à l’accueil</a>
      }
    </parc-state-panel>
  `,
  styles: ':host { display: contents; }',
})
export class ProblemPanel {
  readonly problem = input.required<Problem>();
  /** "Cette convention ne s’affiche pas"; the panel has its own words without it. */
  readonly heading = input('');
  readonly retry = output();
  private readonly phone = inject(Phone);
  private readonly router = inject(Router);
  protected readonly home = HOME_PATH;
  /** The first page opens without a network there. */
  protected readonly keptElsewhere = computed(
    () =>
      this.problem().panel === 'offline' && this.phone.work() !== null && !this.router.url.startsWith(`/${HOME_PATH}`),
  );
}
