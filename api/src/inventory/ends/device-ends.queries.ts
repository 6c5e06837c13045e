import { Injectable } from '@nestjs/common';
import {
  carbonFactorOn,
  depreciationMonths,
  DEVICE_ENDS_TERMS,
  equipmentFields,
  netBookCents,
  wholeMonthsBetween,
  type DepreciationRule,
  type EquipmentFamily,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { shown } from '../../platform/http/listing.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentAccess } from '../equipment.access.js';
import type { Equipment } from '../equipment.entity.js';
import { PRICE } from '../equipment.sql.js';
import type { DeviceDisposal, DeviceEnds, DeviceWipe } from './disposals.answers.js';
import { modelFacts } from './ends.sql.js';

/** What one device is worth today, what making it emitted, and how it ended, by what its reader may read of it. */
@Injectable()
export class DeviceEndsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  ends(actor: Actor, equipmentId: string): Promise<DeviceEnds> {
    return this.transactions.snapshot(async (manager) => {
      const equipment = await this.access.read(manager, actor, equipmentId);
      const today = this.clock.today();
      const { 'equipment.depreciation': rule } = await this.settings.on(today, manager);
      const [model] = (await manager.query(MODEL, [equipment.id])) as [ModelFacts];
      const { id, modelId, retirementKind, retiredOn } = equipment;
      const ends: DeviceEnds = {
        ...{ id, modelId, family: model.family, storesData: model.storesData, retirementKind, retiredOn },
        ...valueOf(equipment, model, rule, today),
        ...carbonOf(model.family, today),
        wipes: await wipesOf(manager, id),
        disposal: await disposalOf(manager, id),
      };
      return shown(DEVICE_ENDS_TERMS, equipmentFields(actor.role), ends, { wipes: [] });
    });
  }
}

interface ModelFacts {
  family: EquipmentFamily | null;
  storesData: boolean;
  priceCents: number | null;
}

const MODEL = `select f.family, coalesce(f.stores_data, true) as "storesData", ${PRICE} as "priceCents"
  from equipment e ${leftJoin(modelFacts())} where e.id = $1`;

type Value = Pick<DeviceEnds, 'ageMonths' | 'depreciationMonths' | 'netBookCents'>;

/** What is not bought yet, or what nobody priced, is worth nothing that could be told. */
function valueOf(
  { purchasedOn }: Equipment,
  { family, priceCents }: ModelFacts,
  rule: DepreciationRule,
  today: string,
): Value {
  const ageMonths = purchasedOn === null ? null : wholeMonthsBetween(purchasedOn, today);
  if (purchasedOn === null || priceCents === null) return { ageMonths, depreciationMonths: null, netBookCents: null };
  const months = depreciationMonths(priceCents, family, rule);
  return { ageMonths, depreciationMonths: months, netBookCents: netBookCents(priceCents, purchasedOn, months, today) };
}

function carbonOf(family: EquipmentFamily | null, today: string) {
  const factor = carbonFactorOn(family, today);
  return {
    fabricationGrams: factor?.fabricationGrams ?? null,
    carbonSource: factor?.source ?? null,
    carbonEstimate: factor?.estimate ?? false,
  };
}

function wipesOf(manager: EntityManager, equipmentId: string): Promise<DeviceWipe[]> {
  return manager.query(
    `select w.id, w.method, w.standard, w.wiped_on::text as "wipedOn", w.result from equipment_wipe w
      where w.equipment_id = $1 order by w.at desc, w.id desc limit ${LIMITS.shownOfOne}`,
    [equipmentId],
  );
}

async function disposalOf(manager: EntityManager, equipmentId: string): Promise<DeviceDisposal | null> {
  const [disposal] = await manager.query(
    `select d.destination, d.receiver, d.proof_number as "proofNumber", d.disposed_on::text as "disposedOn",
        (select coalesce(json_agg(f.id order by f.created_at, f.id), '[]') from disposal_photo f where f.disposal_id = d.id) as photos
       from disposed_device x join equipment_disposal d on d.id = x.disposal_id where x.equipment_id = $1`,
    [equipmentId],
  );
  return (disposal as DeviceDisposal | undefined) ?? null;
}
