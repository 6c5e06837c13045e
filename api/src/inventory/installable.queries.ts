import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_IN_ROOM, tagAsKept, type EquipmentState } from '@parc/domain';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { FOR_LOANS } from '../loans/loan.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { wordsIn } from '../platform/database/search.js';
import { LIMITS } from '../platform/limits.js';
import { Equipment } from './equipment.entity.js';
import { containerOf, ROOM, stockPlaceOf } from './equipment.sql.js';
import { DEVICE_OF_CODE } from './labels/label.sql.js';

export interface InstallableAsked {
  /** The school of the order. */
  schoolId: string;
  /** What the line sold: others are not its. Null of a service. */
  modelId: string | null;
  search: string;
  /** Whoever reads no stock names what is in hand: the whole label, or the whole serial number. */
  byCodeAlone: boolean;
}

export interface Installable {
  id: string;
  tag: string;
  serial: string | null;
  modelName: string;
  state: EquipmentState;
  roomId: string | null;
  /** A shelf, or a room of the school. */
  place: string | null;
}

const PLACED = EQUIPMENT.statesFrom('place');

/** What a report may name: what lies in stock and is not kept for loans, and what stands in the school already. */
@Injectable()
export class InstallableQueries {
  /** The first few, by label; and whether some device bears just this label or number, wherever it is. */
  async find(manager: EntityManager, asked: InstallableAsked): Promise<{ items: Installable[]; known: boolean }> {
    const code = asked.search.trim();
    if (code === '' && (asked.byCodeAlone || asked.modelId === null)) return { items: [], known: false };
    const rows = this.installable(manager, asked);
    if (asked.byCodeAlone) rows.andWhere(BEARS_IT, codesOf(code));
    else if (code !== '') {
      const { sql, parameters } = wordsIn('e.words', code);
      rows.andWhere(`(${sql} or ${BEARS_IT})`, { ...parameters, ...codesOf(code) });
    }
    const items = await rows.orderBy('e.tag').limit(LIMITS.offeredDevices).getRawMany<Installable>();
    return { items, known: code !== '' && (await this.isKnown(manager, code)) };
  }

  private installable(manager: EntityManager, { schoolId, modelId }: InstallableAsked): SelectQueryBuilder<Equipment> {
    const rows = manager
      .createQueryBuilder(Equipment, 'e')
      .innerJoin(...itemOf('e.model_id'))
      .leftJoin(...containerOf())
      .leftJoin(...ROOM)
      .leftJoin(...stockPlaceOf('coalesce(e.stock_place_id, c.stock_place_id)'))
      .select(['e.id as id', 'e.tag as tag', 'e.serial as serial', 'i.name as "modelName"', 'e.state as state'])
      .addSelect(['r.id as "roomId"', 'coalesce(r.name, p.name) as place'])
      .where(
        new Brackets((where) =>
          where
            .where(`${inStates('e.state', PLACED)} and not ${FOR_LOANS('coalesce(e.container_id, e.id)')}`)
            .orWhere(`(e.school_id = :schoolId and ${inStates('e.state', EQUIPMENT_IN_ROOM)})`, { schoolId }),
        ),
      );
    return modelId === null ? rows : rows.andWhere('e.model_id = :modelId', { modelId });
  }

  private async isKnown(manager: EntityManager, code: string): Promise<boolean> {
    return manager.createQueryBuilder(Equipment, 'e').where(BEARS_IT, codesOf(code)).getExists();
  }
}

const BEARS_IT = `e.id = ${DEVICE_OF_CODE}`;
const codesOf = (code: string) => ({ code: tagAsKept(code), serial: code });
