import { Component, computed, input } from '@angular/core';
import type { TicketClockDrawn } from '@parc/api-client';
import { hoursOfMinutes } from '@parc/domain';
import { french } from '@parc/ui';
import { ClockBar } from '../clock-bar';

/** The metropole's clock as a bar, with both clocks in words. */
@Component({
  selector: 'parc-ticket-clock',
  imports: [ClockBar],
  template: `
    <p class="left" [class.late]="clock().late">{{ left() }}</p>
    <parc-clock-bar [percent]="clock().percent" [stopped]="clock().stopped" [late]="clock().late" />
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
  `,
})
export class TicketClockCard {
  readonly clock = input.required<TicketClockDrawn>();
  protected readonly left = computed(() => {
    const clock = this.clock();
    if (clock.late) return 'Le délai de la métropole est dépassé';
    if (clock.ended) return 'Le délai a été tenu';
    const left = french(hoursOfMinutes(clock.leftMinutes));
    return clock.stopped ? `À l’arrêt, reste ${left}` : `Encore ${left} à la métropole`;
  });
}
