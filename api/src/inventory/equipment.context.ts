import { Injectable } from '@nestjs/common';
import type { EquipmentAction, EquipmentFacts, EquipmentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { LOAN_OF, OF_KIT } from '../loans/loan.sql.js';
import { OPEN_TICKETS_OF } from '../maintenance/ticket.sql.js';
import { WIPED } from './ends/ends.sql.js';
import type { Equipment } from './equipment.entity.js';

/** The facts that the rules judge. Trainings bring theirs when they stand. */
@Injectable()
export class EquipmentContext {
  /** @param following it moves with its container */
  async facts(manager: EntityManager, equipment: Equipment, following = false): Promise<EquipmentFacts> {
    const [facts] = await this.factsOfAll(manager, [equipment], following);
    return facts!;
  }

  /** The same of many, in their order. */
  async factsOfAll(
    manager: EntityManager,
    devices: readonly Equipment[],
    following = false,
  ): Promise<EquipmentFacts[]> {
    const rows: FactsRow[] = await manager.query(FACTS, [devices.map(({ id }) => id)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return devices.map((equipment) => factsOf(equipment, byId.get(equipment.id)!, following));
  }
}

function factsOf(equipment: Equipment, row: FactsRow, following: boolean): EquipmentFacts {
  return {
    state: equipment.state,
    before: row.before,
    untouched: row.lastAction === 'receive',
    inside: equipment.containerId !== null && !following,
    inRoom: equipment.schoolId !== null,
    contents: row.contents,
    awaitsTraining: row.awaitsTraining,
    openTickets: row.openTickets,
    loan: row.loan,
    forLoans: row.forLoans,
    wiped: row.wiped,
  };
}

interface FactsRow {
  id: string;
  before: EquipmentState | null;
  lastAction: EquipmentAction | null;
  contents: number;
  awaitsTraining: boolean;
  openTickets: number;
  loan: EquipmentFacts['loan'];
  forLoans: boolean;
  wiped: boolean;
}

const FACTS = `select d.id,
  (select v.from_state from equipment_move v where v.equipment_id = d.id and v.from_state <> v.to_state order by v.at desc, v.id desc limit 1) as before,
  (select v.action from equipment_move v where v.equipment_id = d.id order by v.at desc, v.id desc limit 1) as "lastAction",
  (select count(*)::int from equipment y where y.container_id = d.id) as contents,
  exists (select from equipment y where (y.id = d.id or y.container_id = d.id) and y.model_id in (${ITEMS_WITH_TRAINING})) as "awaitsTraining",
  ${OPEN_TICKETS_OF('d.id')} as "openTickets", ${LOAN_OF('d.id')} as loan, ${OF_KIT('d.id')} as "forLoans", ${WIPED} as wiped
  from unnest($1::uuid[]) d(id)`;
