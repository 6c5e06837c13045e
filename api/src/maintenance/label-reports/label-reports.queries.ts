import { Injectable } from '@nestjs/common';
import { LABEL_REPORTS_WAITING } from '@parc/domain';
import { DataSource } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { roomOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { equipmentOf } from '../../inventory/equipment.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import { LIMITS } from '../../platform/limits.js';
import { OPEN_TICKETS_OF } from '../ticket.sql.js';
import type { LabelReportList } from './label-report.dto.js';
import { labelReportScope } from './label-report.scope.js';

/** What waits for a head: the oldest first, as many as a school may have waiting. */
@Injectable()
export class LabelReportsQueries {
  constructor(private readonly dataSource: DataSource) {}

  async waiting(actor: Actor): Promise<LabelReportList> {
    const scope = numbered(labelReportScope(actor), 0);
    return { items: await this.dataSource.query(`${WAITING} and ${scope.sql} ${OLDEST_FIRST}`, scope.values) };
  }
}

const WAITING = `select w.id, w.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName", w.elsewhere, w.symptom,
    w.reported_at as "reportedAt", ${OPEN_TICKETS_OF('w.equipment_id')} > 0 as "ticketOpen", w.version
  from label_report w ${join(schoolOf('w.school_id'))} ${join(equipmentOf('w.equipment_id'))} ${join(itemOf('e.model_id'))}
    ${leftJoin(roomOf('w.room_id'))}
  where ${inStates('w.state', LABEL_REPORTS_WAITING)}`;
const OLDEST_FIRST = `order by w.reported_at, w.id limit ${LIMITS.labelReports.waiting}`;
