import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isPlanning, ORDER_STATES, ORDERS, ORDERS_PAST_WORK, ORDERS_TO_CARRY_OUT, type OrderState } from '@parc/domain';
import { isBegun } from './work-begun';
import { day, Icon, Notice, StateChip, StatePanel, Thread, time, Toasts } from '@parc/ui';
import { asksReason } from '../order-move';
import { PLANNING_WORDS } from '../planning-words';
import { PageTitle } from '../../shell/page-title';
import { OrderPhotos } from '../photos/order-photos';
import { ReasonForm } from '../forms/reason-form';
import { type ChosenSlot, SlotForm } from '../forms/slot-form';
import { OrderWork } from './order-work';
import { ReportForm } from './report-form';
import { Reported } from './reported';
import { WorkLines } from './work-lines';
import { threadOf } from '../page/order-thread';
import { stateReasons } from './state-reasons';
import { WORK_ACTIONS, WORK_MOVES, type WorkAction } from './work-moves';
import { WorkPlace } from './work-place';
import { WorkPrerequisites } from './work-prerequisites';
import { ProblemPanel } from '../../shell/problem-panel';

/** One order on the performer's phone: before, during and after the work. */
@Component({
  selector: 'parc-work-page',
  imports: [
    Icon,
    Notice,
    OrderPhotos,
    ProblemPanel,
    ReasonForm,
    Reported,
    ReportForm,
    RouterLink,
    SlotForm,
    StateChip,
    StatePanel,
    Thread,
    WorkLines,
    WorkPlace,
    WorkPrerequisites,
  ],
  providers: [OrderWork],
  templateUrl: './work-page.html',
  styleUrl: './work-page.css',
})
export class WorkPage {
  /** The order, from the address. */
  readonly id = input.required<string>();
  protected readonly work = inject(OrderWork);
  private readonly pageTitle = inject(PageTitle);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly moves = WORK_MOVES;
  protected readonly order = this.work.page;
  protected readonly state = computed(() => ORDER_STATES[this.order()?.state ?? ORDERS.initial]);
  protected readonly moving = signal(false);
  /** The move whose reason is being written. */
  protected readonly explaining = signal<WorkAction | null>(null);

  private readonly offered = computed(() => WORK_ACTIONS.filter((action) => this.work.possible().has(action)));
  /** Made by their button alone. */
  protected readonly plain = computed(() => this.offered().filter((action) => WORK_MOVES[action].asks === null));
  protected readonly explained = computed(() => this.offered().filter((action) => WORK_MOVES[action].asks !== null));

  private readonly plannings = computed(() => (this.order()?.possible ?? []).filter(isPlanning));
  /** A date is to be fixed: the first, or the next one of what was stopped. */
  protected readonly dating = computed(() => this.plannings().find((action) => !asksReason(action)) ?? null);
  /** An agreed date may be moved, for a reason. */
  protected readonly movable = computed(() => this.plannings().find(asksReason) ?? null);
  protected readonly planningWords = PLANNING_WORDS;

  /** Work under way is a report to write, for who may write it. */
  protected readonly writing = computed(() => this.work.possible().has('report'));
  /** Not reported yet, nor by this reader: what is to be done, and where. */
  protected readonly before = computed(
    () => !this.writing() && ORDERS_TO_CARRY_OUT.includes(this.order()?.state ?? ORDERS.initial),
  );
  /** Why it is so, in the words of who decided it. */
  protected readonly reasons = computed(() => {
    const order = this.order();
    return order === null ? [] : threadOf(stateReasons(order));
  });
  protected readonly placePhotos = computed(
    () => this.order()?.files.some(({ kind }) => kind === 'place-photo') ?? false,
  );
  protected readonly planned = computed(() => {
    const order = this.order();
    if (order === null) return '';
    // What is stopped waits for no date.
    if (order.plannedFrom === null) return ORDERS_PAST_WORK.includes(order.state) ? '' : 'sans date';
    const to = order.plannedTo === null ? '' : ` – ${time(order.plannedTo)}`;
    return `${day(order.plannedFrom)}, ${time(order.plannedFrom)}${to}`;
  });
  /** Why the reader can do nothing here; empty when there is something to do. */
  protected readonly idleReason = computed(() => {
    const order = this.order();
    if (order === null || !this.before()) return '';
    if (ORDERS.statesFrom('schedule').includes(order.state))
      return this.dating() !== null ? '' : 'La gestion du plan fixe la date. Vous serez prévenu.';
    // Whoever can lead it on reads no reason why not; a date that may be moved is another matter.
    if ([...this.work.possible()].some((action) => leadsOn(order.state, action))) return '';
    const performer = order.performerName ?? 'quelqu’un d’autre';
    if (isBegun(order.state)) return `Travaux commencés par ${performer} : le compte rendu viendra de là.`;
    if (ORDERS.statesFrom('start').includes(order.state)) return `Cette intervention est confiée à ${performer}.`;
    const { awaits } = ORDER_STATES[order.state];
    return awaits === null ? '' : `${awaits}.`;
  });

  constructor() {
    effect(() => this.work.orderId.set(this.id()));
    effect(() => this.pageTitle.show(this.writing() ? 'Compte rendu' : 'Travaux'));
  }

  protected async act(action: WorkAction): Promise<void> {
    if (await this.work.move(this.work.acting, action)) this.say(action);
    scrollTo({ top: 0 });
  }

  protected async plan(slot: ChosenSlot): Promise<void> {
    if (!(await this.work.move(this.work.planning, slot))) return;
    this.moving.set(false);
    this.toasts.say(`Prévu ${day(slot.day)} à ${time(slot.from)}. L’école est prévenue.`);
  }

  protected async explain(action: WorkAction, reason: string): Promise<void> {
    if (!(await this.work.move(this.work.explaining, action, reason))) return;
    this.explaining.set(null);
    this.say(action);
  }

  private say(action: WorkAction): void {
    if (WORK_MOVES[action].done !== '') this.toasts.say(WORK_MOVES[action].done);
  }

  protected async leave(): Promise<void> {
    await this.router.navigateByUrl('/accueil');
  }

  /** Confirmed on the spot there is nothing left to do here; a refused code keeps the page open to try again. */
  protected afterReport(): void {
    if (this.work.confirming.problem() === null) void this.leave();
    else this.work.read();
  }
}

/** Whether the action leads this order to another state. */
function leadsOn(state: OrderState, action: string): boolean {
  return ORDERS.moves.some((move) => move.state === state && move.action === action && move.next !== state);
}
