import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundTicket } from '@parc/api-client';
import { TICKET_STATES } from '@parc/domain';
import { Icon, StateChip } from '@parc/ui';
import { priorityChip, ticketState, ticketTitle } from '../tickets/ticket-words';
import { isFree, isRepaired, isRepairBegun, type TicketTimes } from './round-tickets';

/** A breakdown as one thing to do at a stop: how urgent, how much time is left, and the way to close it. */
@Component({
  selector: 'parc-ticket-task',
  imports: [Icon, RouterLink, StateChip],
  template: `
    <a class="task" [routerLink]="address()">
      <span class="sign" [class.tick]="repaired()">
        <parc-icon [name]="repaired() ? 'check' : 'wrench'" />
      </span>
      <span>
        <strong>{{ title() }}</strong>
        <span class="muted small">{{ about() }}</span>
        @if (!repaired()) {
          <span class="chips">
            <parc-state-chip [state]="priority()" />
            @if (standing(); as state) {
              <parc-state-chip [state]="state" />
            }
            @if (left(); as time) {
              <span class="left small" [class.near]="time.near">
                <parc-icon name="clock" [size]="14" /> {{ time.words }}
              </span>
            }
          </span>
        }
      </span>
      <parc-icon name="chevron-right" />
    </a>
  `,
  styleUrl: './task-row.css',
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.375rem 0.625rem;
      margin-top: 0.25rem;
    }

    .left {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      color: var(--muted);
      font-weight: var(--weight-strong);
    }

    .near {
      color: var(--on-waiting);
    }
  `,
})
export class TicketTask {
  readonly ticket = input.required<RoundTicket>();
  readonly times = input<TicketTimes | null>(null);
  readonly now = input.required<Date>();

  protected readonly title = computed(() => ticketTitle(this.ticket()));
  protected readonly repaired = computed(() => isRepaired(this.ticket()));
  protected readonly priority = computed(() => priorityChip(this.ticket().priority));
  protected readonly left = computed(() => this.times()?.left(this.ticket(), this.now()) ?? null);
  /** Said where it is not simply one's own: nobody has it, it waits, somebody is at it. */
  protected readonly standing = computed(() => {
    const ticket = this.ticket();
    return isFree(ticket) || isRepairBegun(ticket) || ticket.waitFor !== null ? ticketState(ticket) : null;
  });
  protected readonly about = computed(() => {
    const ticket = this.ticket();
    const room = ticket.subject === 'room' ? null : ticket.roomName;
    const done = this.repaired() ? TICKET_STATES[ticket.state].word.toLowerCase() : null;
    return [ticket.number, room, done].filter((word) => word !== null).join(' · ');
  });
  /** To its closing while it can be closed from here, else to its page. */
  protected readonly address = computed(() => {
    const { id, possible } = this.ticket();
    const closes = possible.includes('resolve') || possible.includes('take');
    return ['/tickets', id, ...(closes ? ['clore'] : [])];
  });
}
