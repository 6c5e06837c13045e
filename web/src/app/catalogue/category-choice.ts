import { Component, input, output } from '@angular/core';
import { ITEM_CATEGORIES, type ItemCategory, kindsOf } from '@parc/domain';

interface CategoryCount {
  readonly value: ItemCategory;
  readonly word: string;
  readonly count: number;
}

/** The categories with something in them, and the chosen one whatever it has, in the order of the catalogue: work first. */
export function categoryCounts(
  countOf: (category: ItemCategory) => number,
  chosen: ItemCategory | null,
): readonly CategoryCount[] {
  return kindsOf(ITEM_CATEGORIES)
    .map((value) => ({ value, word: ITEM_CATEGORIES[value].word, count: countOf(value) }))
    .filter(({ count, value }) => count > 0 || value === chosen);
}

/** Narrows the catalogue to one category; a second press on it shows everything again. */
@Component({
  selector: 'parc-category-choice',
  host: { role: 'group', 'aria-label': 'Catégories' },
  template: `
    <button type="button" [attr.aria-pressed]="chosen() === null" (click)="changed.emit(null)">
      Tout · {{ total() }}
    </button>
    @for (each of categories(); track each.value) {
      <button
        type="button"
        [attr.aria-pressed]="chosen() === each.value"
        (click)="changed.emit(each.value === chosen() ? null : each.value)"
      >
        {{ each.word }} · {{ each.count }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    button {
      flex: none;
      min-height: var(--control-height);
      padding: 0.25rem 1rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-round);
      background: var(--surface);
      font-weight: var(--weight-strong);
      cursor: pointer;
    }

    button[aria-pressed='true'] {
      border-color: var(--primary);
      background: var(--soft);
      color: var(--primary);
      box-shadow: inset 0 0 0 1px var(--primary);
    }

    /* A mouse needs no finger's height: all categories stand in one row beside the basket. */
    @media (min-width: 641px) and (pointer: fine) {
      button {
        min-height: 2.25rem;
        padding: 0.125rem 0.75rem;
      }
    }

    @media (max-width: 640px) {
      :host {
        flex-wrap: nowrap;
        padding: 2px;
        overflow-x: auto;
      }
    }
  `,
})
export class CategoryChoice {
  readonly categories = input.required<readonly CategoryCount[]>();
  /** Items of all categories. */
  readonly total = input.required<number>();
  readonly chosen = input.required<ItemCategory | null>();
  readonly changed = output<ItemCategory | null>();
}
