import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundVisit } from '@parc/api-client';
import { counted, Icon, time } from '@parc/ui';

/** On top of the round: where one is, and the way back to what is under way there. */
@Component({
  selector: 'parc-open-visits',
  imports: [Icon, RouterLink],
  template: `
    @for (visit of visits(); track visit.id) {
      <a class="card" [routerLink]="['/interventions', visit.id]">
        <parc-icon name="pin" />
        <span>
          <strong>{{ visit.schoolName || 'Une école' }}</strong>
          <span class="small">{{ about(visit) }}</span>
        </span>
        <parc-icon name="chevron-right" />
      </a>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }

    :host:empty {
      display: none;
    }

    a {
      display: flex;
      align-items: center;
      gap: 0.875rem;
      min-height: 3.5rem;
      border: 2px solid var(--primary);
      color: var(--ink);
      text-decoration: none;
    }

    a > span {
      flex: 1;
      min-width: 0;
    }

    strong,
    .small {
      display: block;
    }

    parc-icon {
      flex: none;
      color: var(--primary);
    }
  `,
})
export class OpenVisits {
  readonly visits = input.required<readonly RoundVisit[]>();

  protected about({ begunAt, parts }: RoundVisit): string {
    const there = `Sur place depuis ${time(begunAt)}`;
    return parts.length === 0 ? there : `${there} · ${counted(parts.length, 'chose faite', 'choses faites')}`;
  }
}
