import { Component, input } from '@angular/core';
import { type FilterChip, FilterChips } from '@parc/ui';
import type { ListSteps } from './list-address';
import { ListSearch } from './list-search';

/** What narrows a list, in one line above it: the search, a chip per filter, all of them away at once. */
@Component({
  selector: 'parc-list-filters',
  imports: [FilterChips, ListSearch],
  template: `
    <parc-list-search
      [label]="searchLabel()"
      [placeholder]="searchPlaceholder()"
      [value]="search()"
      (searched)="steps().search($event)"
    />
    <parc-filter-chips [chips]="chips()" (changed)="steps().narrow($event)" />
    @if (narrowed()) {
      <button type="button" class="button button-dense button-quiet" (click)="steps().clear()">Tout retirer</button>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
      padding: 0.75rem 0;
    }

    /* The search and each filter follow one another on as many lines as it takes. */
    parc-filter-chips {
      display: contents;
    }
  `,
})
export class ListFilters {
  /** What is searched, for a screen reader: "Chercher une école". */
  readonly searchLabel = input.required<string>();
  readonly searchPlaceholder = input('');
  readonly search = input('');
  readonly chips = input.required<readonly FilterChip[]>();
  readonly narrowed = input.required<boolean>();
  readonly steps = input.required<ListSteps>();
}
