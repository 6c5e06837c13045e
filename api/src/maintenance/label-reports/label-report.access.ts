import { Injectable } from '@nestjs/common';
import type { LabelReportState, Symptom } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { join } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import { Refused } from '../../platform/http/refused.js';
import { labelReportScope } from './label-report.scope.js';

export interface LabelReport {
  id: string;
  schoolId: string;
  equipmentId: string;
  symptom: Symptom;
  elsewhere: boolean;
  state: LabelReportState;
  version: number;
}

/** The only door to a report from a label: absent and out of scope answer alike. */
@Injectable()
export class LabelReportAccess {
  /** @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, id: string): Promise<LabelReport> {
    const scope = numbered(labelReportScope(actor), 1);
    const [report] = await manager.query(
      `select ${COLUMNS} from label_report y ${join(schoolOf('y.school_id'))} where y.id = $1 and ${scope.sql}
        for no key update of y`,
      [id, ...scope.values],
    );
    if (!report) throw new Refused('object.not-found');
    return report as LabelReport;
  }

  /** For the system's own move: nobody asks, so no scope applies. */
  async lockForSystem(manager: EntityManager, id: string): Promise<LabelReport> {
    const [report] = await manager.query(
      `select ${COLUMNS} from label_report y where y.id = $1 for no key update of y`,
      [id],
    );
    return report as LabelReport;
  }
}

const COLUMNS =
  'y.id, y.school_id as "schoolId", y.equipment_id as "equipmentId", y.symptom, y.elsewhere, y.state, y.version';
