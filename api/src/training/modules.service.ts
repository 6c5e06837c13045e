import { Injectable } from '@nestjs/common';
import { MODULE_KINDS, MODULE_STEP_MINUTES, TRAININGS, TRAININGS_COUNTED } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODELS_TAUGHT_AMONG } from '../catalogue/item.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import type { TrainingModuleActivity, TrainingModuleMade, TrainingModuleRequest } from './training.dto.js';

interface Standing {
  id: string;
  seriesId: string;
  current: boolean;
  active: boolean;
  version: number;
}

/** What is taught is written down, with what it opens; it is written anew, and withdrawn. */
@Injectable()
export class ModulesService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refused training.duration-wrong, training.model-not-opened, training.model-unknown, training.title-taken */
  make(request: TrainingModuleRequest, write: Write): Promise<TrainingModuleMade> {
    requireSound(request);
    return this.transactions.run(write, (manager) => insert(manager, request, { seriesId: null, active: true }));
  }

  /**
   * Another row takes its place, and the sessions that are not closed follow it. What was closed stays with the one before: its
   * certificates, its hours and what it opened go on saying what was taught.
   * @throws Refused object.not-found, version.stale, and as `make`
   */
  change(moduleId: string, request: TrainingModuleRequest, write: Write): Promise<TrainingModuleMade> {
    requireSound(request);
    return this.transactions.run(write, async (manager) => {
      const former = await standing(manager, moduleId, write);
      await manager.query('update training_module set current = false, version = version + 1 where id = $1', [
        moduleId,
      ]);
      const made = await insert(manager, request, former);
      await manager.query(FOLLOW, [moduleId, made.id]);
      return made;
    });
  }

  /** Withdrawn from what may be proposed, or put back: what is planned goes on. @throws Refused object.not-found, version.stale */
  turn(moduleId: string, { active }: TrainingModuleActivity, write: Write): Promise<TrainingModuleMade> {
    return this.transactions.run(write, async (manager) => {
      await standing(manager, moduleId, write);
      await manager.query('update training_module set active = $2, version = version + 1 where id = $1', [
        moduleId,
        active,
      ]);
      return { id: moduleId };
    });
  }
}

function requireSound({ kind, minutes, modelIds }: TrainingModuleRequest): void {
  if (minutes % MODULE_STEP_MINUTES !== 0) throw new Refused('training.duration-wrong');
  if (modelIds.length > 0 && !MODULE_KINDS[kind].opensEquipment) throw new Refused('training.model-not-opened');
}

/** Nobody proposes a session of it meanwhile, which would miss that it changes. One that was written anew is not what was seen. */
async function standing(manager: EntityManager, moduleId: string, write: Write): Promise<Standing> {
  const [found]: Standing[] = await manager.query(
    'select id, coalesce(series_id, id) as "seriesId", current, active, version from training_module where id = $1 for update',
    [moduleId],
  );
  if (!found) throw new Refused('object.not-found');
  requireVersion(write, found.version);
  if (!found.current) throw new Refused('version.stale');
  return found;
}

async function insert(
  manager: EntityManager,
  request: TrainingModuleRequest,
  { seriesId, active }: Pick<Standing, 'active'> & { seriesId: string | null },
): Promise<TrainingModuleMade> {
  const { title, kind, minutes, counts, competences, materials } = request;
  const modelIds = [...new Set(request.modelIds)];
  const known: unknown[] = await manager.query(MODELS_TAUGHT_AMONG, [modelIds]);
  if (known.length < modelIds.length) throw new Refused('training.model-unknown');
  const [row] = await manager.query(
    `insert into training_module (title, kind, minutes, counts, competences, series_id, active)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [title.trim(), kind, minutes, counts, [...new Set(competences)], seriesId, active],
  );
  await manager.query(
    'insert into training_module_model (module_id, model_id) select $1, id from unnest($2::uuid[]) id',
    [row.id, modelIds],
  );
  await manager.query(
    `insert into training_module_material (module_id, place, label, address)
     select $1, place, label, address from unnest($2::text[], $3::text[]) with ordinality m (label, address, place)`,
    [row.id, materials.map(({ label }) => label.trim()), materials.map(({ address }) => address)],
  );
  return { id: row.id as string };
}

/** Sessions that are still to be closed. */
const FOLLOW = `update training_session set module_id = $2 where module_id = $1
  and ${inStates(
    'state',
    TRAININGS.states.filter((state) => !TRAININGS_COUNTED.includes(state)),
  )}`;
