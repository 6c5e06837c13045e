import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeOrder } from '@parc/api-client';
import { day, MoneyPipe, StateChip } from '@parc/ui';
import { SchoolReading } from '../../home/school/school-reading';
import { may } from '../../shell/may';

/** On a school's first page: what it is to confirm, and the drafts it began. */
@Component({
  selector: 'parc-awaited-card',
  imports: [MoneyPipe, RouterLink, StateChip],
  templateUrl: './awaited-card.html',
  styleUrl: './order-lines.css',
})
export class AwaitedCard {
  protected readonly read = inject(SchoolReading);
  protected readonly confirms = may('orders.confirm');

  protected dueOf(order: HomeOrder): string {
    return `installée le ${day(order.stateSince)} · réponse attendue avant le ${day(order.dueOn!)}`;
  }
}
