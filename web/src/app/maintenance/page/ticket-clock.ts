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
    const { late, stopped, ended, leftMinutes } = this.clock();
    if (late) return 'Le délai de la métropole est dépassé';
    if (ended) return 'Le délai a été tenu';
    const left = french(`${hoursOfMinutes(leftMinutes)}`);
    return stopped ? `À l’arrêt, reste ${left}` : `Encore ${left} à la métropole`;
  });
}
