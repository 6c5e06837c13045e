import { Component, computed, input } from '@angular/core';
import type { TicketClockAnswer } from '@parc/api-client';
import { hoursOfMinutes } from '@parc/domain';
import { french } from '@parc/ui';

/** The metropole's clock as a bar, hatched while it is stopped, with both clocks in words. */
@Component({
  selector: 'parc-ticket-clock',
  template: `
    <p class="left" [class.late]="clock().late">{{ left() }}</p>
    <div class="bar" aria-hidden="true">
      <span [class.stopped]="clock().stopped" [class.late]="clock().late" [style.width.%]="width()"></span>
    </div>
    <p class="small">{{ clock().sentence }}</p>
    @if (clock().takeUpDueAt) {
      <p class="small muted">{{ clock().takeUpSentence }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.5rem;
    }

    .left {
      font-size: var(--text-22);
      font-weight: var(--weight-title);
    }

    .left.late {
      color: var(--on-trouble);
    }

    .bar {
      height: 0.625rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-round);
      background: var(--surface);
      overflow: hidden;
    }

    .bar span {
      display: block;
      height: 100%;
      background: var(--primary);
    }

    .bar .late {
      background: var(--on-trouble);
    }

    .bar .stopped {
      background: repeating-linear-gradient(45deg, var(--primary) 0 3px, transparent 3px 7px);
    }
  `,
})
export class TicketClockCard {
  readonly clock = input.required<TicketClockAnswer>();
  protected readonly width = computed(() => Math.min(100, this.clock().percent));
  protected readonly left = computed(() => {
    const clock = this.clock();
    if (clock.late) return 'Le délai de la métropole est dépassé';
    if (clock.ended) return 'Le délai a été tenu';
    const left = hoursLeft(clock);
    return clock.stopped ? `À l’arrêt, reste ${left}` : `Encore ${left} à la métropole`;
  });
}

/** "2 h 10" of working time */
const hoursLeft = ({ leftMinutes }: TicketClockAnswer): string => french(hoursOfMinutes(leftMinutes));

/** The same in a word, where there is no room for a sentence: "encore 2 h 10", "à l’arrêt, reste 2 h 10". */
export function shortLeft(clock: TicketClockAnswer): string {
  if (clock.late) return 'dépassé';
  if (clock.ended) return 'tenu';
  return clock.stopped ? `à l’arrêt, reste ${hoursLeft(clock)}` : `encore ${hoursLeft(clock)}`;
}
