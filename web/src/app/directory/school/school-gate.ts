import { bodyInSentence } from '@parc/domain';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GateAnswer } from '@parc/api-client';
import { dayOfYear, Notice } from '@parc/ui';

/** Under which convention the school orders, or which one is missing and what happens next. */
@Component({
  selector: 'parc-school-gate',
  imports: [Notice, RouterLink],
  template: `
    <parc-notice [tone]="gate().open ? 'done' : 'waiting'" [heading]="heading()">
      <p>{{ text() }}</p>
      @if (readsConvention() && gate().conventionId; as id) {
        <p><a [routerLink]="['/conventions', id]">Lire la convention</a></p>
      }
    </parc-notice>
  `,
})
export class SchoolGate {
  readonly gate = input.required<GateAnswer>();
  readonly readsConvention = input(false);

  protected readonly heading = computed(() => {
    const { open, until, missing } = this.gate();
    if (!open)
      return `Il manque une convention avec ${missing === null ? 'le signataire' : bodyInSentence(missing.party)}`;
    return until === null ? 'Convention en vigueur' : `Convention en vigueur jusqu’au ${dayOfYear(until)}`;
  });
  protected readonly text = computed(() => {
    const { open, title, missing } = this.gate();
    return open ? (title ?? '') : `L’école ne peut pas encore commander. ${missing?.next ?? ''}`;
  });
}
