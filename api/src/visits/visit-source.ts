import type { VisitPartDone, VisitTask, VisitThere } from '@parc/domain';
import type { EntityManager } from 'typeorm';

/** What the owner of one kind of part says of it: a kind that is added brings its own. */
export interface VisitSource {
  /** What this person has done of it there since they came, the last deed of each thing. */
  done(manager: EntityManager, there: VisitThere): Promise<VisitPartDone[]>;
  /** What is left to do of it there, for them. */
  toDo(manager: EntityManager, there: Omit<VisitThere, 'since'>): Promise<VisitTask[]>;
}
