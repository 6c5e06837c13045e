import { Injectable } from '@nestjs/common';
import { EQUIPMENT_IN_ROOM, summerOf } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { ROOM_OF_DEVICE } from '../campaigns/campaign.sql.js';
import { EquipmentAccess } from '../equipment.access.js';
import { containerOf, IN_LOCK_ORDER } from '../equipment.sql.js';
import type { SummerStayAnswer } from './school-year.dto.js';

/**
 * Who goes through the rooms before the summer says what stays there. It moves nothing and is beside the version, as every
 * sighting; said twice it stands once.
 */
@Injectable()
export class SummerStaysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly clock: Clock,
  ) {}

  /** What has left the school meanwhile is left out. @throws Refused object.not-found of the school */
  say(actor: Actor, schoolId: string, ids: readonly string[], write: Write): Promise<SummerStayAnswer> {
    return this.transactions.run(write, async (manager) => {
      await this.access.school(manager, actor, schoolId);
      const now = this.clock.now();
      const { year } = summerOf(this.clock.today());
      const seen: { id: string; roomId: string }[] = await manager.query(STANDING_THERE, [schoolId, ids]);
      const devices = seen.map(({ id }) => id);
      await manager.query(SAY, [devices, seen.map(({ roomId }) => roomId), year, actor.accountId, now]);
      await manager.query('update equipment set last_seen_at = $2, last_seen_by = $3 where id = any($1)', [
        ...[devices, now, actor.accountId],
      ]);
      return { stays: seen.length };
    });
  }
}

const STANDING_THERE = `select e.id, ${ROOM_OF_DEVICE} as "roomId" from equipment e ${leftJoin(containerOf())}
  where e.school_id = $1 and e.id = any($2) and ${inStates('e.state', EQUIPMENT_IN_ROOM)} and ${ROOM_OF_DEVICE} is not null
  order by ${IN_LOCK_ORDER} for no key update of e`;

const SAY = `insert into summer_stay (equipment_id, room_id, summer_year, account_id, at)
  select d.id, d.room_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) d(id, room_id)
  on conflict (equipment_id, summer_year) do nothing`;
