import { Injectable } from '@nestjs/common';
import type { NeedState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { needScope } from './needs.scope.js';

export interface Need {
  id: string;
  schoolId: string;
  groupId: string | null;
  state: NeedState;
  version: number;
}

const COLUMNS = 'n.id, n.school_id as "schoolId", n.group_id as "groupId", n.state, n.version';

/** The only door to a need: absent and out of scope answer alike. */
@Injectable()
export class NeedAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, needId: string): Promise<Need> {
    return find(manager, actor, needId, '');
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, needId: string, write: Write): Promise<Need> {
    const need = await find(manager, actor, needId, 'for no key update of n');
    requireVersion(write, need.version);
    return need;
  }

  /** One that a redeployment leads to, whoever decides it. @throws Refused redeployment.need-unknown */
  async lockAlone(manager: EntityManager, needId: string): Promise<Need> {
    const [need] = await manager.query(`select ${COLUMNS} from need n where n.id = $1 for no key update`, [needId]);
    if (!need) throw new Refused('redeployment.need-unknown');
    return need as Need;
  }
}

async function find(manager: EntityManager, actor: Actor, needId: string, lock: string): Promise<Need> {
  const scope = numbered(needScope(actor), 1);
  const [need] = await manager.query(
    `select ${COLUMNS} from need n ${join(schoolOf('n.school_id'))} where n.id = $1 and ${scope.sql} ${lock}`,
    [needId, ...scope.values],
  );
  if (!need) throw new Refused('object.not-found');
  return need as Need;
}
