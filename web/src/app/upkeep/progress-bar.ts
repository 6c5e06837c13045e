import { Component, input } from '@angular/core';

/** How far something is, in hundredths. The words beside it say everything: the drawing is hidden from screen readers. */
@Component({
  selector: 'parc-progress-bar',
  template: `
    <span class="track" aria-hidden="true"><span class="filled" [style.width.%]="percent()"></span></span>
    <span class="words">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      min-width: 9rem;
    }

    .track {
      display: block;
      height: 0.875rem;
      overflow: hidden;
      border: 1px solid var(--edge);
      border-radius: 6px;
      background: var(--surface);
    }

    .filled {
      display: block;
      height: 100%;
      background: var(--primary);
    }

    .words {
      font-size: var(--text-14);
      white-space: normal;
    }
  `,
})
export class ProgressBar {
  readonly percent = input.required<number>();
  readonly words = input.required<string>();
}
