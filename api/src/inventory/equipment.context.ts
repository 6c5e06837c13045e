import { Injectable } from '@nestjs/common';
import { awaitsTraining, type EquipmentAction, type EquipmentFacts, type EquipmentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { LOAN_OF, OF_KIT } from '../loans/loan.sql.js';
import { OPEN_TICKETS_OF } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { shownAt, trainedAt } from '../training/coherence.sql.js';
import { WIPED } from './ends/ends.sql.js';
import type { Equipment } from './equipment.entity.js';

/** The facts that the rules judge. */
@Injectable()
export class EquipmentContext {
  constructor(
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

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
    const today = this.clock.today();
    const rows: FactsRow[] = await manager.query(FACTS, [devices.map(({ id }) => id), today]);
    // What asks for no training, as most does, asks for no setting.
    const isTaught = rows.some(({ taught }) => taught.length > 0);
    const minTeachers = isTaught ? (await this.settings.on(today, manager))['training.minTeachers'] : 0;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return devices.map((equipment) => factsOf(equipment, byId.get(equipment.id)!, { following, minTeachers }));
  }
}

function factsOf(
  equipment: Equipment,
  row: FactsRow,
  { following, minTeachers }: { following: boolean; minTeachers: number },
): EquipmentFacts {
  return {
    state: equipment.state,
    before: row.before,
    untouched: row.lastAction === 'receive',
    inside: equipment.containerId !== null && !following,
    inRoom: equipment.schoolId !== null,
    contents: row.contents,
    awaitsTraining: row.taught.some((known) => awaitsTraining({ ...known, minTeachers })),
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
  /** What is known where it stands of each model in it that asks for a training. */
  taught: { trainedHere: number; shownHere: boolean }[];
  openTickets: number;
  loan: EquipmentFacts['loan'];
  forLoans: boolean;
  wiped: boolean;
}

const FACTS = `select d.id,
  (select v.from_state from equipment_move v where v.equipment_id = d.id and v.from_state <> v.to_state order by v.at desc, v.id desc limit 1) as before,
  (select v.action from equipment_move v where v.equipment_id = d.id order by v.at desc, v.id desc limit 1) as "lastAction",
  (select count(*)::int from equipment y where y.container_id = d.id) as contents,
  (select coalesce(json_agg(json_build_object('trainedHere', ${trainedAt('m.model_id', 'm.school_id', '$2::date')},
      'shownHere', ${shownAt('m.model_id', 'm.school_id', '$2::date')})), '[]')
    from (select distinct y.model_id, y.school_id from equipment y
      where (y.id = d.id or y.container_id = d.id) and y.model_id in (${ITEMS_WITH_TRAINING})) m) as taught,
  ${OPEN_TICKETS_OF('d.id')} as "openTickets", ${LOAN_OF('d.id')} as loan, ${OF_KIT('d.id')} as "forLoans", ${WIPED} as wiped
  from unnest($1::uuid[]) d(id)`;
