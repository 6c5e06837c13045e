import { Component, input, model } from '@angular/core';
import { wholeNumber } from '../words/typography.js';

export interface SavedView {
  readonly id: string;
  readonly label: string;
  /** How many rows it holds; null while it is being counted. */
  readonly count: number | null;
  /** True when the server stopped counting: "plus de 20 000". */
  readonly more?: boolean;
}

/** The saved views of a list as tabs with their counts. The page keeps the chosen one in its address. */
@Component({
  selector: 'parc-view-tabs',
  host: { role: 'navigation', '[attr.aria-label]': 'label()' },
  template: `
    @for (view of views(); track view.id) {
      <button
        type="button"
        [class.chosen]="view.id === chosen()"
        [attr.aria-current]="view.id === chosen() ? 'true' : null"
        (click)="chosen.set(view.id)"
      >
        {{ view.label }}
        @if (view.count !== null) {
          <span class="count">{{ view.more ? 'plus de ' : '' }}{{ words(view.count) }}</span>
        }
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 0.25rem;
      overflow-x: auto;
      border-bottom: 1px solid var(--line);
      scrollbar-width: thin;
    }

    button {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 0.5rem;
      min-height: 2.75rem;
      padding: 0 0.625rem;
      border: 0;
      border-bottom: 3px solid transparent;
      background: none;
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
      cursor: pointer;
    }

    button:hover {
      background: var(--sunken);
    }

    button:focus-visible {
      outline-offset: -2px;
    }

    .count {
      padding: 0 0.5rem;
      border-radius: var(--radius-round);
      background: var(--idle);
      color: var(--on-idle);
    }

    .chosen {
      border-bottom-color: var(--primary);
      color: var(--primary);
    }

    .chosen .count {
      background: var(--primary);
      color: var(--on-primary);
    }
  `,
})
export class ViewTabs {
  readonly views = input.required<readonly SavedView[]>();
  readonly chosen = model.required<string>();
  readonly label = input('Vues');
  protected readonly words = wholeNumber;
}
