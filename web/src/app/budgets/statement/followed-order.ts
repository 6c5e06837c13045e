import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StatementLineAnswer } from '@parc/api-client';
import { amount, BudgetBar, DayPipe, Icon, MoneyPipe, shortDay } from '@parc/ui';
import { type OrderInStatement, totalGivenBackCents } from './order-in-statement';
import { signedAmount } from './statement-reading';

/** One order's money from its demand to its end, beside its lines. */
@Component({
  selector: 'parc-followed-order',
  imports: [BudgetBar, DayPipe, Icon, MoneyPipe, RouterLink],
  templateUrl: './followed-order.html',
  styleUrl: './followed-order.css',
})
export class FollowedOrder {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly order = input.required<OrderInStatement>();

  protected readonly givenBackCents = computed(() => totalGivenBackCents(this.order()));
  /** "rendus, 51,00 + 3,50" */
  protected readonly givenBackWords = computed(() => {
    const parts = this.order().givenBackCents;
    return parts.length < 2 ? 'rendus' : `rendus, ${parts.map(amount).join(' + ')}`;
  });
  protected readonly since = computed(() => shortDay(this.order().firstDay));
  protected readonly signed = signedAmount;

  /** What the line adds to its word: the reason why money came back, how it was decided. */
  protected detail({ about, orderTitle }: StatementLineAnswer): string {
    return about === orderTitle ? '' : about;
  }

  enter(): void {
    const heading = this.host.nativeElement.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }
}
