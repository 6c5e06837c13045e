import { Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Icon } from '@parc/ui';

/** One line that leads to a list: its answer, and in small what it means. */
export interface LinkLine {
  readonly address: string;
  readonly query?: Params;
  readonly title: string;
  /** Empty when the title says it all. */
  readonly detail: string;
}

/** Lines of a home page that each lead to a list. */
@Component({
  selector: 'parc-link-lines',
  imports: [Icon, RouterLink],
  template: `
    <ul>
      @for (line of lines(); track line.title) {
        <li>
          <a [routerLink]="line.address" [queryParams]="line.query">
            <span>
              <strong>{{ line.title }}</strong>
              <span class="muted small">{{ line.detail }}</span>
            </span>
            <parc-icon name="chevron-right" [size]="18" />
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    li + li {
      border-top: 1px solid var(--line);
    }

    a {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
      min-height: 3.5rem;
      padding: 0.5rem 0.25rem;
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
    }

    a:hover {
      background: var(--sunken);
    }

    a > span {
      display: grid;
    }
  `,
})
export class LinkLines {
  readonly lines = input.required<readonly LinkLine[]>();
}
