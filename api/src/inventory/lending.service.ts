import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_LENT } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import type { Mover } from '../identity/mover.js';
import { IS_KIT, LOAN_OF } from '../loans/loan.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { LIMITS } from '../platform/limits.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentMoves } from './equipment-moves.js';
import type { Equipment } from './equipment.entity.js';
import { stockPlaceOf } from './equipment.sql.js';

/** A device that may stand in for another. */
export interface Spare {
  equipmentId: string;
  tag: string;
  modelName: string;
  stockPlaceName: string;
  sameModel: boolean;
}

/** What loans ask of devices: the door for loans, which have judged who lends. */
@Injectable()
export class LendingService {
  constructor(
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
  ) {}

  /** Whoever lends, asks for or takes back the same device waits: each finds what the one before has left. */
  hold(manager: EntityManager, equipmentId: string): Promise<Equipment> {
    return this.access.lockAlone(manager, equipmentId);
  }

  /** The same of one that somebody names. @returns null where there is none */
  async holdIfThere(manager: EntityManager, equipmentId: string): Promise<Equipment | null> {
    const known = await manager.query('select from equipment where id = $1', [equipmentId]);
    return known.length > 0 ? this.hold(manager, equipmentId) : null;
  }

  /** Whether it may be lent under a name of its own: it lies on a shelf or is lent, and in no case. @param device locked */
  mayBeKit({ state, containerId }: Equipment): boolean {
    return containerId === null && EQUIPMENT_LENT.includes(state);
  }

  /** Whether a school waits for it, or for what lies in it, by a dotation. @param device locked */
  async isAwaited(manager: EntityManager, { id }: Equipment): Promise<boolean> {
    const [waiting] = await manager.query(
      `select from dotation_device v join equipment e on e.id = v.equipment_id where v.outcome is null and (e.id = $1 or e.container_id = $1) limit 1`,
      [id],
    );
    return waiting !== undefined;
  }

  /** What lies in it, which is lent and comes back with it. */
  async contents(manager: EntityManager, device: Equipment): Promise<string[]> {
    return device.isContainer ? (await this.access.lockContents(manager, device)).map(({ id }) => id) : [];
  }

  /** To a school, with what lies in it. @throws Refused as the table of devices says */
  async leaves(manager: EntityManager, mover: Mover, device: Equipment): Promise<void> {
    await this.moves.moveIn(manager, device, { mover, action: 'lend', given: {}, judged: true, loan: 'handed-over' });
  }

  /** Back on its shelf; nothing where it was lost or stolen meanwhile: its own history says so. */
  async comesBack(manager: EntityManager, mover: Mover, device: Equipment): Promise<void> {
    if (!EQUIPMENT.find(device.state, 'return')) return;
    await this.moves.moveIn(manager, device, { mover, action: 'return', given: {}, judged: true, loan: 'returned' });
  }

  /** What lies in stock, is promised to nobody and does what this device does, the same model first. @param only that one, where it does */
  spares(manager: EntityManager, equipmentId: string, only: string | null = null): Promise<Spare[]> {
    return manager.query(SPARES, [equipmentId, only]);
  }

  /** It was not there at the return, and nobody found it; nothing where somebody said so before. */
  async isLost(manager: EntityManager, mover: Mover, equipmentId: string): Promise<void> {
    const device = await this.access.lockAlone(manager, equipmentId);
    if (EQUIPMENT.find(device.state, 'lose'))
      await this.moves.moveIn(manager, device, { mover, action: 'lose', given: {} });
  }
}

/** A model does what another does when both count toward the same group of the base kit. */
const SPARES = `select e.id as "equipmentId", e.tag, i.name as "modelName", p.name as "stockPlaceName", e.model_id = b.model_id as "sameModel"
  from equipment b join equipment e on e.model_id = b.model_id
      or e.model_id in (select y.model_id from kit_model x join kit_model y on y.group_id = x.group_id where x.model_id = b.model_id)
    ${join(itemOf('e.model_id'))} ${join(stockPlaceOf())}
  where b.id = $1 and ($2::uuid is null or e.id = $2) and ${inStates('e.state', EQUIPMENT.statesFrom('lend'))} and e.container_id is null and not e.is_container
    and ${LOAN_OF('e.id')} = 'none' and not ${IS_KIT('e.id')}
    and not exists (select from dotation_device v where v.equipment_id = e.id and v.outcome is null)
  order by e.model_id = b.model_id desc, e.tag limit ${LIMITS.loans.spares}`;
