import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, roundRead, type WorkStop } from '@parc/api-client';
import { ORDER_PLANNING, ORDERS, ORDERS_DATED, parisDateOf } from '@parc/domain';
import { counted, Icon, StatePanel } from '@parc/ui';
import { Rooms } from '../../shell/rooms';
import { roundDays, roundFigures, roundTitle } from './round-days';
import { ToScheduleCard } from './to-schedule-card';
import { VisitCard } from './visit-card';
import { viewQuery } from '../list/order-views';
import { ProblemPanel } from '../../shell/problem-panel';
import { may } from '../../shell/may';
import { HomeCards } from '../../shell/homes/home-cards';
import { reading } from '../../shell/reading';

/** The technician's or the installer's first page: where to go, day after day, and what still needs a date. */
@Component({
  selector: 'parc-round',
  imports: [HomeCards, Icon, ProblemPanel, RouterLink, StatePanel, ToScheduleCard, VisitCard],
  templateUrl: './round.html',
  styleUrl: './round.css',
})
export class Round {
  private readonly api = inject(Api);
  private readonly rooms = inject(Rooms);

  protected readonly today = parisDateOf(new Date());
  protected readonly home = reading({ load: () => this.api.invoke(roundRead, {}) });
  protected readonly answer = this.home.value;
  protected readonly problem = this.home.failed;
  protected readonly days = computed(() => roundDays(this.answer()?.orders ?? [], this.today));
  protected readonly title = computed(() => roundTitle(this.days(), this.today));
  protected readonly figures = computed(() => {
    const ofToday = this.days().find(({ day }) => day === this.today);
    const late = this.days().find(({ kind }) => kind === 'late');
    const parts = ofToday === undefined || ofToday.visits.length === 0 ? [] : [roundFigures(ofToday)];
    if (late !== undefined) parts.push(`${counted(late.visits.length, 'arrêt')} en retard`);
    return parts.join(' · ');
  });
  /** Who fixes no date reads that one is missing. */
  private readonly plans = ORDER_PLANNING.map((action) => may(`orders.${action}`));
  private readonly mayPlan = computed(() => this.plans.some((allowed) => allowed()));
  protected readonly waitingTitle = computed(() => {
    const count = this.answer()?.toSchedule.length ?? 0;
    return count === 1 ? 'Une commande à planifier' : `${count} commandes à planifier`;
  });
  protected readonly confirming = viewQuery('to-confirm');
  protected readonly awaited = computed(() => {
    const count = this.answer()?.awaitingConfirmation ?? 0;
    if (count === 0) return '';
    return count === 1
      ? '1 installation attend l’accord de l’école'
      : `${count} installations attendent l’accord de l’école`;
  });

  constructor() {
    effect(() => {
      const answer = this.answer();
      if (answer === null) return;
      const withoutDate = answer.toSchedule.length + answer.orders.filter(awaitsDate).length;
      this.rooms.setWaiting('accueil', this.mayPlan() ? withoutDate : 0);
    });
  }
}

/** It goes on by a new date alone. */
const awaitsDate = ({ state }: WorkStop): boolean =>
  !ORDERS_DATED.includes(state) && ORDER_PLANNING.some((action) => ORDERS.statesFrom(action).includes(state));
