import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeOrder } from '@parc/api-client';
import { ORDER_STATES, ORDERS } from '@parc/domain';
import { dayAndTime, money, StateChip } from '@parc/ui';
import { SchoolReading } from '../../home/school/school-reading';

/** On a school's first page: the orders that are on their way. */
@Component({
  selector: 'parc-under-way-card',
  imports: [RouterLink, StateChip],
  templateUrl: './under-way-card.html',
  styleUrl: './order-lines.css',
})
export class UnderWayCard {
  protected readonly read = inject(SchoolReading);

  protected stateOf(order: HomeOrder) {
    return ORDER_STATES[order.state];
  }

  protected noteOf(order: HomeOrder): string {
    if (ORDERS.statesFrom('start').includes(order.state) && order.plannedFrom) return dayAndTime(order.plannedFrom);
    return money(order.amountCents);
  }
}
