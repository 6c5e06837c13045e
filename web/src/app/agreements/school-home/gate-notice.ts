import { Component, computed, inject } from '@angular/core';
import { Notice } from '@parc/ui';
import { SchoolReading } from '../../home/school/school-reading';

/** On a school's first page: the convention without which no order leaves. */
@Component({
  selector: 'parc-gate-notice',
  imports: [Notice],
  template: `
    @if (missing(); as convention) {
      <parc-notice tone="waiting" [heading]="'Il manque une convention avec ' + convention.party">
        {{ convention.next }} D’ici là vous pouvez préparer un brouillon ; il est gardé.
      </parc-notice>
    }
  `,
  styles: `
    parc-notice {
      margin-bottom: 1.5rem;
    }
  `,
})
export class GateNotice {
  private readonly read = inject(SchoolReading);
  protected readonly missing = computed(() => {
    const gate = this.read.home()?.gate;
    return gate === undefined || gate.open ? null : gate.missing;
  });
}
