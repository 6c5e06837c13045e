import { Injectable } from '@nestjs/common';
import { SHOWN_SOFTWARE_TERMS, softwareFields } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { shown } from '../../platform/http/listing.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentAccess } from '../equipment.access.js';
import { SoftwareAccess } from './software.access.js';
import type { DeviceSoftware, DeviceSoftwareItem, SchoolSoftware, ShownSoftware } from './shown-software.answers.js';
import { inForce, LICENCE_PRICE, licenceOf, softwareOf } from './software.sql.js';

/** What a school or a device has of software, as its reader reads it. */
@Injectable()
export class ShownSoftwareQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SoftwareAccess,
    private readonly equipment: EquipmentAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found whether it is absent or out of scope */
  ofSchool(actor: Actor, schoolId: string): Promise<SchoolSoftware> {
    return this.transactions.snapshot(async (manager) => {
      const { name } = await this.schools.read(manager, actor, schoolId);
      const items: ShownSoftware[] = await manager.query(OF_SCHOOL, [schoolId, this.clock.today()]);
      return {
        schoolName: name,
        items: items.map((item) => shown(SHOWN_SOFTWARE_TERMS, softwareFields(actor.role), item)),
      };
    });
  }

  /** @throws Refused object.not-found whether it is absent or out of scope */
  ofDevice(actor: Actor, equipmentId: string): Promise<DeviceSoftware> {
    return this.transactions.snapshot(async (manager) => {
      await this.equipment.read(manager, actor, equipmentId);
      return { items: await this.onDevice(manager, actor, equipmentId) };
    });
  }

  private async onDevice(manager: EntityManager, actor: Actor, equipmentId: string): Promise<DeviceSoftwareItem[]> {
    const items: DeviceSoftwareItem[] = await manager.query(OF_DEVICE, [equipmentId, this.clock.today()]);
    return items.map(({ installationId, ...item }) => ({
      installationId,
      ...shown(SHOWN_SOFTWARE_TERMS, softwareFields(actor.role), item),
    }));
  }
}

const TITLE =
  't.id as "titleId", t.name, t.publisher, t.hosting, t.clearance, t.clearance_conditions as "clearanceConditions"';
/** Nothing is asked of what is free. */
const LICENSED = `(t.free or (l.id is not null and ${inForce('$2')}))`;

const OF_SCHOOL = `select ${TITLE}, sum(x.seats)::int as seats, min(x.edition) as edition, min(x.since_day)::text as "sinceDay",
    bool_and(${LICENSED}) as licensed, min(l.until_day)::text as "licensedUntil",
    (select sum(${LICENCE_PRICE})::bigint from software_licence l where l.title_id = t.id and l.school_id = $1 and ${inForce('$2')}) as "priceCents"
  from software_installation x ${join(softwareOf('x.title_id'))} ${leftJoin(licenceOf('x.licence_id'))}
  where x.school_id = $1 and x.ended_at is null
  group by t.id order by t.name collate "fr-x-icu", t.id limit ${LIMITS.shownOfOne}`;
const OF_DEVICE = `select x.id as "installationId", ${TITLE}, x.seats, x.edition, x.since_day::text as "sinceDay", ${LICENSED} as licensed,
    l.until_day::text as "licensedUntil", null as "priceCents"
  from software_installation x ${join(softwareOf('x.title_id'))} ${leftJoin(licenceOf('x.licence_id'))}
  where x.equipment_id = $1 and x.ended_at is null order by t.name collate "fr-x-icu", t.id limit ${LIMITS.shownOfOne}`;
