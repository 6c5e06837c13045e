import { Injectable } from '@nestjs/common';
import type { DotationOpinion, DotationPartState, DotationState, HalfDay } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { byId, join } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { dotationPartScope, dotationScope } from './dotation.scope.js';

export interface Dotation {
  id: string;
  title: string;
  groupId: string;
  modelId: string;
  quantity: number;
  answerBy: string | null;
  state: DotationState;
  version: number;
}

export interface DotationPart {
  id: string;
  dotationId: string;
  dotationState: DotationState;
  title: string;
  groupId: string;
  modelId: string;
  schoolId: string;
  schoolName: string;
  quantity: number;
  opinion: DotationOpinion | null;
  opinionQuantity: number | null;
  answerBy: string | null;
  plannedOn: string | null;
  plannedHalf: HalfDay | null;
  received: number;
  state: DotationPartState;
  version: number;
}

const COLUMNS = `d.id, d.title, d.group_id as "groupId", d.model_id as "modelId", d.quantity, d.answer_by::text as "answerBy", d.state, d.version`;
const PART_COLUMNS = `p.id, p.dotation_id as "dotationId", d.state as "dotationState", d.title, d.group_id as "groupId", d.model_id as "modelId",
  p.school_id as "schoolId", s.name as "schoolName", p.quantity, p.opinion, p.opinion_quantity as "opinionQuantity",
  p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", p.received, p.state, p.version`;

/** The only door to a dotation and to a school's part of it: absent and out of scope answer alike. */
@Injectable()
export class DotationAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, dotationId: string): Promise<Dotation> {
    return find(manager, actor, dotationId, '');
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, dotationId: string, write: Write): Promise<Dotation> {
    const dotation = await find(manager, actor, dotationId, 'for no key update of d');
    requireVersion(write, dotation.version);
    return dotation;
  }

  /** @throws Refused object.not-found */
  readPart(manager: EntityManager, actor: Actor, partId: string): Promise<DotationPart> {
    return findPart(manager, actor, partId, '');
  }

  /**
   * The part, and before it its dotation, whose sum and state the move may read or change: always in this order.
   * @throws Refused object.not-found, version.missing, version.stale
   */
  async lockPart(manager: EntityManager, actor: Actor, partId: string, write: Write): Promise<DotationPart> {
    const { dotationId } = await this.readPart(manager, actor, partId);
    await manager.query('select from dotation where id = $1 for no key update', [dotationId]);
    const part = await findPart(manager, actor, partId, 'for no key update of p');
    requireVersion(write, part.version);
    return part;
  }
}

async function find(manager: EntityManager, actor: Actor, id: string, lock: string): Promise<Dotation> {
  const scope = numbered(dotationScope(actor), 1);
  const [found] = await manager.query(`select ${COLUMNS} from dotation d where d.id = $1 and ${scope.sql} ${lock}`, [
    id,
    ...scope.values,
  ]);
  if (!found) throw new Refused('object.not-found');
  return found as Dotation;
}

async function findPart(manager: EntityManager, actor: Actor, id: string, lock: string): Promise<DotationPart> {
  const scope = numbered(dotationPartScope(actor), 1);
  const [found] = await manager.query(
    `select ${PART_COLUMNS} from dotation_part p ${join(byId('dotation', 'd', 'p.dotation_id'))} ${join(schoolOf('p.school_id'))}
      where p.id = $1 and ${scope.sql} ${lock}`,
    [id, ...scope.values],
  );
  if (!found) throw new Refused('object.not-found');
  return found as DotationPart;
}
