import { Injectable } from '@nestjs/common';
import type { OrderAction, OrderNotice as Audience } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { MailService } from '../platform/mail/mail.service.js';
import { OrderNoticeQueries, type OrderNotice } from './order-notice.queries.js';
import { orderMail } from './order-mail.js';

/** Who is told of what, by mail, in the transaction of what is told. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly queries: OrderNoticeQueries,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /**
   * Queues the mails of a move just recorded: call it after the order's row and its `order_move` are written, in the same
   * transaction. Nobody is told of their own move, nor twice of the same one.
   * @param notices the move's `tells`
   */
  async orderMoved(
    manager: EntityManager,
    moved: { orderId: string; action: OrderAction; notices: readonly Audience[] },
  ): Promise<void> {
    if (moved.notices.length === 0) return;
    const order = await this.queries.read(manager, moved.orderId, moved.action);
    const link = this.mails.link(`/commandes/${order.id}`);
    for (const audience of moved.notices) {
      for (const { accountId, email } of await this.addressees(manager, audience, order)) {
        if (accountId === order.move.accountId) continue;
        const dedupe = `order-move:${order.move.id}:${accountId}`;
        await this.mails.queue(manager, { dedupe, to: email, ...orderMail(moved.action, audience, order, link) });
      }
    }
  }

  /** The school's heads, the plan's managers, or whom the order is given to: the technician named, else the firm. */
  private async addressees(
    manager: EntityManager,
    audience: Audience,
    order: OrderNotice,
  ): Promise<Pick<Addressee, 'accountId' | 'email'>[]> {
    if (audience === 'school') return this.assignments.addressees(manager, 'school-head', { schoolId: order.schoolId });
    if (audience === 'manager') return this.assignments.addressees(manager, 'plan-manager');
    if (order.contractHolderId)
      return this.assignments.addressees(manager, 'installer', { contractHolderId: order.contractHolderId });
    const technician = order.assignedAccountId
      ? await this.assignments.addressOf(manager, order.assignedAccountId)
      : null;
    return technician ? [technician] : [];
  }
}
