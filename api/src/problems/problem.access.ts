import { Injectable } from '@nestjs/common';
import { PROBLEMS_OPEN } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import { Problem } from './problem.entity.js';

/** The only door to a problem: a cause is of no school, so that whoever the route lets in reaches every one. */
@Injectable()
export class ProblemAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, problemId: string): Promise<Problem> {
    return found(await manager.findOneBy(Problem, { id: problemId }));
  }

  /** Nobody else moves it meanwhile. @throws Refused object.not-found */
  async lock(manager: EntityManager, problemId: string): Promise<Problem> {
    const rows = manager.createQueryBuilder(Problem, 'p').where('p.id = :problemId', { problemId });
    return found(await rows.setLock('for_no_key_update').getOne());
  }

  /** Others may add tickets at the same time: it stays as open as it is until the commit. @throws Refused object.not-found, problem.over */
  async joining(manager: EntityManager, problemId: string): Promise<Problem> {
    const rows = manager.createQueryBuilder(Problem, 'p').where('p.id = :problemId', { problemId });
    const problem = found(await rows.setLock('for_key_share').getOne());
    if (!PROBLEMS_OPEN.includes(problem.state)) throw new Refused('problem.over');
    return problem;
  }
}

function found(problem: Problem | null): Problem {
  if (!problem) throw new Refused('object.not-found');
  return problem;
}
