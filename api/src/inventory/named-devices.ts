import { tagAsKept } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { FOR_LOANS } from '../loans/loan.sql.js';
import { Refused } from '../platform/http/refused.js';
import { Equipment } from './equipment.entity.js';
import { IN_LOCK_ORDER } from './equipment.sql.js';

/** What somebody typed or scanned, and the device that it leads to, locked. */
export interface Named<Device> {
  device: Device;
  equipment: Equipment | null;
}

/**
 * The devices that these labels and serial numbers lead to, locked with the others that are asked for: all at once and by id,
 * so that two reports of the same ones never wait for each other.
 * @throws Refused equipment.named-twice
 */
export async function lockNamed<Device extends { code: string }>(
  manager: EntityManager,
  devices: readonly Device[],
  others: readonly string[],
): Promise<{ named: Named<Device>[]; locked: Map<string, Equipment> }> {
  const codes = devices.map(({ code }) => code.trim());
  // A code is its device's for ever, a label of before too.
  const labels: { code: string; id: string }[] = await manager.query(
    'select code, equipment_id as id from equipment_label where code = any($1)',
    [codes.map(tagAsKept)],
  );
  const rows: Equipment[] = await manager
    .createQueryBuilder(Equipment, 'e')
    .where('(e.id = any(:ids) or e.serial = any(:codes))', { ids: [...labels.map(({ id }) => id), ...others], codes })
    .orderBy(IN_LOCK_ORDER)
    .setLock('pessimistic_write')
    .getMany();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byLabel = new Map(labels.map(({ code, id }) => [code, byId.get(id)]));
  const bySerial = new Map(rows.map((row) => [row.serial, row]));
  const seen = new Set<string>();
  const named = devices.map((device) => {
    const code = device.code.trim();
    const equipment = byLabel.get(tagAsKept(code)) ?? bySerial.get(code) ?? null;
    const key = equipment?.id ?? code;
    if (seen.has(key)) throw new Refused('equipment.named-twice', { device: code });
    seen.add(key);
    return { device, equipment };
  });
  return { named, locked: byId };
}

/** What schools borrow stays where it is lent from. @param ids locked @throws Refused equipment.to-lend */
export async function requireNotForLoans(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const [lent] = await manager.query(
    `select e.tag from equipment e where e.id = any($1) and ${FOR_LOANS('coalesce(e.container_id, e.id)')} order by e.tag limit 1`,
    [ids],
  );
  if (lent) throw new Refused('equipment.to-lend', { device: lent.tag });
}
