import { Component } from '@angular/core';

/** The chalkboard with its laptop and its stroke of chalk, and the name. */
@Component({
  selector: 'parc-logo',
  template: `
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
      <rect y="4" width="32" height="28" rx="7" class="chalk" />
      <rect width="32" height="28" rx="7" class="board" />
      <path d="M10 8.5h12v8.5H10zM6.5 20.5h19" class="line" />
    </svg>
    <span>Parc École</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.625rem;
      color: var(--ink);
      font-size: var(--text-18);
      font-weight: var(--weight-title);
      white-space: nowrap;
    }

    svg {
      flex: none;
    }

    .chalk {
      fill: var(--chalk);
    }

    .board {
      fill: #0f5b4a;
    }

    .line {
      fill: none;
      stroke: #fff;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Logo {}
