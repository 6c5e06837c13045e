import type { EntityManager } from 'typeorm';

/** Devices that wait for the delivery of a part. */
export async function preparedDevices(manager: EntityManager, partId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'select equipment_id as id from dotation_device where part_id = $1 and outcome is null order by id',
    [partId],
  );
  return rows.map(({ id }) => id);
}

/** What waited is free for others again. */
export async function releasePrepared(manager: EntityManager, partId: string): Promise<void> {
  await manager.query(`update dotation_device set outcome = 'released' where part_id = $1 and outcome is null`, [
    partId,
  ]);
}

/** These wait from here on, and no other. @param ids locked */
export async function writePrepared(
  manager: EntityManager,
  partId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await manager.query(
    `update dotation_device set outcome = 'released' where part_id = $1 and outcome is null and equipment_id <> all($2)`,
    [partId, ids],
  );
  await manager.query(
    `insert into dotation_device (part_id, equipment_id, named_at)
     select $1, e.id, $3 from unnest($2::uuid[]) e(id) where not exists (
       select from dotation_device v where v.part_id = $1 and v.equipment_id = e.id and v.outcome is null)`,
    [partId, ids, at],
  );
}
