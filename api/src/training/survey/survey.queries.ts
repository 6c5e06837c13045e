import { Injectable } from '@nestjs/common';
import { SURVEY_TOLD_DAYS, SURVEY_USE_NAMES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { LIMITS } from '../../platform/limits.js';
import type { SurveyResult } from './survey.answers.js';
import { inSeries } from '../training.sql.js';
import { SURVEY_TOLD } from './survey.sql.js';

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

const graded = (question: 'useful' | 'level') =>
  `(select json_agg(json_build_object('grade', g, 'people', (select count(*)::int from said a where a.${question} = g)) order by g)
      from generate_series(1, 4) g)`;
const used = SURVEY_USE_NAMES.map(
  (use) => `json_build_object('use', '${use}', 'people', (select count(*)::int from said a where a.uses = '${use}'))`,
).join(', ');

/**
 * What is told of the surveys `v` that `where` keeps, in one row; none where nobody was asked. Only sessions of which enough have
 * answered are counted, each for itself: else one answer would follow from the sum of several sessions less what is told of the others.
 */
const surveyResult = (from: string, where: string): string => `with asked as (
    select v.session_id, v.asked, ${SURVEY_TOLD} as told from training_survey v ${from} where ${where}
  ), said as (
    select a.id, a.useful, a.level, a.uses, a.remark from training_survey_answer a join asked k on k.session_id = a.session_id and k.told
  ), told as (select exists (select from said) as is)
  select (select sum(asked)::int from asked) as asked,
    case when told.is then (select count(*)::int from said) end as answered,
    case when told.is then ${graded('useful')} else '[]' end as useful,
    case when told.is then ${graded('level')} else '[]' end as level,
    case when told.is then json_build_array(${used}) else '[]' end as uses,
    array(select s.remark from said s where s.remark is not null order by s.id limit ${LIMITS.shownOfOne}) as remarks
  from told where exists (select from asked)`;

const OF_SESSION = surveyResult('', 'v.session_id = $1');
const OF_MODULE = surveyResult(
  'join training_session t on t.id = v.session_id',
  `t.module_id = any(${inSeries('$1')}) and t.starts_at > $2 and ($3::uuid is null or t.circonscription_id = $3)`,
);
