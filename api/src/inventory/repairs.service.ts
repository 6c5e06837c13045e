import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_HELD } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { BORROWER_OF } from '../loans/loan.sql.js';
import { Refused } from '../platform/http/refused.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentMoves } from './equipment-moves.js';
import type { Equipment } from './equipment.entity.js';
import { REWRITE_WORDS } from './equipment.sql.js';

/** What tickets ask of devices: the door for maintenance, which has judged who repairs. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
  ) {}

  /**
   * A device whose breakdown is reported, held until the report is written: it is retired before, or not. What a school has on
   * loan is broken there, though it stands in no school and only who has it knows it.
   * @returns null where there is nothing to repair: no school has it, or nobody does
   * @throws Refused object.not-found
   */
  async broken(
    manager: EntityManager,
    actor: Actor,
    equipmentId: string,
  ): Promise<{ schoolId: string; roomId: string | null } | null> {
    if (!(await this.access.reaches(manager, actor, equipmentId))) {
      const borrowed = await this.borrowed(manager, actor, equipmentId);
      if (borrowed === null) throw new Refused('object.not-found');
      return borrowed;
    }
    const device = await this.held(manager, equipmentId);
    if (!EQUIPMENT_HELD.includes(device.state)) return null;
    if (device.schoolId === null) return this.borrowed(manager, actor, equipmentId);
    return { schoolId: device.schoolId, roomId: await this.roomOf(manager, device) };
  }

  /** Whether somebody still has the device, which stays so until the transaction ends: its ticket is open from then on. */
  async isKept(manager: EntityManager, equipmentId: string): Promise<boolean> {
    return EQUIPMENT_HELD.includes((await this.held(manager, equipmentId)).state);
  }

  /** To the repairer's. @throws Refused as the table of devices says */
  leaves(manager: EntityManager, actor: Actor, equipmentId: string): Promise<unknown> {
    return this.move(manager, actor, equipmentId, 'send-to-repair');
  }

  /** Back to the room it came from. @throws Refused as the table of devices says */
  returns(manager: EntityManager, actor: Actor, equipmentId: string): Promise<unknown> {
    return this.move(manager, actor, equipmentId, 'bring-back');
  }

  /** Where it is on loan now; the return waits. @throws Refused object.not-found where that school is none of the actor's */
  private async borrowed(
    manager: EntityManager,
    actor: Actor,
    equipmentId: string,
  ): Promise<{ schoolId: string; roomId: null } | null> {
    await manager.query('select from equipment where id = $1 for key share', [equipmentId]);
    const [{ schoolId }] = await manager.query(`select ${BORROWER_OF('$1::uuid')} as "schoolId"`, [equipmentId]);
    if (schoolId === null) return null;
    await this.access.school(manager, actor, schoolId);
    return { schoolId, roomId: null };
  }

  /** Until when its warranty runs (ISO date), and whether it is at the repairer's already. */
  async standing(
    manager: EntityManager,
    equipmentId: string,
  ): Promise<{ warrantyUntil: string | null; away: boolean }> {
    const { warrantyUntil, state } = await this.held(manager, equipmentId);
    return { warrantyUntil, away: EQUIPMENT.statesFrom('bring-back').includes(state) };
  }

  /** Back to the room it came from; nothing of what came back before, or was lost meanwhile: its own history says so. */
  async comesBack(manager: EntityManager, actor: Actor, equipmentId: string): Promise<void> {
    if ((await this.standing(manager, equipmentId)).away) await this.returns(manager, actor, equipmentId);
  }

  /**
   * Another device came in its place under the same label: its serial number is that one's from here on, and its warranty where
   * the maker gives another. @throws by the database equipment.serial-taken
   */
  async exchanged(
    manager: EntityManager,
    equipmentId: string,
    { serial, warrantyUntil }: { serial: string; warrantyUntil: string | null },
  ): Promise<{ formerSerial: string | null }> {
    const { serial: formerSerial } = await this.access.lockAlone(manager, equipmentId);
    await manager.query(
      'update equipment set serial = $2, warranty_until = coalesce($3::date, warranty_until), version = version + 1 where id = $1',
      [equipmentId, serial, warrantyUntil],
    );
    await manager.query(REWRITE_WORDS, [[equipmentId]]);
    return { formerSerial };
  }

  private async held(manager: EntityManager, equipmentId: string): Promise<Equipment> {
    await manager.query('select from equipment where id = $1 for key share', [equipmentId]);
    return this.access.again(manager, equipmentId);
  }

  private async move(
    manager: EntityManager,
    mover: Actor,
    equipmentId: string,
    action: 'send-to-repair' | 'bring-back',
  ): Promise<void> {
    const device = await this.access.lockAlone(manager, equipmentId);
    await this.moves.moveIn(manager, device, { mover, action, given: {} });
  }

  private async roomOf(manager: EntityManager, device: Equipment): Promise<string | null> {
    return device.containerId === null ? device.roomId : (await this.access.containerOf(manager, device)).roomId;
  }
}
