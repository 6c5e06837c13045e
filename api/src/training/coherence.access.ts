import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { all } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Refused } from '../platform/http/refused.js';
import { coherenceScope } from './coherence.scope.js';

/** The only door to what a school's equipment waits for: absent and out of scope answer alike. */
@Injectable()
export class CoherenceAccess {
  /** @throws Refused object.not-found */
  async school(manager: EntityManager, actor: Actor, schoolId: string): Promise<{ id: string; name: string }> {
    const scope = numbered(coherenceScope(actor), 1);
    const [school] = await manager.query(`select s.id, s.name from ${all(SCHOOLS)} where s.id = $1 and ${scope.sql}`, [
      schoolId,
      ...scope.values,
    ]);
    if (!school) throw new Refused('object.not-found');
    return school as { id: string; name: string };
  }
}
