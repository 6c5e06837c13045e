import { Component, computed, input, output, signal } from '@angular/core';
import type { ApproveRequest, OrderLineAnswer, OrderPage } from '@parc/api-client';
import { Control, Field, MoneyPipe, Notice, Stepper } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { amountsOf } from './order-amounts';

interface Given {
  readonly quantity: number;
  readonly reason: string;
}

/** Line by line, from nothing to what was asked, with the reason where it is less; says what the school keeps. */
@Component({
  selector: 'parc-approve-in-part',
  imports: [Control, Field, MoneyPipe, Notice, ResumedNote, Stepper],
  templateUrl: './approve-in-part.html',
  styleUrl: '../forms/order-form.css',
})
export class ApproveInPart {
  readonly page = input.required<OrderPage>();
  readonly pending = input(false);
  /** The last attempt was refused, as something else on the page says. */
  readonly refused = input(false);
  readonly sent = output<ApproveRequest>();
  /** Everything at zero is a refusal, which is another act. */
  readonly refusing = output();
  readonly cancelled = output();

  /** By line id; starts from what was asked. */
  protected readonly given = typed<Readonly<Record<string, Given>>>({
    name: () => `en partie ${this.page().id}`,
    initial: () =>
      Object.fromEntries(
        this.page().lines.map(({ id, quantityAsked }) => [id, { quantity: quantityAsked, reason: '' }]),
      ),
    pending: this.pending,
    problem: computed(() => this.refused() || null),
  });
  protected readonly checked = signal(false);

  protected readonly lines = computed(() =>
    this.page().lines.map((line) => {
      const { quantity, reason } = this.given()[line.id]!;
      return { line, quantity, reason, less: quantity < line.quantityAsked, totalCents: totalOf(line, quantity) };
    }),
  );
  protected readonly totalCents = computed(() => this.lines().reduce((sum, { totalCents }) => sum + totalCents, 0));
  protected readonly allZero = computed(() => this.lines().every(({ quantity }) => quantity === 0));
  protected readonly whole = computed(() => this.lines().every(({ less }) => !less));
  /** What the school could still order with: its free money and what this decision gives back. */
  protected readonly leftCents = computed(() => {
    const { budget, heldCents } = this.page();
    return budget === null ? null : budget.availableCents + (heldCents ?? 0) - this.totalCents();
  });

  protected setQuantity(id: string, quantity: number): void {
    this.change(id, { quantity });
  }

  protected setReason(id: string, reason: string): void {
    this.change(id, { reason });
  }

  protected reasonError(less: boolean, reason: string): string {
    return this.checked() && less && reason.trim() === '' ? 'Dites pourquoi : l’école le lira dans le fil.' : '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    if (this.allZero() || this.lines().some(({ less, reason }) => less && reason.trim() === '')) return;
    this.given.sending();
    this.sent.emit({
      seenCents: this.totalCents(),
      lines: this.lines().map(({ line, quantity, reason, less }) => ({
        lineId: line.id,
        quantity,
        ...(less ? { reason: reason.trim() } : {}),
      })),
    });
  }

  private change(id: string, change: Partial<Given>): void {
    this.given.update((given) => ({ ...given, [id]: { ...given[id]!, ...change } }));
  }
}

function totalOf(line: OrderLineAnswer, quantity: number): number {
  return amountsOf(line, quantity)?.totalCents ?? 0;
}
