import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import { Remedy } from './remedy.entity.js';

/** The only door to a remedy: it is of no school, so that whoever the route lets in reaches every one. */
@Injectable()
export class RemedyAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, remedyId: string): Promise<Remedy> {
    return found(await manager.findOneBy(Remedy, { id: remedyId }));
  }

  /** Nobody else writes it meanwhile. @throws Refused object.not-found */
  async lock(manager: EntityManager, remedyId: string): Promise<Remedy> {
    const rows = manager.createQueryBuilder(Remedy, 'r').where('r.id = :remedyId', { remedyId });
    return found(await rows.setLock('for_no_key_update').getOne());
  }
}

function found(remedy: Remedy | null): Remedy {
  if (!remedy) throw new Refused('object.not-found');
  return remedy;
}
