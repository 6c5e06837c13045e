import { Component, computed, input } from '@angular/core';
import type { TicketClockDrawn } from '@parc/api-client';
import { day as dayWords } from '@parc/ui';
import { axisDays } from './axis';

/** The métropole's clock and the class's on one axis of opening hours, with stops, now and the deadline. What it shows is said beside it. */
@Component({
  selector: 'parc-ticket-axis',
  host: { 'aria-hidden': 'true' },
  template: `
    @for (day of days(); track day.day) {
      <div class="day">
        <span class="small muted">{{ short(day.day) }}</span>
        <div class="hours">
          @for (stretch of day.stretches; track $index) {
            <div class="stretch" [style.flex-grow]="stretch.minutes">
              @for (piece of stretch.pieces; track $index) {
                <i [class]="piece.kind" class="service" [style.left.%]="piece.left" [style.width.%]="piece.width"></i>
                <i [class]="piece.kind" class="class" [style.left.%]="piece.left" [style.width.%]="piece.width"></i>
              }
              @if (stretch.now !== null) {
                <i class="now" [style.left.%]="stretch.now"></i>
              }
              @if (stretch.due !== null) {
                <i class="due" [style.left.%]="stretch.due"></i>
              }
            </div>
          }
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 0.5rem;
    }

    .day {
      display: grid;
      flex: 1 1 0;
      gap: 0.25rem;
      min-width: 0;
    }

    .day > span {
      overflow: hidden;
      white-space: nowrap;
    }

    .hours {
      display: flex;
      gap: 0.25rem;
      height: 3.5rem;
    }

    .stretch {
      position: relative;
      background: var(--sunken);
    }

    i {
      position: absolute;
      display: block;
    }

    .service,
    .class {
      height: 1rem;
    }

    .service {
      top: 0.5rem;
    }

    .class {
      top: 2rem;
    }

    .before,
    .idle,
    .ahead {
      background: none;
    }

    .service.counted {
      background: var(--primary);
    }

    .service.stopped {
      background: repeating-linear-gradient(45deg, var(--primary) 0 2px, transparent 2px 6px);
      outline: 1px solid var(--primary);
      outline-offset: -1px;
    }

    .class.counted,
    .class.stopped {
      background: var(--chart-2);
    }

    .now {
      top: 0;
      bottom: 0;
      border-left: 2px solid var(--ink);
    }

    .due {
      top: 0.625rem;
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--ink);
      background: var(--surface);
      transform: translateX(-50%) rotate(45deg);
    }
  `,
})
export class TicketAxis {
  readonly clock = input.required<TicketClockDrawn>();
  readonly dueAt = input<string | null>(null);
  private readonly now = Date.now();
  /** "mar. 24": the month is the sentence's. */
  protected readonly short = (day: string): string => dayWords(day).split(/\s/).slice(0, 2).join(' ');
  protected readonly days = computed(() => axisDays(this.clock().axis, this.now, this.dueAt()));
}
