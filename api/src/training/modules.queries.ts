import { Injectable } from '@nestjs/common';
import { MODULE_LIST, MODULE_PAGE_TERMS, trainingFields, TRAININGS_COUNTED } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf, MODELS_TAUGHT_BY_NAME } from '../catalogue/item.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing, shown } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { TrainingModuleItem, TrainingModuleListQuery, TrainingModuleSheet } from './module.answers.js';
import { SurveyQueries } from './survey/survey.queries.js';
import { inSeries } from './training.sql.js';
import type { TrainingModelAnswer } from './training-choices.answers.js';

const LIST = listing<TrainingModuleItem, TrainingModuleListQuery>()(MODULE_LIST);

const COLUMNS: Record<keyof TrainingModuleItem, string> = {
  id: 'd.id',
  title: 'd.title',
  kind: 'd.kind',
  minutes: 'd.minutes',
  counts: 'd.counts',
  models: `coalesce((select json_agg(i.name order by i.name) from training_module_model x ${join(itemOf('x.model_id'))} where x.module_id = d.id), '[]')`,
};

/** What screens read of what is taught. */
@Injectable()
export class ModulesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly surveys: SurveyQueries,
  ) {}

  /** The models that a module may open: each calls for a training. */
  models(): Promise<TrainingModelAnswer[]> {
    return this.dataSource.query(`${MODELS_TAUGHT_BY_NAME} limit ${LIMITS.training.modelsOffered}`);
  }

  /** JSON text of a `TrainingModuleList`, by title. */
  list(actor: Actor, query: TrainingModuleListQuery): Promise<string> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('training_module', 'd')
      .where('d.current and d.active = :active', { active: query.withdrawn !== true });
    const counted = rows.clone();
    rows.select([]);
    LIST.select(rows, COLUMNS, {});
    rows.orderBy('d.title', 'ASC').addOrderBy('d.id', 'ASC');
    return renderPage(this.dataSource.manager, actor, rows, query, counted);
  }

  /** Whoever reads modules reads each of them. @throws Refused object.not-found */
  page(actor: Actor, moduleId: string): Promise<TrainingModuleSheet> {
    return this.transactions.snapshot(async (manager) => {
      const [row] = await manager.query(PAGE, [moduleId]);
      if (!row) throw new Refused('object.not-found');
      const survey = await this.surveys.ofModule(manager, actor, moduleId);
      const whole: TrainingModuleSheet = { ...(row as TrainingModuleSheet), survey };
      return shown(MODULE_PAGE_TERMS, trainingFields(actor.role), whole);
    });
  }
}

const PAGE = `select d.id, d.version, d.title, d.kind, d.minutes, d.counts, d.active, d.competences,
    (select y.id from training_module y where y.current and coalesce(y.series_id, y.id) = coalesce(d.series_id, d.id)) as "currentId",
    coalesce((select json_agg(json_build_object('label', x.label, 'address', x.address) order by x.place)
      from training_module_material x where x.module_id = d.id), '[]') as materials,
    coalesce((select json_agg(json_build_object('id', f.id, 'label', f.label, 'sizeBytes', f.size_bytes) order by f.created_at, f.id)
      from training_module_file f where f.series_id = coalesce(d.series_id, d.id)), '[]') as files,
    coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name, 'reference', i.reference) order by i.name, i.id)
      from training_module_model x ${join(itemOf('x.model_id'))} where x.module_id = d.id), '[]') as models,
    (select count(*)::int from training_session t where t.module_id = any(${inSeries('d.id')}) and ${inStates('t.state', TRAININGS_COUNTED)}) as held
  from training_module d where d.id = $1`;
