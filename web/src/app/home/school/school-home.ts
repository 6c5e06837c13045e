import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, homeSchool, type HomeOrder } from '@parc/api-client';
import { ORDER_STATES, type OrderState } from '@parc/domain';
import { BudgetBar, day, dayAndTime, Icon, longDay, money, MoneyPipe, Notice, StateChip, StatePanel } from '@parc/ui';
import { Rooms } from '../../shell/rooms';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';

/** The school's first screen: the answer is the title, then what waits, then what goes on. */
@Component({
  selector: 'parc-school-home',
  imports: [BudgetBar, Icon, MoneyPipe, Notice, RouterLink, StateChip, StatePanel],
  templateUrl: './school-home.html',
  styleUrl: './school-home.css',
})
export class SchoolHomePage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);

  protected readonly home = reading({ load: () => this.api.invoke(homeSchool) });
  protected readonly isHead = computed(() => this.session.role() === 'school-head');
  protected readonly title = computed(() => {
    const budget = this.home.value()?.budget;
    return budget ? `Il vous reste ${money(budget.availableCents)}` : 'Bonjour';
  });
  protected readonly until = computed(() => {
    const home = this.home.value();
    return home === null ? '' : `à envoyer avant le ${longDay(home.cutOff)}`;
  });

  constructor() {
    effect(() => {
      const home = this.home.value();
      if (home !== null) this.rooms.setWaiting('commandes', home.waiting.length);
    });
  }

  protected stateOf(order: HomeOrder) {
    return ORDER_STATES[order.state as OrderState];
  }

  protected noteOf(order: HomeOrder): string {
    if (order.state === 'scheduled' && order.plannedFrom) return dayAndTime(order.plannedFrom);
    return money(order.amountCents);
  }

  protected dueOf(order: HomeOrder): string {
    return `installée le ${day(order.stateSince)} · réponse attendue avant le ${day(order.dueOn!)}`;
  }
}
