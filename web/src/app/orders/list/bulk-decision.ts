import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, type BulkAnswer, orderBulkApprove, orderBulkCertify, type OrderListItem } from '@parc/api-client';
import { ORDERS } from '@parc/domain';
import { BulkBar, counted, Icon, money } from '@parc/ui';
import { BulkReport, type ReportLine } from '../../shell/bulk/bulk-report';
import { mutation } from '../../shell/mutation';
import { Session } from '../../shell/session';
import { numberWords } from './order-columns';

type BulkAction = 'approve' | 'certify';

interface BulkGroup {
  readonly action: BulkAction;
  readonly orders: readonly OrderListItem[];
  /** "Approuver 3 · 1 284,00 €" */
  readonly label: string;
}

const VERBS: Record<BulkAction, { readonly act: string; readonly will: string; readonly done: string }> = {
  approve: { act: 'Approuver', will: 'sera approuvée', done: 'approuvée' },
  certify: { act: 'Certifier', will: 'sera certifiée', done: 'certifiée' },
};
const PLURALS: Record<string, string> = {
  'sera approuvée': 'seront approuvées',
  'sera certifiée': 'seront certifiées',
  approuvée: 'approuvées',
  certifiée: 'certifiées',
};
/** As the API bounds one request. */
const MOST = 200;

/**
 * The same decision on the ticked rows: first what would happen and what would be refused, then the decision, then a line
 * of report each. Nothing is done before the list of what will be done was shown.
 */
@Component({
  selector: 'parc-bulk-decision',
  imports: [BulkBar, BulkReport, Icon],
  templateUrl: './bulk-decision.html',
  styles: `
    .act {
      border-color: var(--surface);
      background: var(--surface);
      color: var(--primary);
    }
  `,
})
export class BulkDecision {
  readonly orders = input.required<readonly OrderListItem[]>();
  readonly cleared = output();
  /** Orders have moved: the list is to be read again. */
  readonly moved = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly report = viewChild.required(BulkReport);

  protected readonly words = computed(() => counted(this.orders().length, 'sélectionnée'));
  protected readonly groups = computed<readonly BulkGroup[]>(() => {
    const actions: BulkAction[] = this.session.current()?.assignment.mayCertify ? ['approve', 'certify'] : ['approve'];
    return actions.flatMap((action) => this.group(action));
  });
  /** What follows the count: whether something is left to look at. */
  protected readonly state = computed(() => {
    if (this.groups().length === 0) return ', aucune à décider ensemble';
    const doubtful = this.orders().filter(({ blocked, waitsForPromise }) => blocked || waitsForPromise).length;
    if (doubtful > 0) return `, dont ${doubtful} à vérifier`;
    return this.orders().length === 1 ? ', prête' : ', toutes prêtes';
  });

  protected readonly action = signal<BulkAction>('approve');
  /** What would happen; then, in its place, what happened. */
  protected readonly answer = signal<BulkAnswer | null>(null);
  protected readonly applied = signal(false);
  protected readonly counts = computed(() => {
    const outcomes = this.answer()?.outcomes ?? [];
    const done = outcomes.filter((outcome) => outcome.done).length;
    return { done, refused: outcomes.length - done };
  });
  protected readonly heading = computed(() => {
    const { will, done } = VERBS[this.action()];
    const { done: count } = this.counts();
    const word = this.applied() ? done : will;
    if (count === 0) return this.applied() ? `Aucune commande ${done}` : `Aucune commande ne ${will}`;
    return `${counted(count, 'commande')} ${count < 2 ? word : PLURALS[word]} · ${money(this.answer()!.totalCents)}`;
  });
  protected readonly lines = computed<readonly ReportLine[] | null>(() => {
    const byId = new Map(this.orders().map((order) => [order.id, order]));
    const outcomes = this.answer()?.outcomes ?? null;
    if (outcomes === null) return null;
    return outcomes.map(({ id, done, number, sentence, amountCents }) => {
      const order = byId.get(id);
      const name = order === undefined ? (number ?? '') : numberWords(order);
      return { id, done, name, note: order?.schoolName ?? '', why: sentence ?? '', end: money(amountCents) };
    });
  });
  protected readonly applyLabel = computed(
    () => `${VERBS[this.action()].act} ${this.counts().done} · ${money(this.answer()?.totalCents ?? 0)}`,
  );

  protected readonly asked = mutation((key, action: BulkAction, orders: readonly BulkItem[], preview: boolean) =>
    this.api.invoke(action === 'approve' ? orderBulkApprove : orderBulkCertify, {
      'Idempotency-Key': key,
      body: { orders: [...orders] },
      ...(preview ? { preview } : {}),
    }),
  );

  /** Shows what the decision would do, and does nothing yet. */
  async preview(action: BulkAction): Promise<void> {
    const orders = this.itemsOf(action);
    if (orders.length === 0) return;
    this.action.set(action);
    this.applied.set(false);
    this.answer.set(null);
    this.report().open();
    this.answer.set(await this.asked.run(action, orders, true));
  }

  protected async apply(): Promise<void> {
    const shown = new Map(
      this.answer()
        ?.outcomes.filter(({ done }) => done)
        .map(({ id, amountCents }) => [id, amountCents]),
    );
    const orders = this.itemsOf(this.action()).flatMap((item) => {
      const seenCents = shown.get(item.id);
      return seenCents === undefined ? [] : [{ ...item, seenCents }];
    });
    const answer = await this.asked.run(this.action(), orders, false);
    if (answer === null) return;
    this.answer.set(answer);
    this.applied.set(true);
    this.moved.emit();
  }

  protected close(): void {
    if (this.applied()) this.cleared.emit();
  }

  private itemsOf(action: BulkAction): readonly BulkItem[] {
    const group = this.groups().find((each) => each.action === action);
    return (group?.orders ?? []).slice(0, MOST).map(({ id, version }) => ({ id, version }));
  }

  private group(action: BulkAction): readonly BulkGroup[] {
    const orders = this.orders().filter(({ state }) => ORDERS.statesFrom(action).includes(state));
    if (orders.length === 0) return [];
    const sum = orders.reduce((total, { amountCents }) => total + (amountCents ?? 0), 0);
    return [{ action, orders, label: `${VERBS[action].act} ${orders.length} · ${money(sum)}` }];
  }
}

interface BulkItem {
  readonly id: string;
  readonly version: number;
  /** What the preview has shown; the preview itself is asked without. */
  readonly seenCents?: number;
}
