import { Injectable } from '@nestjs/common';
import { MODULE_KINDS, MODULE_STEP_MINUTES } from '@parc/domain';
import { MODELS_TAUGHT_AMONG } from '../catalogue/item.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { TrainingModuleMade, TrainingModuleRequest } from './training.dto.js';

/** What is taught is written down, with what it opens. */
@Injectable()
export class ModulesService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refused training.duration-wrong, training.model-not-opened, training.model-unknown, training.title-taken */
  make(request: TrainingModuleRequest, write: Write): Promise<TrainingModuleMade> {
    const { title, kind, minutes, counts } = request;
    if (minutes % MODULE_STEP_MINUTES !== 0) throw new Refused('training.duration-wrong');
    const modelIds = [...new Set(request.modelIds)];
    if (modelIds.length > 0 && !MODULE_KINDS[kind].opensEquipment) throw new Refused('training.model-not-opened');
    return this.transactions.run(write, async (manager) => {
      const known: unknown[] = await manager.query(MODELS_TAUGHT_AMONG, [modelIds]);
      if (known.length < modelIds.length) throw new Refused('training.model-unknown');
      const [row] = await manager.query(
        'insert into training_module (title, kind, minutes, counts) values ($1, $2, $3, $4) returning id',
        [title.trim(), kind, minutes, counts],
      );
      await manager.query(
        'insert into training_module_model (module_id, model_id) select $1, id from unnest($2::uuid[]) id',
        [row.id, modelIds],
      );
      return { id: row.id as string };
    });
  }
}
