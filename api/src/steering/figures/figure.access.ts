import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { all } from '../../platform/database/joins.sql.js';
import { placed } from '../../platform/database/placed.js';
import { Refused } from '../../platform/http/refused.js';
import { figureReach, type FigureReach } from './figure-reach.js';

/** The only door to the figures of one school. */
@Injectable()
export class FigureAccess {
  /** Whose figures somebody reads: a statement that keeps to these schools finds no other. */
  reach(actor: Actor): FigureReach {
    return figureReach(actor);
  }

  /** @throws Refused object.not-found whether the school is absent or out of scope */
  async school(manager: EntityManager, actor: Actor, schoolId: string): Promise<void> {
    const { schools } = figureReach(actor);
    const { sql, values } = placed(`select from ${all(SCHOOLS)} where s.id = :school and ${schools.sql}`, {
      ...schools.parameters,
      school: schoolId,
    });
    if ((await manager.query(sql, values)).length === 0) throw new Refused('object.not-found');
  }
}
