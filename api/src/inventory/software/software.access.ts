import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { all } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import { Refused } from '../../platform/http/refused.js';
import { softwareScope } from './software.scope.js';

/** The door to a school's software: absent and out of scope answer alike. */
@Injectable()
export class SoftwareAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, schoolId: string): Promise<{ name: string }> {
    const scope = numbered(softwareScope(actor), 1);
    const [school] = await manager.query(`select s.name from ${all(SCHOOLS)} where s.id = $1 and ${scope.sql}`, [
      schoolId,
      ...scope.values,
    ]);
    if (!school) throw new Refused('object.not-found');
    return school as { name: string };
  }
}
