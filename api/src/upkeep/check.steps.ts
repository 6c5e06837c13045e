import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  CHECK_RULES,
  FINDINGS_REPAIRED,
  FINDINGS_SEEN,
  isCheckDay,
  type CheckEffect,
  type CheckFinding,
  type CheckStepGuard,
} from '@parc/domain';
import { SchoolsService } from '../directory/schools.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { UpkeepDevices } from '../inventory/upkeep-devices.js';
import { ReportService } from '../maintenance/report.service.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { LIMITS } from '../platform/limits.js';
import { brought, type CheckColumns, type FoundDevice, type MovingCheck } from './check.moving.js';

type Guard = GuardStep<MovingCheck>;
type Effect = EffectStep<MovingCheck, CheckColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of checks do. */
@Injectable()
export class CheckSteps implements Steps<MovingCheck, CheckColumns> {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly schools: SchoolsService,
    private readonly devices: UpkeepDevices,
    private readonly reports: ReportService,
  ) {}

  readonly rules = CHECK_RULES;

  readonly guards: Record<CheckStepGuard, Guard> = {
    'assignee-named': guard(async (moving) => {
      if (!(await this.assignments.holds(moving.manager, brought(moving, 'accountId'), 'technician')))
        throw new Refused('check.assignee-unknown');
    }),
    'school-there': guard(async (moving) => {
      const day = brought(moving, 'day');
      const calendar = await this.schools.calendar(moving.manager, { id: moving.check.schoolId });
      const tooFar = day > addCalendarDays(moving.today, LIMITS.upkeep.postponedWithinDays);
      if (day < moving.today || tooFar || !isCheckDay(day, calendar)) throw new Refused('check.school-closed');
    }),
    'all-told': guard(async (moving) => {
      const told = new Set(brought(moving, 'found').map(({ equipmentId }) => equipmentId));
      const rows: { id: string }[] = await moving.manager.query(
        'select equipment_id as id from upkeep_check_device where check_id = $1',
        [moving.check.id],
      );
      const twice = told.size !== brought(moving, 'found').length;
      if (twice || rows.length !== told.size || rows.some(({ id }) => !told.has(id)))
        throw new Refused('check.devices-untold');
    }),
  };

  readonly effects: Record<CheckEffect, Effect> = {
    'assign-self': effect(({ mover }) => ({ columns: { assignedAccountId: mover.accountId } })),
    assign: effect((moving) => {
      const accountId = brought(moving, 'accountId');
      return { columns: { assignedAccountId: accountId }, detail: { assigneeId: accountId } };
    }),
    'plan-day': effect((moving) => {
      const day = brought(moving, 'day');
      return { columns: { plannedOn: day }, detail: { day } };
    }),
    'record-findings': effect((moving) => this.recordFindings(moving)),
  };

  /** Each device its finding, all in one statement; of each that is broken a ticket, the one that is open already where there is one. */
  private async recordFindings(moving: MovingCheck): Promise<Left<CheckColumns>> {
    const { manager, mover, check, at } = moving;
    // One order of devices for everybody who takes several.
    const found = [...brought(moving, 'found')].sort((one, other) => (one.equipmentId < other.equipmentId ? -1 : 1));
    const tickets = await this.ticketsOf(moving, found);
    await manager.query(
      `update upkeep_check_device d set finding = f.finding, note = f.note, ticket_id = f.ticket_id
         from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) as f(equipment_id, finding, note, ticket_id)
        where d.check_id = $1 and d.equipment_id = f.equipment_id`,
      [
        ...[check.id, found.map(({ equipmentId }) => equipmentId), found.map(({ finding }) => finding)],
        ...[found.map(({ note }) => note?.trim() || null), found.map(({ equipmentId }) => tickets.get(equipmentId))],
      ],
    );
    const seen = found.filter(({ finding }) => FINDINGS_SEEN.includes(finding));
    await this.devices.seen(
      manager,
      mover,
      seen.map(({ equipmentId }) => equipmentId),
      at,
    );
    const count = (name: CheckFinding) => found.filter(({ finding }) => finding === name).length;
    const counts = { watch: count('watch'), broken: count('broken'), notFound: count('not-found') };
    return { columns: counts, detail: { devices: found.length, ...counts, tickets: tickets.size } };
  }

  /** By device; none of one that nobody has any more. */
  private async ticketsOf(moving: MovingCheck, found: readonly FoundDevice[]): Promise<Map<string, string>> {
    const { manager, mover, check } = moving;
    const tickets = new Map<string, string>();
    const broken = found.filter(({ finding }) => FINDINGS_REPAIRED.includes(finding));
    if (broken.length === 0) return tickets;
    const [plan] = await manager.query('select name from upkeep_plan where id = $1', [check.planId]);
    for (const { equipmentId, note } of broken) {
      const said = note?.trim();
      const description = `Trouvé en panne au contrôle « ${plan.name} ».${said ? ` ${said}` : ''}`;
      const ticketId = await this.reports.reportFound(manager, mover, { equipmentId, description });
      if (ticketId !== null) tickets.set(equipmentId, ticketId);
    }
    return tickets;
  }
}
