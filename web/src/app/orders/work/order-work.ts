import { computed, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  type CodeRequest,
  orderFilesAdd,
  type OrderPage,
  ordersPage,
  orderWorkConfirmOnSite,
  orderWorkReport,
  orderWorkTickPrerequisite,
  type OrderMovedAnswer,
  type PrerequisiteAnswer,
  type ReportRequest,
} from '@parc/api-client';
import { isPlanning } from '@parc/domain';
import { Toasts } from '@parc/ui';
import { type Mutation, mutation, onVersion } from '../../shell/mutation';
import type { ChosenSlot } from '../forms/slot-form';
import { orderHasMoved } from '../order-has-moved';
import { RoundPackets } from '../../offline/packet/round-packets';
import { asProblem } from '../../shell/problem';
import { orderMove } from '../order-move';
import type { WorkAction } from './work-moves';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';

/** One order as its performer carries it out: what is read, and each move. Provided by the page or card that shows it. */
@Injectable()
export class OrderWork {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly packets = inject(RoundPackets);
  readonly orderId = signal<string | null>(null);

  private readonly reading = reading({
    asked: () => this.orderId() ?? undefined,
    load: (id) => this.latest(id),
  });
  /** The order as last read: a reading that fails later takes nothing away from the screen. */
  readonly page = this.reading.value;
  readonly problem = this.reading.failed;
  readonly possible = computed(() => new Set(this.page()?.possible));

  /** The first date or a new one, by the move that the order's state knows. */
  readonly planning = mutation((key, order: OrderPage, chosen: ChosenSlot) => {
    const { reason, ...slot } = chosen;
    const action = order.possible.find(isPlanning)!;
    // A technician who fixes the date of what is nobody's takes the work; a firm's order is the firm's whoever fixes it.
    const isNobodys = order.performer === 'metropole' && order.assignedAccountId === null;
    const assignedAccountId = isNobodys ? this.session.current()?.account.id : null;
    const asked = { ...onVersion(key, order.version), id: order.id, shown: order };
    return this.api.invoke(orderMove, { ...asked, action, reason, slot: { ...slot, assignedAccountId } });
  });

  readonly ticking = mutation((key, order: OrderPage, what: PrerequisiteAnswer['what'], kept: boolean) =>
    this.api.invoke(orderWorkTickPrerequisite, {
      ...onVersion(key, order.version),
      id: order.id,
      body: { what, kept },
    }),
  );

  /** A move made by its button alone. */
  readonly acting = mutation((key, order: OrderPage, action: WorkAction) =>
    this.api.invoke(orderMove, { ...onVersion(key, order.version), id: order.id, action, shown: order }),
  );

  /** A move made with its reason. */
  readonly explaining = mutation((key, order: OrderPage, action: WorkAction, reason: string) =>
    this.api.invoke(orderMove, { ...onVersion(key, order.version), id: order.id, action, reason, shown: order }),
  );

  /** The head, present, types a personal code on the performer's phone. */
  readonly confirming = mutation((key, order: Pick<OrderPage, 'id' | 'version'>, body: CodeRequest) =>
    this.api.invoke(orderWorkConfirmOnSite, { ...onVersion(key, order.version), id: order.id, body }),
  );

  readonly reporting = mutation((key, order: OrderPage, body: ReportRequest) =>
    this.api.invoke(orderWorkReport, { ...onVersion(key, order.version), id: order.id, body }),
  );

  /** A drawn signature is an attachment, never the proof: one that does not leave stops nothing. */
  async attachSignature(orderId: string, drawing: Blob): Promise<void> {
    const asked = { id: orderId, kind: 'signature' as const, 'Idempotency-Key': crypto.randomUUID() };
    const file = new File([drawing], 'signature.png', { type: 'image/png' });
    await this.api.invoke(orderFilesAdd, { ...asked, body: { file } }).catch(() => {
      this.toasts.warn('La signature tracée n’a pas pu être jointe. Le code de la direction suffit.');
    });
  }

  /** From the server, else as it was taken along. @throws Problem when nobody answers and it was not */
  private async latest(id: string): Promise<OrderPage> {
    try {
      return await this.api.invoke(ordersPage, { id });
    } catch (error) {
      if (!asProblem(error).passing) throw error;
      const kept = await this.packets.latest().catch(() => null);
      const order = kept?.content.wholeOrders.find((one) => one.id === id);
      if (order === undefined) throw error;
      return order;
    }
  }

  read(): void {
    this.reading.reload();
  }

  /** Makes one move on the order as it is shown, then reads it again. @returns whether it was made */
  async move<Parameters extends readonly unknown[]>(
    act: Mutation<[OrderPage, ...Parameters], OrderMovedAnswer>,
    ...parameters: Parameters
  ): Promise<boolean> {
    const order = this.page();
    if (order === null) return false;
    const moved = await act.run(order, ...parameters);
    const refused = act.problem();
    if (moved !== null || (refused !== null && orderHasMoved(refused))) this.read();
    return moved !== null;
  }
}
