import { Injectable } from '@nestjs/common';
import type { IdleReason } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Equipment } from '../equipment.entity.js';
import { GapsQueries } from './gaps.queries.js';
import { GROUP_OF_DEVICE } from './kit.sql.js';

/** Facts that let a device go elsewhere: it lies in stock, or its school has more than its kit asks without it. */
@Injectable()
export class IdleDevices {
  constructor(private readonly gaps: GapsQueries) {}

  /** Null: it serves where it is, or no kit speaks of it. */
  async reasonOf(manager: EntityManager, { id, schoolId }: Equipment): Promise<IdleReason | null> {
    if (schoolId === null) return 'in-stock';
    const group = await this.groupOf(manager, id);
    if (group === null) return null;
    const { groups } = await this.gaps.kitOf(manager, schoolId, group.groupId);
    const spare = groups.some(({ asked, counted }) => counted - group.devices >= asked);
    return spare ? 'beyond-kit' : null;
  }

  /** The group that it is of, or most of what lies in it, and how many devices go with it. */
  async groupOf(manager: EntityManager, equipmentId: string): Promise<{ groupId: string; devices: number } | null> {
    const [group] = await manager.query(GROUP_OF_DEVICE, [equipmentId]);
    return (group ?? null) as { groupId: string; devices: number } | null;
  }
}
