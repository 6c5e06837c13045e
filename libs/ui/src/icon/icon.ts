import { Component, computed, input } from '@angular/core';
import { ICON_DRAWINGS, type IconName } from './icon-drawings.js';

/** A line drawing beside a word, never instead of one: it is hidden from screen readers. */
@Component({
  selector: 'parc-icon',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg [attr.width]="size()" [attr.height]="size()" viewBox="0 0 24 24" focusable="false">
      <path [attr.d]="drawing()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }

    /* A drawing keeps its size where the page bounds pictures: a table would squeeze it to nothing. */
    svg {
      max-width: none;
    }

    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Side in px. */
  readonly size = input(20);
  protected readonly drawing = computed(() => ICON_DRAWINGS[this.name()]);
}
