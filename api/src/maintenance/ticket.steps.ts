import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  CHARGE_ORDER,
  higherPriority,
  parisInstantOf,
  slotProblem,
  STANDARD_WORK_HOURS,
  TICKET_RULES,
  TICKETS_OPEN,
  type TicketEffect,
  type TicketStepGuard,
} from '@parc/domain';
import { RepairCharges } from '../budgets/repair-charges.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { signatureOf, SYSTEM } from '../identity/mover.js';
import { RepairsService } from '../inventory/repairs.service.js';
import { QuotedOrders } from '../orders/quoted-orders.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { LIMITS } from '../platform/limits.js';
import { recordTicketMove } from './ticket-history.js';
import { announceTicketPhotos } from './ticket-photos.js';
import { brought, type MovingTicket, type TicketColumns } from './ticket.moving.js';

type Guard = GuardStep<MovingTicket>;
type Effect = EffectStep<MovingTicket, TicketColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of tickets do. */
@Injectable()
export class TicketSteps implements Steps<MovingTicket, TicketColumns> {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly schools: SchoolsService,
    private readonly repairs: RepairsService,
    private readonly charges: RepairCharges,
    private readonly orders: QuotedOrders,
  ) {}

  readonly rules = TICKET_RULES;

  readonly guards: Record<TicketStepGuard, Guard> = {
    'assignee-named': guard(async (moving) => {
      if (!(await this.assignments.holds(moving.manager, brought(moving, 'accountId'), 'technician')))
        throw new Refused('ticket.assignee-unknown');
    }),
    'another-assignee': guard((moving) => {
      if (brought(moving, 'accountId') === moving.ticket.assignedAccountId) throw new Refused('ticket.same-assignee');
    }),
    'school-open': guard((moving) => this.requireOpen(moving)),
    'wait-told': guard((moving) => {
      const reviewOn = brought(moving, 'reviewOn');
      if (reviewOn <= moving.today || reviewOn > addCalendarDays(moving.today, LIMITS.tickets.reviewWithinDays))
        throw new Refused('ticket.wait-unreadable');
      requireDevice(moving);
    }),
    'device-there': guard(requireDevice),
    'cost-once': guard((moving) => this.requireCostOnce(moving)),
    // What is retired has no open ticket, however old the ticket is.
    'device-kept': guard(async ({ manager, ticket }) => {
      if (ticket.equipmentId !== null && !(await this.repairs.isKept(manager, ticket.equipmentId)))
        throw new Refused('ticket.device-gone');
    }),
    // The order would go on, and be paid for a breakdown that is none any more, or is paid for elsewhere.
    'no-order': guard(async ({ manager, ticket }) => {
      if (await this.orders.isUnderWay(manager, ticket.id)) throw new Refused('ticket.order-under-way');
    }),
    'older-open': guard(({ ticket, into }) => {
      const joins =
        into !== null &&
        into.schoolId === ticket.schoolId &&
        TICKETS_OPEN.includes(into.state) &&
        (into.reportedAt < ticket.reportedAt || (+into.reportedAt === +ticket.reportedAt && into.id < ticket.id));
      if (!joins) throw new Refused('ticket.target-unknown');
    }),
  };

  readonly effects: Record<TicketEffect, Effect> = {
    'assign-self': effect(({ mover }) => ({ columns: { assignedAccountId: signatureOf(mover).accountId } })),
    assign: effect((moving) => assigned(brought(moving, 'accountId'))),
    unassign: effect(() => ({ columns: { assignedAccountId: null } })),
    'plan-visit': effect(plan),
    'forget-visit': effect(() => ({ columns: { plannedFrom: null, plannedTo: null } })),
    'date-arrival': effect(({ at }) => ({ columns: { arrivedAt: at } })),
    'record-wait': effect((moving) => {
      const told = { waitFor: brought(moving, 'waitFor'), reviewOn: brought(moving, 'reviewOn') };
      return { columns: told, detail: told };
    }),
    'end-wait': effect(() => ({ columns: { waitFor: null, reviewOn: null } })),
    'move-device': effect((moving) => this.moveDevice(moving)),
    'record-resolution': effect(recordResolution),
    charge: effect((moving) => this.charge(moving)),
    'count-reopening': effect(() => ({ columns: { resolvedAt: null, arrivedAt: null } })),
    join: effect(join),
  };

  /** @throws Refused ticket.school-closed */
  private async requireOpen(moving: MovingTicket): Promise<void> {
    const { manager, mover, ticket, today } = moving;
    if (mover === SYSTEM) throw new Error('the system makes no visit');
    const school = await this.schools.reach(manager, mover, ticket.schoolId);
    const search = {
      calendar: await this.schools.calendar(manager, school),
      from: today,
      delayWorkingDays: 0,
      workHours: STANDARD_WORK_HOURS,
      opensInHolidays: !school.presenceNeeded,
    };
    const slot = { date: brought(moving, 'day'), startsAt: brought(moving, 'from'), endsAt: brought(moving, 'to') };
    const problem = slotProblem(slot, search);
    // A repair disturbs a class less than what is broken does.
    const tooFar = slot.date > addCalendarDays(today, LIMITS.tickets.reviewWithinDays);
    if (tooFar || (problem !== null && problem !== 'slot-in-class')) throw new Refused('ticket.school-closed');
  }

  /** What an order pays for is charged to no ticket besides. @throws Refused ticket.order-not-done, ticket.cost-of-order */
  private async requireCostOnce(moving: MovingTicket): Promise<void> {
    const { manager, ticket, brought: given } = moving;
    const priceCents = brought(moving, 'priceCents');
    if (given.byOrder) {
      moving.orderId = await this.orders.doneOf(manager, ticket.id);
      if (moving.orderId === null) throw new Refused('ticket.order-not-done');
    }
    const isTheOrders = given.byOrder || (priceCents > 0 && (await this.orders.isUnderWay(manager, ticket.id)));
    if (priceCents > 0 && isTheOrders) throw new Refused('ticket.cost-of-order');
  }

  /** What becomes of the device, by its own table. @throws Refused as that table says */
  private async moveDevice({ manager, mover, ticket, brought: given }: MovingTicket): Promise<Left<TicketColumns>> {
    const outcome = given.device ?? 'stays';
    if (outcome === 'stays' || mover === SYSTEM) return {};
    await this.repairs[outcome](manager, mover, ticket.equipmentId!);
    return { detail: { device: outcome } };
  }

  /** Its cost is taken where the money is; where it is not, the ticket ends all the same, and the cost stands to be charged. */
  private async charge(moving: MovingTicket): Promise<Left<TicketColumns>> {
    const { manager, ticket, envelopeId, at, resolutionId } = moving;
    const cents = brought(moving, 'priceCents');
    if (moving.orderId) return { detail: { charge: CHARGE_ORDER } };
    if (cents === 0) return { detail: { charge: 'free' } };
    const entryId = envelopeId && (await this.charges.charge(manager, envelopeId, cents, { ticketId: ticket.id, at }));
    if (!entryId) return { detail: { charge: 'due' } };
    await manager.query(`update ticket_resolution set charge = 'school', entry_id = $2 where id = $1`, [
      resolutionId,
      entryId,
    ]);
    return { detail: { charge: 'school' } };
  }
}

const assigned = (accountId: string): Left<TicketColumns> => ({
  columns: { assignedAccountId: accountId },
  detail: { assigneeId: accountId },
});

function plan(moving: MovingTicket): Left<TicketColumns> {
  const day = brought(moving, 'day');
  const plannedFrom = parisInstantOf(day, brought(moving, 'from'));
  const plannedTo = parisInstantOf(day, brought(moving, 'to'));
  return {
    columns: { plannedFrom, plannedTo },
    detail: { plannedFrom: plannedFrom.toISOString(), plannedTo: plannedTo.toISOString() },
  };
}

/** Only a device leaves or returns. @throws Refused ticket.device-missing */
function requireDevice({ ticket, brought: { device = 'stays' } }: MovingTicket): void {
  if (device !== 'stays' && ticket.equipmentId === null) throw new Refused('ticket.device-missing');
}

async function recordResolution(moving: MovingTicket): Promise<Left<TicketColumns>> {
  const { manager, mover, ticket, at, brought: given } = moving;
  const priceCents = brought(moving, 'priceCents');
  const [row] = await manager.query(
    `insert into ticket_resolution (ticket_id, account_id, at, cause, repair, note, minutes, parts, price_cents, device, charge, order_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      ...[ticket.id, signatureOf(mover).accountId, at, brought(moving, 'cause'), brought(moving, 'repair')],
      ...[given.note?.trim() || null, brought(moving, 'minutes'), given.parts?.trim() || null, priceCents],
      ...[
        brought(moving, 'device'),
        moving.orderId ? CHARGE_ORDER : priceCents === 0 ? 'free' : 'due',
        moving.orderId ?? null,
      ],
    ],
  );
  moving.resolutionId = row.id as string;
  await announceTicketPhotos(manager, ticket.id, { mover, at, photos: given.photos ?? [] });
  return { columns: { resolvedAt: at } };
}

/** The older one goes on, with the higher priority of both and everyone who has the breakdown. */
async function join({ manager, mover, ticket, into, at }: MovingTicket): Promise<Left<TicketColumns>> {
  const kept = into!;
  await manager.query(
    `insert into ticket_reporter (ticket_id, account_id, at)
       select $1, account_id, at from (
         select $2::uuid as account_id, $3::timestamptz as at union all select account_id, at from ticket_reporter where ticket_id = $4) had
        where account_id <> $5 order by at on conflict (ticket_id, account_id) do nothing`,
    [kept.id, ticket.reportedBy, ticket.reportedAt, ticket.id, kept.reportedBy],
  );
  const priority = higherPriority(kept.priority, ticket.priority);
  await manager.query('update ticket set priority = $2, version = version + 1 where id = $1', [kept.id, priority]);
  Object.assign(kept, { priority });
  const line = { action: 'join', mover, at, from: kept.state, reason: null, detail: { from: ticket.number } };
  await recordTicketMove(manager, kept, line);
  return { columns: { mergedIntoId: kept.id }, detail: { into: kept.number } };
}
