import { Injectable } from '@nestjs/common';
import { CHECK_ACTIONS, CHECKS, possibleCheckActions, type CheckAction } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Day, Flag, Id, List, ManyOf, Strings, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { CheckDeviceAnswer } from './check.answers.js';
import { devicesOf } from './check-page.queries.js';
import { checkScope } from './check.scope.js';
import { planOf } from './upkeep.sql.js';

/** A check that is taken along, whole: it is done without a network. */
export class RoundCheck {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 80 })
  planName!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Day({ description: 'As the plan says' })
  dueOn!: string;

  @Whole({ min: 1, description: 'Of what its plan checks there on that day' })
  part!: number;

  @Day({ description: 'When somebody goes there' })
  plannedOn!: string;

  @Flag({ description: 'Given to whoever reads; else nobody has it yet' })
  mine!: boolean;

  @Strings({ most: LIMITS.upkeep.points, max: 120 })
  points!: string[];

  @List(() => CheckDeviceAnswer, { most: LIMITS.upkeep.devicesOfOne })
  found!: CheckDeviceAnswer[];

  @ManyOf(CHECK_ACTIONS)
  possible!: CheckAction[];
}

type Stored = Omit<RoundCheck, 'found' | 'possible'> & { assignedTo: string | null };

/** What a technician has to check over some days: what is hers, and what nobody has at the schools where she goes anyway. */
@Injectable()
export class RoundChecks {
  /** @param schoolIds where she goes for another reason @param until ISO date of the last day */
  async read(
    manager: EntityManager,
    actor: Actor,
    { schoolIds, until }: { schoolIds: readonly string[]; until: string },
  ): Promise<RoundCheck[]> {
    const scope = numbered(checkScope(actor), 3);
    const rows: Stored[] = await manager.query(statement(scope.sql), [
      ...[actor.accountId, until, schoolIds],
      ...scope.values,
    ]);
    if (rows.length === 0) return [];
    const devices = await devicesOf(
      manager,
      rows.map(({ id }) => id),
    );
    return rows.map(({ assignedTo, ...check }) => ({
      ...check,
      found: devices.get(check.id)!,
      possible: possibleCheckActions(actor, { state: CHECKS.initial, assignedTo }),
    }));
  }
}

/** Those of hers first, what is due first before the others. @param scope over `s`, after three parameters */
const statement = (scope: string) =>
  `select c.id, c.version, n.name as "planName", c.school_id as "schoolId", s.name as "schoolName", m.name as "communeName",
      c.due_on::text as "dueOn", c.part, c.planned_on::text as "plannedOn", c.assigned_account_id is not null as mine,
      c.assigned_account_id as "assignedTo", n.points
    from upkeep_check c ${join(planOf())} ${join(schoolOf('c.school_id'))} ${join(communeOf())}
   where ${inStates('c.state', [CHECKS.initial])} and c.open and c.planned_on <= $2 and ${scope}
     and (c.assigned_account_id = $1 or (c.assigned_account_id is null and c.school_id = any($3)))
   order by c.assigned_account_id nulls last, c.planned_on, c.id limit ${LIMITS.round.checks}`;
