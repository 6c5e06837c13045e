import { Component, computed, input } from '@angular/core';
import type { AccessCardAnswer } from '@parc/api-client';
import { Icon } from '@parc/ui';

/** How to come into a school, folded until it is asked for: who holds the key, the alarm, what the last one there has noted. */
@Component({
  selector: 'parc-school-access',
  imports: [Icon],
  template: `
    @if (lines().length > 0) {
      <details>
        <summary class="small"><parc-icon name="key" [size]="16" /> Entrer dans l’école</summary>
        <dl class="small">
          @for (line of lines(); track line.word) {
            <dt>{{ line.word }}</dt>
            <dd>{{ line.text }}</dd>
          }
        </dl>
      </details>
    }
  `,
  styles: `
    details {
      border-top: 1px solid var(--line);
    }

    summary {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      min-height: var(--control-height);
      padding: 0.25rem 1rem;
      font-weight: var(--weight-strong);
      list-style: none;
      cursor: pointer;
    }

    summary::-webkit-details-marker {
      display: none;
    }

    summary:focus-visible {
      outline-offset: -2px;
    }

    dl {
      padding: 0 1rem 0.75rem;
    }
  `,
})
export class SchoolAccess {
  readonly card = input.required<AccessCardAnswer>();
  protected readonly lines = computed(() => {
    const { keyHolder, alarm, note } = this.card();
    const all = [
      { word: 'Clés', text: keyHolder },
      { word: 'Alarme', text: alarm },
      { word: 'À savoir', text: note },
    ];
    return all.filter((line) => line.text !== null);
  });
}
