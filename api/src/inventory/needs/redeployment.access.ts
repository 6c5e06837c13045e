import { Injectable } from '@nestjs/common';
import type { Opinion, RedeploymentState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { numbered } from '../../platform/database/predicate.js';
import { Refused } from '../../platform/http/refused.js';
import { redeploymentScope } from './needs.scope.js';

export interface Redeployment {
  id: string;
  equipmentId: string;
  needId: string;
  fromSchoolId: string | null;
  toSchoolId: string;
  answerBy: string;
  givingAnswer: Opinion | null;
  receivingAnswer: Opinion | null;
  state: RedeploymentState;
  version: number;
}

const COLUMNS = `d.id, d.equipment_id as "equipmentId", d.need_id as "needId", d.from_school_id as "fromSchoolId",
  d.to_school_id as "toSchoolId", d.answer_by::text as "answerBy", d.giving_answer as "givingAnswer",
  d.receiving_answer as "receivingAnswer", d.state, d.version`;

/** The only door to a redeployment: absent and out of scope answer alike. */
@Injectable()
export class RedeploymentAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, redeploymentId: string): Promise<Redeployment> {
    return find(manager, actor, redeploymentId, '');
  }

  /** Its device and its need, where they are to move, are locked before. @throws Refused object.not-found */
  lock(manager: EntityManager, actor: Actor, redeploymentId: string): Promise<Redeployment> {
    return find(manager, actor, redeploymentId, 'for update of d');
  }
}

async function find(manager: EntityManager, actor: Actor, id: string, lock: string): Promise<Redeployment> {
  const scope = numbered(redeploymentScope(actor), 1);
  const [found] = await manager.query(
    `select ${COLUMNS} from redeployment d where d.id = $1 and ${scope.sql} ${lock}`,
    [id, ...scope.values],
  );
  if (!found) throw new Refused('object.not-found');
  return found as Redeployment;
}
