import { Injectable } from '@nestjs/common';
import { MODULE_LIST } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf, MODELS_TAUGHT_BY_NAME } from '../catalogue/item.sql.js';
import type { Actor } from '../identity/actor.js';
import { join } from '../platform/database/joins.sql.js';
import { listing } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { renderPage, type PageQuery } from '../platform/http/page.js';
import type { TrainingModuleItem } from './training.answers.js';
import type { TrainingModelAnswer } from './training-choices.answers.js';

const LIST = listing<TrainingModuleItem, PageQuery>()(MODULE_LIST);

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
  constructor(private readonly dataSource: DataSource) {}

  /** The models that a module may open: each calls for a training. */
  models(): Promise<TrainingModelAnswer[]> {
    return this.dataSource.query(`${MODELS_TAUGHT_BY_NAME} limit ${LIMITS.training.modelsOffered}`);
  }

  /** JSON text of a `TrainingModuleList`, by title. */
  list(actor: Actor, query: PageQuery): Promise<string> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('training_module', 'd')
      .where('true');
    const counted = rows.clone();
    rows.select([]);
    LIST.select(rows, COLUMNS, {});
    rows.orderBy('d.title', 'ASC').addOrderBy('d.id', 'ASC');
    return renderPage(this.dataSource.manager, actor, rows, query, counted);
  }
}
