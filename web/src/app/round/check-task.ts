import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundCheck } from '@parc/api-client';
import { counted, Icon, StateChip } from '@parc/ui';
import { checkName } from '../upkeep/upkeep-words';

/** A check as one thing to do at a stop: what is looked at, on how many devices, and the way to do it. */
@Component({
  selector: 'parc-check-task',
  imports: [Icon, RouterLink, StateChip],
  template: `
    <a class="task" [routerLink]="['/entretien/controles', check().id, 'faire']">
      <span class="sign"><parc-icon name="refresh" /></span>
      <span>
        <strong>{{ name() }}</strong>
        <span class="muted small">{{ about() }}</span>
        @if (late()) {
          <parc-state-chip [state]="lateChip" />
        } @else if (!check().mine) {
          <parc-state-chip [state]="freeChip" />
        }
      </span>
      <parc-icon name="chevron-right" />
    </a>
  `,
  styleUrl: './task-row.css',
})
export class CheckTask {
  readonly check = input.required<RoundCheck>();
  /** Plain date in Europe/Paris. */
  readonly today = input.required<string>();

  protected readonly lateChip = { tone: 'trouble', icon: 'warning', word: 'En retard' } as const;
  protected readonly freeChip = { tone: 'waiting', icon: 'clock', word: 'À qui le prend' } as const;
  protected readonly late = computed(() => this.check().dueOn < this.today());
  protected readonly name = computed(() => checkName(this.check()));
  protected readonly about = computed(() => `Contrôle · ${counted(this.check().found.length, 'appareil')}`);
}
