import type { EntityManager } from 'typeorm';
import { Refused } from '../../platform/http/refused.js';

/** The model counts toward that part of the kit. @throws Refused dotation.group-unknown, dotation.model-other */
export async function requireModelOfGroup(manager: EntityManager, groupId: string, modelId: string): Promise<void> {
  const [group] = await manager.query(
    'select exists (select from kit_model k where k.group_id = g.id and k.model_id = $2) as counts from kit_group g where g.id = $1',
    [groupId, modelId],
  );
  if (!group) throw new Refused('dotation.group-unknown');
  if (!group.counts) throw new Refused('dotation.model-other');
}
