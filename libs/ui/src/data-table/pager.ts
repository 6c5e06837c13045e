import { Component, computed, input, model } from '@angular/core';
import { Icon } from '../icon/icon.js';
import { ofRows, wholeNumber } from '../words/typography.js';

/** "51 – 100 sur 204", and the pages before and after. */
@Component({
  selector: 'parc-pager',
  imports: [Icon],
  host: { role: 'navigation', 'aria-label': 'Pages' },
  template: `
    <span role="status">{{ words() }}</span>
    <button type="button" class="button button-dense" [disabled]="page() <= 1" (click)="page.set(page() - 1)">
      <parc-icon name="chevron-left" [size]="16" /> Précédente
    </button>
    <button type="button" class="button button-dense" [disabled]="page() >= last()" (click)="page.set(page() + 1)">
      Suivante <parc-icon name="chevron-right" [size]="16" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: 0.5rem;
      padding: 0.75rem 0;
      font-size: var(--text-14);
    }

    span {
      margin-right: 0.5rem;
      color: var(--muted);
    }
  `,
})
export class Pager {
  /** The first is 1. */
  readonly page = model.required<number>();
  /** Rows of a page. */
  readonly size = input.required<number>();
  /** As a list says it: of many rows, how many there are at least. */
  readonly total = input.required<number>();

  protected readonly last = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
  protected readonly words = computed(() => {
    if (this.total() === 0) return 'Aucune ligne';
    const first = (this.page() - 1) * this.size() + 1;
    const end = Math.min(this.page() * this.size(), this.total());
    return `${wholeNumber(first)} – ${wholeNumber(end)} ${ofRows(this.total())}`;
  });
}
