import { tagAsKept } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import { Equipment } from './equipment.entity.js';

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
  const rows: Equipment[] = await manager
    .createQueryBuilder(Equipment, 'e')
    .where('(e.tag = any(:tags) or e.serial = any(:codes) or e.id = any(:others))', {
      ...{ tags: codes.map(tagAsKept), codes, others },
    })
    .orderBy('e.id')
    .setLock('pessimistic_write')
    .getMany();
  const byTag = new Map(rows.map((row) => [row.tag, row]));
  const bySerial = new Map(rows.map((row) => [row.serial, row]));
  const seen = new Set<string>();
  const named = devices.map((device) => {
    const code = device.code.trim();
    const equipment = byTag.get(tagAsKept(code)) ?? bySerial.get(code) ?? null;
    const key = equipment?.id ?? code;
    if (seen.has(key)) throw new Refused('equipment.named-twice', { device: code });
    seen.add(key);
    return { device, equipment };
  });
  return { named, locked: new Map(rows.map((row) => [row.id, row])) };
}
