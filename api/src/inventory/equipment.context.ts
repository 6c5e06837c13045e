import { Injectable } from '@nestjs/common';
import type { EquipmentFacts, EquipmentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import type { Equipment } from './equipment.entity.js';

/** The facts that the rules judge. Tickets, loans, trainings and wipes bring theirs when they stand. */
@Injectable()
export class EquipmentContext {
  /** @param following it moves with its container */
  async facts(manager: EntityManager, equipment: Equipment, following = false): Promise<EquipmentFacts> {
    const [row] = await manager.query(FACTS, [equipment.id]);
    return {
      state: equipment.state,
      before: row.before as EquipmentState | null,
      inside: equipment.containerId !== null && !following,
      inRoom: equipment.schoolId !== null,
      contents: row.contents as number,
      awaitsTraining: row.awaitsTraining as boolean,
      openTickets: 0,
      loan: 'none',
      wiped: false,
    };
  }
}

const FACTS = `select
  (select v.from_state from equipment_move v where v.equipment_id = $1 and v.from_state <> v.to_state order by v.at desc, v.id desc limit 1) as before,
  (select count(*)::int from equipment y where y.container_id = $1) as contents,
  exists (select from equipment y where (y.id = $1 or y.container_id = $1) and y.model_id in (${ITEMS_WITH_TRAINING})) as "awaitsTraining"`;
