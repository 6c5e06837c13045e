import { Injectable } from '@nestjs/common';
import { NEEDS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOM_OF_SCHOOL } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import type { NeedRequest } from './need.dto.js';
import type { NeedMoved } from './need-moves.js';

/** What a school says it needs. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused need.group-unknown, need.room-other */
  state(actor: Actor, request: NeedRequest, write: Write): Promise<NeedMoved> {
    return this.transactions.run(write, async (manager) => {
      const { groupId = null, roomId = null, quantity = null, classes = null, purpose, note = null } = request;
      await requireGroup(manager, groupId);
      // A head is of one school.
      if (roomId !== null && !(await isRoomOf(manager, roomId, actor.schoolId!))) throw new Refused('need.room-other');
      const [stated] = await manager.query(
        `insert into need (school_id, group_id, room_id, quantity, classes, purpose, note, state, state_since, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) returning id, version, state`,
        [
          ...[actor.schoolId, groupId, roomId, quantity, classes, purpose, note || null],
          ...[NEEDS.initial, this.clock.now(), actor.accountId],
        ],
      );
      return stated as NeedMoved;
    });
  }
}

async function requireGroup(manager: EntityManager, groupId: string | null): Promise<void> {
  if (groupId === null) return;
  const rows = await manager.query('select from kit_group where id = $1 for key share', [groupId]);
  if (rows.length === 0) throw new Refused('need.group-unknown');
}

/** A room that is there still. */
export async function isRoomOf(manager: EntityManager, roomId: string, schoolId: string): Promise<boolean> {
  const rows = await manager.query(ROOM_OF_SCHOOL, [roomId, schoolId]);
  return rows.length > 0;
}
