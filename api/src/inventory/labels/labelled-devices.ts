import { Injectable } from '@nestjs/common';
import { EQUIPMENT_HELD, type EquipmentFamily, tagAsKept } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { BORROWER_OF } from '../../loans/loan.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { containerOf, ROOM } from '../equipment.sql.js';
import { LABEL_BORNE } from './label.sql.js';

/**
 * What may be said of a device to somebody who holds its label and has no account, and what is needed to keep what they say: of the school that it
 * stands in, or that has it on loan.
 */
export interface LabelledDevice {
  id: string;
  schoolId: string;
  /** What it is; null where nobody has said. */
  family: EquipmentFamily | null;
  roomId: string | null;
  roomName: string | null;
}

/** Devices by the label that they bear, whoever asks. */
@Injectable()
export class LabelledDevices {
  /**
   * @returns null where it opens no device of an open school: it is unknown, was replaced, or its device is away for good
   */
  async find(manager: EntityManager, code: string): Promise<LabelledDevice | null> {
    const [device] = await manager.query(LABELLED, [tagAsKept(code)]);
    return (device as LabelledDevice) ?? null;
  }

  /** The same, which stays as it is until the transaction ends. */
  async hold(manager: EntityManager, code: string): Promise<LabelledDevice | null> {
    const [device] = await manager.query(`${LABELLED} for key share of e`, [tagAsKept(code)]);
    return (device as LabelledDevice) ?? null;
  }
}

const LABELLED = `select e.id, s.id as "schoolId", f.family, r.id as "roomId", r.name as "roomName"
  from equipment e ${join(LABEL_BORNE)} ${join(schoolOf(`coalesce(e.school_id, ${BORROWER_OF('e.id')})`))} ${leftJoin(containerOf())} ${leftJoin(ROOM)}
    left join equipment_model f on f.model_id = e.model_id
  where l.code = $1 and s.state = 'open' and ${inStates('e.state', EQUIPMENT_HELD)}`;
