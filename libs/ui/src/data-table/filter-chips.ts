import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon.js';

export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The chosen option; null when the filter is off. */
  readonly value: string | null;
}

export interface FilterChange {
  readonly id: string;
  readonly value: string | null;
}

/** Filters of a list: each a native choice in the shape of a chip, tinted and with a cross once it is on. */
@Component({
  selector: 'parc-filter-chips',
  imports: [Icon],
  host: { role: 'group', 'aria-label': 'Filtres' },
  template: `
    @for (chip of chips(); track chip.id) {
      <span class="chip" [class.on]="chip.value !== null">
        <select #choice [attr.aria-label]="chip.label" (change)="choose(chip, choice.value)">
          <option value="" [selected]="chip.value === null">{{ chip.label }}</option>
          @for (option of chip.options; track option.value) {
            <option [value]="option.value" [selected]="option.value === chip.value">{{ option.label }}</option>
          }
        </select>
        @if (chip.value !== null) {
          <button type="button" [attr.aria-label]="'Retirer le filtre ' + chip.label" (click)="choose(chip, '')">
            <parc-icon name="cross" [size]="14" />
          </button>
        } @else {
          <parc-icon class="arrow" name="chevron-down" [size]="14" />
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .chip {
      position: relative;
      display: inline-flex;
      align-items: center;
      min-height: var(--control-height-dense);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
    }

    .on {
      border-color: var(--primary);
      background: var(--soft);
      color: var(--primary);
    }

    select {
      field-sizing: content;
      min-height: var(--control-height-dense);
      max-width: 16rem;
      padding: 0 1.75rem 0 0.75rem;
      border: 0;
      background: none;
      color: inherit;
      font-weight: inherit;
      appearance: none;
      cursor: pointer;
    }

    option {
      background: var(--surface);
      color: var(--ink);
    }

    .arrow {
      position: absolute;
      right: 0.5rem;
      pointer-events: none;
    }

    button {
      position: absolute;
      right: 0;
      display: grid;
      place-items: center;
      width: 1.75rem;
      height: 100%;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }

    @media (hover: none) {
      .chip,
      select {
        min-height: var(--control-height);
      }
    }
  `,
})
export class FilterChips {
  readonly chips = input.required<readonly FilterChip[]>();
  readonly changed = output<FilterChange>();

  protected choose(chip: FilterChip, value: string): void {
    this.changed.emit({ id: chip.id, value: value === '' ? null : value });
  }
}
