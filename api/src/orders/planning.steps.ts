import { Injectable } from '@nestjs/common';
import { parisInstantOf, slotProblem, STANDARD_WORK_HOURS, type SlotRefusal } from '@parc/domain';
import { SchoolsService } from '../directory/schools.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { SYSTEM } from '../identity/mover.js';
import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import { brought, type MovingOrder, type OrderColumns } from './order.moving.js';
import { requireNearDay } from './wished-days.js';

/** An appointment: who comes, and when the school can receive them. */
@Injectable()
export class PlanningSteps {
  constructor(
    private readonly schools: SchoolsService,
    private readonly assignments: AssignmentsService,
  ) {}

  /** Work of the metropole's has its technician; a firm sends whom it likes. @throws Refused order.assignee-missing, order.assignee-unknown */
  async requireAssignee(moving: MovingOrder): Promise<void> {
    if (moving.order.performer !== 'metropole') return;
    const accountId = assigneeOf(moving);
    if (!accountId) throw new Refused('order.assignee-missing');
    if (!(await this.assignments.holds(moving.manager, accountId, 'technician')))
      throw new Refused('order.assignee-unknown');
  }

  /** @throws Refused request.invalid, order.school-closed-for-good, order.school-closed, order.slot-in-class or order.slot-unreadable */
  async requireOpen(moving: MovingOrder): Promise<void> {
    const { manager, mover, order } = moving;
    const slot = brought(moving, 'slot');
    requireNearDay('day', slot.day, moving.today);
    if (mover === SYSTEM) throw new Error('the system makes no appointment');
    const school = await this.schools.reach(manager, mover, order.schoolId);
    if (school.state === 'closed') throw new Refused('order.school-closed-for-good');
    const search = {
      calendar: await this.schools.calendar(manager, school),
      from: slot.day,
      delayWorkingDays: 0,
      workHours: STANDARD_WORK_HOURS,
      opensInHolidays: !school.presenceNeeded,
    };
    const problem = slotProblem({ date: slot.day, startsAt: slot.from, endsAt: slot.to }, search);
    if (problem) throw new Refused(BY_SLOT_PROBLEM[problem]);
  }

  plan(moving: MovingOrder): Left<OrderColumns> {
    const { day, from, to } = brought(moving, 'slot');
    const plannedFrom = parisInstantOf(day, from);
    const plannedTo = parisInstantOf(day, to);
    return {
      columns: { assignedAccountId: assigneeOf(moving), plannedFrom, plannedTo },
      detail: { plannedFrom: plannedFrom.toISOString(), plannedTo: plannedTo.toISOString() },
    };
  }
}

/** Left out when an appointment is moved: the same person. */
function assigneeOf(moving: MovingOrder): string | null {
  const { order } = moving;
  if (order.performer === 'contract') return null;
  return brought(moving, 'slot').assignedAccountId ?? order.assignedAccountId;
}

const BY_SLOT_PROBLEM: Record<SlotRefusal, 'order.slot-unreadable' | 'order.school-closed' | 'order.slot-in-class'> = {
  'slot-unreadable': 'order.slot-unreadable',
  'slot-not-working-day': 'order.school-closed',
  'slot-too-early': 'order.school-closed',
  'slot-in-holidays': 'order.school-closed',
  'slot-outside-hours': 'order.school-closed',
  'slot-in-class': 'order.slot-in-class',
};
