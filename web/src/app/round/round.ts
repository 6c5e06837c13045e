import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkStop } from '@parc/api-client';
import { minutesOfTime, ORDER_PLANNING, ORDERS, ORDERS_DATED, parisDateTimeOf } from '@parc/domain';
import { Choice, counted, Icon, StatePanel, time } from '@parc/ui';
import { Rooms } from '../shell/rooms';
import { roundFigures, roundTitle, type RoundDay } from './round-days';
import { RoundMap } from './round-map';
import { RoundPackets } from '../offline/packet/round-packets';
import { TicketTask } from './ticket-task';
import { TicketTimes } from './round-tickets';
import { type Addable, wholeRound } from './round-visits';
import { ToScheduleCard } from '../orders/to-schedule-card';
import { OpenVisits } from '../visits/there/open-visits';
import { VisitCard } from './visit-card';
import { viewQuery } from '../orders/list/order-views';
import { ProblemPanel } from '../shell/problem-panel';
import { may } from '../shell/may';
import { HomeCards } from '../shell/homes/home-cards';

const MINUTE = 60_000;

/** The technician's or the installer's first page: where to go, day after day, in which order, and what still needs a date. */
@Component({
  selector: 'parc-round',
  imports: [
    Choice,
    HomeCards,
    Icon,
    OpenVisits,
    ProblemPanel,
    RoundMap,
    RouterLink,
    StatePanel,
    TicketTask,
    ToScheduleCard,
    VisitCard,
  ],
  templateUrl: './round.html',
  styleUrl: './round.css',
})
export class Round {
  private readonly rooms = inject(Rooms);
  protected readonly packets = inject(RoundPackets);

  /** The minute that it is: what is left of a delay, and the order of the round, follow it. */
  protected readonly now = signal(new Date());
  private readonly moment = computed(() => {
    const { date, time: clock } = parisDateTimeOf(this.now());
    return { day: date, minute: minutesOfTime(clock) };
  });
  protected readonly today = computed(() => this.moment().day);
  protected readonly answer = computed(() => this.packets.reading.value()?.content ?? null);
  protected readonly problem = this.packets.reading.failed;
  private readonly whole = computed(() => {
    const packet = this.answer();
    return packet === null ? null : wholeRound(packet, this.moment());
  });
  protected readonly days = computed(() => this.whole()?.days ?? []);
  protected readonly addable = computed(() => this.whole()?.addable ?? []);
  protected readonly schools = computed(
    () => new Map((this.answer()?.schools ?? []).map((school) => [school.id, school])),
  );
  protected readonly times = computed(() => {
    const packet = this.answer();
    return packet === null ? null : new TicketTimes(packet.calendar, packet.schools);
  });
  protected readonly title = computed(() => roundTitle(this.days(), this.today()));
  protected readonly figures = computed(() => {
    const ofToday = this.ofToday();
    const late = this.days().find(({ kind }) => kind === 'late');
    const parts = ofToday === undefined || ofToday.visits.length === 0 ? [] : [roundFigures(ofToday)];
    if (late !== undefined) parts.push(`${counted(late.visits.length, 'arrêt')} en retard`);
    return parts.join(' · ');
  });
  private readonly ofToday = computed(() => this.days().find(({ day }) => day === this.today()));
  /** The day that the map draws: today, or the next on which somebody goes anywhere. */
  protected readonly drawn = computed(() =>
    this.days().find(({ kind, visits }) => kind === 'day' && visits.length > 0),
  );
  protected readonly view = signal<'list' | 'map' | null>('list');
  protected readonly views = [
    { value: 'list' as const, label: 'Liste', icon: 'list' as const },
    { value: 'map' as const, label: 'Carte', icon: 'map' as const },
  ];
  /** Who fixes no date reads that one is missing. */
  private readonly plans = ORDER_PLANNING.map((action) => may(`orders.${action}`));
  private readonly mayPlan = computed(() => this.plans.some((allowed) => allowed()));
  protected readonly waitingTitle = computed(() => {
    const count = this.answer()?.toSchedule.length ?? 0;
    return count === 1 ? 'Une commande à planifier' : `${count} commandes à planifier`;
  });
  protected readonly addableTitle = computed(() => {
    const count = this.addable().length;
    return count === 1 ? 'Un ticket à vous, sans visite' : `${count} tickets à vous, sans visite`;
  });
  protected readonly confirming = viewQuery('to-confirm');
  protected readonly awaited = computed(() => {
    const count = this.answer()?.awaitingConfirmation ?? 0;
    if (count === 0) return '';
    return count === 1
      ? '1 installation attend l’accord de l’école'
      : `${count} installations attendent l’accord de l’école`;
  });
  /** Said while there is no network: how old what is on screen is. */
  protected readonly keptWords = computed(() => {
    const packet = this.packets.reading.value();
    return packet?.kept ? `Sans réseau : la tournée de ${time(packet.content.serverTime)}.` : '';
  });

  /** A packet has an end: what it has no room for is said, so that nobody counts on it in a corridor. */
  protected readonly leftOut = computed(() => {
    const count = this.answer()?.schoolsLeftOut ?? 0;
    const schools = count === 0 ? [] : [`${counted(count, 'école', 'écoles')} de plus : leur fiche demande du réseau.`];
    const tickets = this.answer()?.moreTickets ? ['Vous avez plus de tickets : les suivants demandent du réseau.'] : [];
    return [...schools, ...tickets].join(' ');
  });

  constructor() {
    const ticking = setInterval(() => this.now.set(new Date()), MINUTE);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    this.packets.read();
    effect(() => {
      const answer = this.answer();
      if (answer === null) return;
      const withoutDate = answer.toSchedule.length + answer.orders.filter(awaitsDate).length;
      this.rooms.setWaiting('accueil', this.mayPlan() ? withoutDate : 0);
    });
  }

  protected schoolOf(id: string) {
    return this.schools().get(id) ?? null;
  }

  /** "22 min de route": an estimate. */
  protected way(day: RoundDay, index: number): string {
    const minutes = day.visits[index]?.leg?.travelMinutes;
    return minutes === null || minutes === undefined || minutes === 0 ? '' : `environ ${minutes} min`;
  }

  protected more({ ticket, minutes }: Addable): string {
    const place = `${ticket.schoolName}, ${ticket.communeName}`;
    return minutes === null ? place : `${place} · + ${minutes} min de route`;
  }
}

/** It goes on by a new date alone. */
const awaitsDate = ({ state }: WorkStop): boolean =>
  !ORDERS_DATED.includes(state) && ORDER_PLANNING.some((action) => ORDERS.statesFrom(action).includes(state));
