import { Injectable } from '@nestjs/common';
import { SURVEY_TOLD_DAYS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import type { SurveyResult } from './survey.answers.js';
import { inSeries } from '../training.sql.js';
import { surveyResult } from './survey.sql.js';

/** What is told of the answers of those who came. */
@Injectable()
export class SurveyQueries {
  constructor(private readonly clock: Clock) {}

  /** Null: nobody was asked. */
  async ofSession(manager: EntityManager, sessionId: string): Promise<SurveyResult | null> {
    const [row] = await manager.query(OF_SESSION, [sessionId]);
    return (row as SurveyResult | undefined) ?? null;
  }

  /** Over the sessions of a module that the actor's role looks after, of the last twelve months. */
  async ofModule(manager: EntityManager, actor: Actor, moduleId: string): Promise<SurveyResult | null> {
    const since = new Date(this.clock.now().getTime() - SURVEY_TOLD_DAYS * 86_400_000);
    const [row] = await manager.query(OF_MODULE, [moduleId, since, actor.circonscriptionId]);
    return (row as SurveyResult | undefined) ?? null;
  }
}

const OF_SESSION = surveyResult('', 'v.session_id = $1');
const OF_MODULE = surveyResult(
  'join training_session t on t.id = v.session_id',
  `t.module_id = any(${inSeries('$1')}) and t.starts_at > $2 and ($3::uuid is null or t.circonscription_id = $3)`,
);
