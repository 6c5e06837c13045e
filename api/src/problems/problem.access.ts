import { Injectable } from '@nestjs/common';
import { PROBLEMS_OPEN, reachOf } from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { Problem } from './problem.entity.js';

/** The only door to a problem: a cause is of no school, so that whoever reads problems reads them all. */
@Injectable()
export class ProblemAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, problemId: string): Promise<Problem> {
    return found(await this.reach(manager, actor, problemId)?.getOne());
  }

  /** Nobody else moves it meanwhile. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, problemId: string): Promise<Problem> {
    return found(await this.reach(manager, actor, problemId)?.setLock('for_no_key_update').getOne());
  }

  /** Others may add tickets at the same time: it stays as open as it is until the commit. @throws Refused object.not-found, problem.over */
  async joining(manager: EntityManager, problemId: string): Promise<Problem> {
    const rows = manager.createQueryBuilder(Problem, 'p').where('p.id = :problemId', { problemId });
    const problem = found(await rows.setLock('for_key_share').getOne());
    if (!PROBLEMS_OPEN.includes(problem.state)) throw new Refused('problem.over');
    return problem;
  }

  private reach(manager: EntityManager, actor: Actor, problemId: string): SelectQueryBuilder<Problem> | null {
    if (reachOf('problems.read', actor.role) === null) return null;
    return manager.createQueryBuilder(Problem, 'p').where('p.id = :problemId', { problemId });
  }
}

function found(problem: Problem | null | undefined): Problem {
  if (!problem) throw new Refused('object.not-found');
  return problem;
}
