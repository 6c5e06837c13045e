import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type TicketPage, ticketsPage } from '@parc/api-client';
import { hoursOfMinutes, TICKET_DONE_WORDS } from '@parc/domain';
import { french, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { mutation, onVersion } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { sendTicketStep } from '../page/ticket-send';
import { isAtOnce, isStep, ticketButtons, type TicketButton, type TicketStep } from '../page/ticket-steps';
import { ticketThread } from '../page/ticket-thread';
import { priorityChip, shortLeft, ticketPlace, ticketState, ticketTitle } from '../../tickets/ticket-words';
import { TicketAxis } from './ticket-axis';

/** The right half of the queue: both clocks drawn and said, the thread, and what may be done; a form opens on the page itself. */
@Component({
  selector: 'parc-ticket-panel',
  imports: [ActButtons, ProblemPanel, RouterLink, StateChip, StatePanel, Thread, TicketAxis],
  templateUrl: './ticket-panel.html',
  styleUrls: ['../../shell/lists/split-panel.css', './ticket-panel.css'],
  host: { role: 'region', 'aria-label': 'Ticket choisi', '(keydown.escape)': 'left.emit()' },
})
export class TicketPanel {
  readonly ticketId = input.required<string>();
  /** Something was done: the list is no longer what it says. */
  readonly moved = output();
  /** Back to the list, by Échap. */
  readonly left = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly read = reading({
    asked: this.ticketId,
    load: (id) => this.api.invoke(ticketsPage, { id }),
    keepsFormer: true,
  });
  /** The ticket that was shown stays, out of reach, until the next one is there: walking the list does not flicker. */
  protected readonly page = this.read.value;
  protected readonly current = computed(() => this.read.current() !== null);
  protected readonly buttons = computed(() => (this.page() ? ticketButtons(this.page()!) : []));
  protected readonly entries = computed(() => (this.page() ? ticketThread(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: TicketPage, action: TicketStep) =>
    sendTicketStep(this.api, action, { ...onVersion(key, version), id }, {}),
  );

  protected readonly titleOf = ticketTitle;
  protected readonly place = ticketPlace;
  protected readonly stateOf = ticketState;
  protected readonly priority = priorityChip;
  protected readonly hours = (minutes: number): string => french(hoursOfMinutes(minutes));

  /** Enters the panel from the list by keyboard. */
  enter(): void {
    this.heading()?.nativeElement.focus();
  }

  protected readonly leftOf = shortLeft;

  protected async press(page: TicketPage, { action }: TicketButton): Promise<void> {
    if (!isStep(action)) {
      await this.router.navigate(['/tickets', page.id, 'clore']);
      return;
    }
    if (!isAtOnce(action)) {
      await this.router.navigate(['/tickets', page.id], { queryParams: { acte: action } });
      return;
    }
    const moved = await this.acting.run(page, action);
    if (moved === null) return;
    this.toasts.say(`${moved.number} : ${TICKET_DONE_WORDS[action].toLowerCase()}`);
    this.read.reload();
    this.moved.emit();
  }

  protected reload(): void {
    this.acting.forget();
    this.read.reload();
  }
}
