import { Component, computed, input } from '@angular/core';

/** How much of the métropole's time is spent: solid, hatched while it stands still, in the colour of trouble once it is late. */
@Component({
  selector: 'parc-clock-bar',
  host: { 'aria-hidden': 'true' },
  template: `<span [class.stopped]="stopped()" [class.late]="late()" [style.width.%]="width()"></span>`,
  styles: `
    :host {
      display: block;
      height: 0.625rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-round);
      background: var(--surface);
      overflow: hidden;
    }

    span {
      display: block;
      height: 100%;
      background: var(--primary);
    }

    .late {
      background: var(--on-trouble);
    }

    .stopped {
      background: repeating-linear-gradient(45deg, var(--primary) 0 3px, transparent 3px 7px);
    }
  `,
})
export class ClockBar {
  readonly percent = input.required<number>();
  readonly stopped = input(false);
  readonly late = input(false);
  protected readonly width = computed(() => Math.min(100, this.percent()));
}
