import { booleanAttribute, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Api, type OrderPage } from '@parc/api-client';
import { isPlanning, parisDateOf, type PlanningAction } from '@parc/domain';
import { ConfirmDialog, day, Notice, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { mutation } from '../../shell/mutation';
import { Session } from '../../shell/session';
import { ReasonForm } from '../forms/reason-form';
import { orderHasMoved } from '../order-has-moved';
import { ApproveInPart } from './approve-in-part';
import {
  type AskWords,
  askWords,
  type DecisionAction,
  type DecisionButton,
  decisionButtons,
  doneWords,
  questionWords,
  reasonWords,
  withheldWords,
} from './decisions';
import type { ReasonAction } from './reason-decisions';
import { InvoiceForm } from './invoice-form';
import { type Planned, PlanningForm } from './planning-form';
import { type Decision, sendDecision } from './send-decision';
import { may } from '../../shell/may';

/** A form that is open, or the question of a decision that cannot be undone. */
type Opened = Pick<DecisionButton, 'action' | 'step'>;

/**
 * What the metropole may decide about an order now, each act with its amount; nothing where the reader decides nothing.
 * Stands at the foot of the split view's panel and on the order's page. After a decision, `moved` says that the page
 * must be read again.
 */
@Component({
  selector: 'parc-order-decision',
  imports: [ActButtons, ApproveInPart, ConfirmDialog, InvoiceForm, Notice, PlanningForm, ReasonForm],
  templateUrl: './order-decision.html',
  styleUrl: './order-decision.css',
  host: { '[class.empty]': 'empty()', '[class.card]': '!bare()', '[class.awaited]': "question() !== ''" },
})
export class OrderDecision {
  readonly page = input.required<OrderPage>();
  /** Without a frame of its own: at the foot of a panel. */
  readonly bare = input(false, { transform: booleanAttribute });
  readonly moved = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild(ConfirmDialog);

  protected readonly buttons = computed(() => decisionButtons(this.page()));
  private readonly today = parisDateOf(new Date());
  private readonly mayCertify = computed(() => this.session.current()?.assignment.mayCertify ?? false);
  private readonly certifies = may('orders.certify');
  protected readonly withheld = computed(() =>
    this.certifies() ? withheldWords(this.page(), { mayCertify: this.mayCertify(), today: this.today }, day) : '',
  );
  protected readonly empty = computed(() => this.buttons().length === 0 && this.withheld() === '');
  /** Said on the page, where the decision stands among other cards; the panel's amounts say enough. */
  protected readonly question = computed(() => (this.bare() ? '' : questionWords(this.buttons())));
  /** Another order, or another version of this one, closes what was open: it was about what is no longer so. */
  protected readonly opened = anewWith<Opened | null>(
    () => `${this.page().id} ${this.page().state}`,
    () => null,
  );
  protected readonly reason = computed(() => {
    const opened = this.opened();
    return opened?.step === 'reason' ? reasonWords(opened.action as ReasonAction, this.page()) : null;
  });
  /** The move that fixes the appointment, whose form is open. */
  protected readonly planning = computed<PlanningAction | null>(() => {
    const action = this.opened()?.action;
    return action !== undefined && isPlanning(action) ? action : null;
  });
  protected readonly ask = computed<AskWords | null>(() => {
    const opened = this.opened();
    return opened?.step === 'ask' ? askWords(opened.action as 'certify' | 'complement', this.page()) : null;
  });

  protected readonly decide = mutation((key, order: OrderPage, decision: Decision) =>
    sendDecision(this.api, key, { ...order, shown: order }, decision),
  );

  protected async press(button: Pick<DecisionButton, 'action' | 'step'>): Promise<void> {
    this.decide.forget();
    if (button.step === 'now') return this.send({ action: 'approve', body: {} });
    this.opened.set(button);
    if (button.step === 'ask') this.dialog()?.open();
  }

  protected sendReason(reason: string): Promise<void> {
    return this.send({ action: this.opened()!.action as ReasonAction, body: { reason } });
  }

  protected sendPlanned({ slot, reason }: Planned): Promise<void> {
    return this.send({ action: this.planning()!, slot, reason });
  }

  protected async sendAsked(): Promise<void> {
    await this.send({ action: this.opened()!.action as 'certify' | 'complement' });
    this.dialog()?.close();
  }

  protected async send(decision: Decision): Promise<void> {
    const page = this.page();
    const moved = await this.decide.run(page, decision);
    if (moved === null) {
      // What was typed stays open; the new total is read and shown before it is asked again.
      if (this.decide.problem()?.totalCents != null) this.moved.emit();
      return;
    }
    this.opened.set(null);
    this.toasts.say(doneWords(decision.action, page, amountOf(decision, page)));
    this.moved.emit();
  }

  protected close(): void {
    this.decide.forget();
    this.opened.set(null);
  }

  protected isOpen(...steps: readonly DecisionButton['step'][]): boolean {
    const opened = this.opened();
    return opened !== null && steps.includes(opened.step);
  }

  protected readonly hasMoved = orderHasMoved;
  protected readonly is = (action: DecisionAction): boolean => this.opened()?.action === action;
}

/** What the decision commits or spends, when the whole order is concerned. */
function amountOf(decision: Decision, page: OrderPage): number | null {
  if (decision.action === 'approve') return decision.body.lines === undefined ? page.askedCents : null;
  return decision.action === 'certify' ? page.reportedCents : null;
}
