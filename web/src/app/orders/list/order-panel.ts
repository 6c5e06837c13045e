import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, ordersPage } from '@parc/api-client';
import { ORDERS_CLOSED } from '@parc/domain';
import { DayPipe, dayAndTime, MoneyPipe, Notice, StateChip, StatePanel, Thread } from '@parc/ui';
import { BudgetBeforeAfter } from '../decision/budget-before-after';
import { OrderCheckList } from '../decision/order-check-list';
import { orderChecks } from '../decision/order-checks';
import { OrderDecision } from '../decision/order-decision';
import { OrderLinesTable } from '../decision/order-lines-table';
import { orderThread } from '../page/order-thread';
import { reading } from '../../shell/reading';
import { type CheckWords, sectorWords } from './order-check';
import { ProblemPanel } from '../../shell/problem-panel';

/** The right half of the split view: what, money before and after, checks with their remedy, thread, and the decision. */
@Component({
  selector: 'parc-order-panel',
  imports: [
    BudgetBeforeAfter,
    DayPipe,
    MoneyPipe,
    Notice,
    OrderCheckList,
    OrderDecision,
    OrderLinesTable,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    Thread,
  ],
  templateUrl: './order-panel.html',
  styleUrl: '../../shell/lists/split-panel.css',
  host: { role: 'region', 'aria-label': 'Commande choisie', '(keydown.escape)': 'left.emit()' },
})
export class OrderPanel {
  readonly orderId = input.required<string>();
  /** The chip of the row: what is left to check. */
  readonly check = input.required<CheckWords>();
  /** "4 sur 14". */
  readonly position = input('');
  /** The order was decided about: it may have left the view. */
  readonly moved = output();
  /** Something about the order is no longer what the list says. */
  readonly changed = output();
  /** Back to the list, by Échap. */
  readonly left = output();

  private readonly api = inject(Api);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly read = reading({
    asked: this.orderId,
    load: (id) => this.api.invoke(ordersPage, { id }),
    keepsFormer: true,
  });
  /** The order that was shown stays, out of reach, until the next one is there: walking the list does not flicker. */
  protected readonly page = this.read.value;
  protected readonly current = computed(() => this.read.current() !== null);
  protected readonly failed = this.read.failed;

  protected readonly place = computed(() => {
    const school = this.page()!.school;
    return [school.name, school.communeName, sectorWords(school)].join(' · ');
  });
  protected readonly hasChecks = computed(
    () => !ORDERS_CLOSED.includes(this.page()!.state) && orderChecks(this.page()!).length > 0,
  );
  protected readonly entries = computed(() => orderThread(this.page()!));
  protected readonly appointment = computed(() => {
    const { plannedFrom, performerName } = this.page()!;
    return [plannedFrom === null ? null : dayAndTime(plannedFrom), performerName].filter(Boolean).join(' · ');
  });

  /** Enters the panel from the list by keyboard. */
  enter(): void {
    this.heading()?.nativeElement.focus();
  }

  protected reload(): void {
    this.read.reload();
  }

  protected onMoved(): void {
    this.read.reload();
    this.moved.emit();
  }

  protected onChanged(): void {
    this.read.reload();
    this.changed.emit();
  }
}
