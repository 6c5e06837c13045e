import { Injectable } from '@nestjs/common';
import { isSchoolRole } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { PLACES, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { all } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { TrainingAccess } from './training.access.js';
import type { TrainingGroundAnswer, TrainingPerson } from './training-choices.answers.js';

/** Whom a form of sessions proposes: to enrol, and to train. */
@Injectable()
export class TrainingPeopleQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly assignments: AssignmentsService,
  ) {}

  /**
   * Who works today where the reader enrols from, and is not enrolled yet: their school, or the circonscription.
   * @throws Refused object.not-found
   */
  enrollable(actor: Actor, sessionId: string, search: string): Promise<TrainingPerson[]> {
    return this.transactions.snapshot(async (manager) => {
      const session = await this.access.read(manager, actor, sessionId);
      const schools: { id: string; name: string }[] = await manager.query(
        `select s.id, s.name from ${all(SCHOOLS)} where s.id = $1 or $1::uuid is null and s.circonscription_id = $2`,
        [isSchoolRole(actor.role) ? actor.schoolId : null, session.circonscriptionId],
      );
      const names = new Map(schools.map(({ id, name }) => [id, name]));
      const people = await this.assignments.workersFound(manager, {
        ...{ schoolIds: [...names.keys()], search, except: await enrolled(manager, sessionId) },
        most: LIMITS.training.peopleShown,
      });
      return people.map(({ accountId, name, schoolId }) => ({ accountId, name, schoolName: names.get(schoolId)! }));
    });
  }

  /** Where the reader may propose a session, each with those who train there today. */
  grounds(actor: Actor): Promise<TrainingGroundAnswer[]> {
    return this.transactions.snapshot(async (manager) => {
      const places: { id: string; label: string }[] = await manager.query(
        `select id, label from (${PLACES.circonscription}) q where $1::uuid is null or id = $1 order by label, id limit ${LIMITS.training.circonscriptions}`,
        [actor.circonscriptionId],
      );
      const trainers = await this.assignments.holdersByCirconscription(manager, 'digital-trainer');
      return places.map(({ id, label }) => ({
        ...{ id, name: label },
        trainers: trainers
          .filter(({ circonscriptionId }) => circonscriptionId === id)
          .map(({ accountId, name }) => ({ accountId, name }))
          .slice(0, LIMITS.training.trainers),
      }));
    });
  }
}

async function enrolled(manager: EntityManager, sessionId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'select account_id as id from training_enrolment where session_id = $1 and left_at is null',
    [sessionId],
  );
  return rows.map(({ id }) => id);
}
