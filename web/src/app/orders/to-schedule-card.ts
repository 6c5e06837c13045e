import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkStop } from '@parc/api-client';
import { ORDER_STATES } from '@parc/domain';
import { CountedPipe, day, Icon, Notice, StateChip, StatePanel, time, Toasts } from '@parc/ui';
import { type ChosenSlot, SlotForm } from './forms/slot-form';
import { OrderWork } from './work/order-work';
import { WorkPrerequisites } from './work/work-prerequisites';
import { may } from '../shell/may';

/** An approved order without a date. A technician fixes one and takes the work; a firm waits for the plan manager's. */
@Component({
  selector: 'parc-to-schedule-card',
  imports: [CountedPipe, Icon, Notice, RouterLink, SlotForm, StateChip, StatePanel, WorkPrerequisites],
  providers: [OrderWork],
  template: `
    <article class="box">
      <header>
        <h3>
          <a [routerLink]="['/commandes', stop().id, 'travaux']">{{ stop().title }}</a>
        </h3>
        <p class="muted small">{{ stop().schoolName }}, {{ stop().communeName }}</p>
        <p class="muted small">{{ stop().number }} · {{ stop().lineCount | counted: 'ligne' }}</p>
        @if (state(); as own) {
          <parc-state-chip [state]="own" />
        }
      </header>
      @if (!mayFix()) {
        <p class="muted small rest">La gestion du plan fixe la date.</p>
      } @else if (!unfolded()) {
        <button
          type="button"
          class="button unfold"
          [attr.aria-label]="'Fixer la date, ' + stop().title"
          (click)="unfold()"
        >
          <parc-icon name="calendar" /> Fixer la date
        </button>
      } @else {
        <div class="rest form">
          @if (work.page(); as order) {
            @if (order.prerequisites.length > 0) {
              <parc-work-prerequisites [framed]="false" />
            }
            <parc-slot-form
              action="schedule"
              [about]="order.id"
              back="Plus tard"
              [wishes]="order.wishes"
              [pending]="work.planning.pending()"
              [problem]="work.planning.problem()"
              (chosen)="plan($event)"
              (cancelled)="unfolded.set(false)"
            />
          } @else if (work.problem(); as refused) {
            <parc-notice tone="trouble" role="alert">
              {{ refused.sentence }}
              <button type="button" class="button-as-link" (click)="work.read()">Réessayer</button>
            </parc-notice>
          } @else {
            <parc-state-panel kind="loading" shape="list" />
          }
        </div>
      }
    </article>
  `,
  styles: `
    .box {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      border: 1px solid var(--line);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    header {
      padding: 0.875rem 1rem 0.75rem;
    }

    h3 a {
      color: var(--ink);
      text-decoration: none;
    }

    h3 a:hover {
      text-decoration: underline;
    }

    parc-state-chip {
      margin-top: 0.25rem;
    }

    .unfold {
      justify-self: start;
      margin: 0 1rem 1rem;
    }

    .rest {
      padding: 0 1rem 1rem;
    }

    .form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }
  `,
})
export class ToScheduleCard {
  readonly stop = input.required<WorkStop>();
  /** It has a date now: the round is read again. */
  readonly scheduled = output();
  protected readonly work = inject(OrderWork);
  private readonly toasts = inject(Toasts);

  protected readonly unfolded = signal(false);
  /** Nothing of a step of the path that its first date follows; whatever else waits for a date says what it is. */
  protected readonly state = computed(() => {
    const row = ORDER_STATES[this.stop().state];
    return row.milestone === null ? row : null;
  });
  protected readonly mayFix = may('orders.schedule');

  protected unfold(): void {
    this.work.orderId.set(this.stop().id);
    this.unfolded.set(true);
  }

  protected async plan(slot: ChosenSlot): Promise<void> {
    if (!(await this.work.move(this.work.planning, slot))) return;
    this.toasts.say(`${this.stop().schoolName}, ${day(slot.day)} à ${time(slot.from)}. L’école est prévenue.`);
    this.scheduled.emit();
  }
}
