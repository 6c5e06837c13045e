import { Injectable } from '@nestjs/common';
import { tagAsKept } from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { all } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { Equipment } from './equipment.entity.js';
import { equipmentScope, equippedSchoolScope } from './equipment.scope.js';
import { IN_LOCK_ORDER } from './equipment.sql.js';
import { DEVICE_OF_CODE } from './labels/label.sql.js';

/** The only door to a device: absent and out of scope answer alike. */
@Injectable()
export class EquipmentAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, equipmentId: string): Promise<Equipment> {
    return found(await this.reach(manager, actor).andWhere('e.id = :equipmentId', { equipmentId }).getOne());
  }

  /** Whether it is there, and the actor's to read. */
  reaches(manager: EntityManager, actor: Actor, equipmentId: string): Promise<boolean> {
    return this.reach(manager, actor).andWhere('e.id = :equipmentId', { equipmentId }).getExists();
  }

  /** By what was scanned: a label, one of before too, else the maker's serial number. @throws Refused object.not-found */
  async readByCode(manager: EntityManager, actor: Actor, code: string): Promise<Equipment> {
    const scanned = { code: tagAsKept(code), serial: code.trim() };
    return found(await this.reach(manager, actor).andWhere(`e.id = ${DEVICE_OF_CODE}`, scanned).getOne());
  }

  /** The school whose devices are asked for. @throws Refused object.not-found whether it is absent or out of scope */
  async school(manager: EntityManager, actor: Actor, schoolId: string): Promise<{ name: string }> {
    const scope = numbered(equippedSchoolScope(actor), 1);
    const [school] = await manager.query(`select s.name from ${all(SCHOOLS)} where s.id = $1 and ${scope.sql}`, [
      schoolId,
      ...scope.values,
    ]);
    if (!school) throw new Refused('object.not-found');
    return school as { name: string };
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, equipmentId: string, write: Write): Promise<Equipment> {
    const equipment = await this.lockAnyVersion(manager, actor, equipmentId);
    requireVersion(write, equipment.version);
    return equipment;
  }

  /** For who has seen something else than its page. @throws Refused object.not-found */
  async lockAnyVersion(manager: EntityManager, actor: Actor, equipmentId: string): Promise<Equipment> {
    return found(
      await this.reach(manager, actor)
        .andWhere('e.id = :equipmentId', { equipmentId })
        // What others refer to changes with the state: the weaker lock would have to be raised, two of them for ever.
        .setLock('pessimistic_write', undefined, ['e'])
        .getOne(),
    );
  }

  /**
   * Those it reaches among these, with what lies in them, which moves with them: whoever names some of them too waits, and
   * neither waits for ever.
   */
  async lockAll(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
    await this.reach(manager, actor)
      .select('e.id')
      .andWhere('(e.id = any(:ids) or e.container_id = any(:ids))', { ids })
      .orderBy(IN_LOCK_ORDER)
      .setLock('pessimistic_write', undefined, ['e'])
      .getRawMany();
  }

  /** What lies in a container that is locked: it moves with it, whoever moves it. */
  lockContents(manager: EntityManager, container: Equipment): Promise<Equipment[]> {
    return manager
      .createQueryBuilder(Equipment, 'e')
      .where('e.container_id = :containerId', { containerId: container.id })
      .orderBy('e.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** One that something else leads to, whose reader was let in there; whatever its version. */
  lockAlone(manager: EntityManager, equipmentId: string): Promise<Equipment> {
    return manager
      .createQueryBuilder(Equipment, 'e')
      .where('e.id = :equipmentId', { equipmentId })
      .setLock('pessimistic_write')
      .getOneOrFail();
  }

  /** As it is now, of one that is locked: what it lies in may have taken it elsewhere meanwhile. */
  again(manager: EntityManager, equipmentId: string): Promise<Equipment> {
    return manager.findOneByOrFail(Equipment, { id: equipmentId });
  }

  containerOf(manager: EntityManager, { containerId }: Equipment): Promise<Equipment> {
    return manager.createQueryBuilder(Equipment, 'e').where('e.id = :containerId', { containerId }).getOneOrFail();
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<Equipment> {
    const scope = equipmentScope(actor);
    return manager
      .createQueryBuilder(Equipment, 'e')
      .leftJoin(...schoolOf('e.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(equipment: Equipment | null): Equipment {
  if (!equipment) throw new Refused('object.not-found');
  return equipment;
}
