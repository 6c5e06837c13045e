import { Injectable } from '@nestjs/common';
import { ITEMS_SOLD } from '@parc/domain';
import { DataSource } from 'typeorm';
import { MODELS_SOLD } from '../../catalogue/item.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import type { EquipmentModelRequest } from './ends.dto.js';
import { modelFacts } from './ends.sql.js';
import type { EquipmentModelAnswer, EquipmentModels } from './fleet-value.answers.js';

/** What each model of the catalogue is as a device: its family, and whether it holds data. */
@Injectable()
export class EquipmentModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Those that nobody described first. */
  async models(): Promise<EquipmentModels> {
    return { items: await this.dataSource.query(`${MODELS} ${FIRST}`, [ITEMS_SOLD]) };
  }

  /** What has left already stays as it was that day. @throws Refused equipment.model-unknown */
  describe(
    modelId: string,
    { family, storesData }: EquipmentModelRequest,
    write: Write,
  ): Promise<EquipmentModelAnswer> {
    return this.transactions.run(write, async (manager) => {
      const [model] = await manager.query(`select from (${MODELS_SOLD}) i where i.id = $2`, [ITEMS_SOLD, modelId]);
      if (!model) throw new Refused('equipment.model-unknown');
      await manager.query(
        `insert into equipment_model (model_id, family, stores_data) values ($1, $2, $3)
         on conflict (model_id) do update set family = excluded.family, stores_data = excluded.stores_data, version = equipment_model.version + 1`,
        [modelId, family, storesData],
      );
      const [described] = await manager.query(`${MODELS} where i.id = $2`, [ITEMS_SOLD, modelId]);
      return described as EquipmentModelAnswer;
    });
  }
}

const MODELS = `select i.id, i.name, i.reference, f.family, coalesce(f.stores_data, true) as "storesData", coalesce(f.version, 0) as version
  from (${MODELS_SOLD}) i ${leftJoin(modelFacts('i.id'))}`;
const FIRST = 'order by f.family is not null, i.name, i.id limit 500';
