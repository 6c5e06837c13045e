import { Injectable } from '@nestjs/common';
import { EQUIPMENT_HELD, labelPath, MOST_LABELS_ON_PAGE } from '@parc/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { EquipmentAccess } from '../equipment.access.js';
import { Equipment } from '../equipment.entity.js';
import { equipmentScope } from '../equipment.scope.js';
import { containerOf, OF_DELIVERY, ROOM } from '../equipment.sql.js';
import { LABEL_BORNE, LABELS_OF_DEVICE, REPLACED_BY } from './label.sql.js';
import type { DeviceLabel, DeviceLabels, LabelsPreview, LabelsQuery, PrintedLabel } from './label.dto.js';

/** A label with the day it was first printed for. */
export type LabelToPrint = PrintedLabel & { since: Date };

/** What is printed to be stuck on devices, and what one device has borne. */
@Injectable()
export class LabelsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly mail: MailService,
  ) {}

  /** What the first sheet will show, and how many there are. @throws Refused as `all` */
  async preview(actor: Actor, asked: LabelsQuery): Promise<LabelsPreview> {
    const rows = await this.rows(actor, asked, MOST_LABELS_ON_PAGE);
    const total = rows[0]?.total ?? 0;
    requireFew(total);
    return { total, items: rows.map((row) => this.printed(row)) };
  }

  /** Room by room, as one walks to stick them. @throws Refused equipment.labels-too-many, equipment.labels-none */
  async all(actor: Actor, asked: LabelsQuery): Promise<LabelToPrint[]> {
    const rows = await this.rows(actor, asked, LIMITS.labels.atOnce);
    if (rows.length === 0) throw new Refused('equipment.labels-none');
    requireFew(rows[0]!.total);
    return rows.map((row) => ({ ...this.printed(row), since: row.since }));
  }

  /** Newest first; the first of the list is the one that it bears. @throws Refused object.not-found */
  ofDevice(actor: Actor, equipmentId: string): Promise<DeviceLabels> {
    return this.transactions.snapshot(async (manager) => {
      const { id } = await this.access.read(manager, actor, equipmentId);
      const labels: (Omit<DeviceLabel, 'since'> & { since: Date })[] = await manager.query(
        `select l.code, l.since, a.name as by from equipment e ${join(LABELS_OF_DEVICE)} ${leftJoin(accountOf(REPLACED_BY, 'a'))}
          where e.id = $1 order by l.code <> e.tag, l.since desc, l.code limit ${LIMITS.shownOfOne}`,
        [id],
      );
      return { items: labels.map((label) => ({ ...label, since: label.since.toISOString() })) };
    });
  }

  private rows(actor: Actor, asked: LabelsQuery, most: number): Promise<LabelRow[]> {
    const scope = equipmentScope(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder(Equipment, 'e')
      .innerJoin(...itemOf('e.model_id'))
      .innerJoin(...LABEL_BORNE)
      .leftJoin(...schoolOf('e.school_id'))
      .leftJoin(...containerOf())
      .leftJoin(...ROOM)
      .select('e.id', 'id')
      .addSelect('e.tag', 'code')
      .addSelect('i.name', 'modelName')
      .addSelect('s.name', 'schoolName')
      .addSelect('l.since', 'since')
      .addSelect('count(*) over ()::int', 'total')
      .where(scope.sql, scope.parameters)
      .orderBy('s.name', 'ASC', 'NULLS FIRST')
      .addOrderBy('r.name', 'ASC', 'NULLS FIRST')
      .addOrderBy('e.tag')
      .limit(most);
    return narrowed(rows, asked).getRawMany<LabelRow>();
  }

  private printed({ id, code, modelName, schoolName }: LabelRow): PrintedLabel {
    return { id, code, modelName, schoolName, address: this.mail.link(labelPath(code)) };
  }
}

interface LabelRow extends Pick<PrintedLabel, 'id' | 'code' | 'modelName' | 'schoolName'> {
  since: Date;
  total: number;
}

/** Nothing that was asked for is no device at all, never all of them. */
function narrowed(
  rows: SelectQueryBuilder<Equipment>,
  { ids, contents = false, schoolId, roomId, deliveryId }: LabelsQuery,
): SelectQueryBuilder<Equipment> {
  if (ids !== undefined) {
    return rows.andWhere(contents ? '(e.id in (:...ids) or e.container_id in (:...ids))' : 'e.id in (:...ids)', {
      ids,
    });
  }
  if ([schoolId, roomId, deliveryId].every((each) => each === undefined)) return rows.andWhere('false');
  // What is lost or gone needs no label.
  rows.andWhere('e.state in (:...held)', { held: EQUIPMENT_HELD });
  if (schoolId !== undefined) rows.andWhere('e.school_id = :schoolId', { schoolId });
  if (roomId !== undefined) rows.andWhere('coalesce(e.room_id, c.room_id) = :roomId', { roomId });
  if (deliveryId !== undefined) rows.andWhere(OF_DELIVERY, { deliveryId });
  return rows;
}

function requireFew(total: number): void {
  if (total > LIMITS.labels.atOnce) throw new Refused('equipment.labels-too-many');
}
