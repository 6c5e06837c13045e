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
    const left = hoursLeft(clock);
    return clock.stopped ? `À l’arrêt, reste ${left}` : `Encore ${left} à la métropole`;
  });
}

/** What a word on the delay is made of. */
type ClockLeft = Pick<TicketClockDrawn, 'late' | 'ended' | 'stopped' | 'leftMinutes' | 'percent'>;

/** "2 h 10" of working time */
const hoursLeft = ({ leftMinutes }: ClockLeft): string => french(hoursOfMinutes(leftMinutes));

/** The same in a word, where there is no room for a sentence: "encore 2 h 10", "à l’arrêt, reste 2 h 10". */
export function shortLeft(clock: ClockLeft): string {
  if (clock.late) return 'dépassé';
  if (clock.ended) return 'tenu';
  return clock.stopped ? `à l’arrêt, reste ${hoursLeft(clock)}` : `encore ${hoursLeft(clock)}`;
}
