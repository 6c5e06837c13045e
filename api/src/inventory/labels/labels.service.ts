import { Injectable } from '@nestjs/common';
import { EQUIPMENT_LABELLED, EQUIPMENT_STATES, nextLabelCode, tagAsKept } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { renderPdf } from '../../platform/files/pdf.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentAccess } from '../equipment.access.js';
import { Equipment } from '../equipment.entity.js';
import type { EquipmentMoved } from '../equipment.moving.js';
import { REWRITE_WORDS } from '../equipment.sql.js';
import { labelSheet } from './label-sheet.js';
import type { LabelSheetQuery, SightingAnswer } from './label.dto.js';
import { LabelsQueries } from './labels.queries.js';

/** Labels are printed, replaced when they are lost, and seen. None of it moves a device: its history tells moves alone. */
@Injectable()
export class LabelsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly queries: LabelsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused equipment.labels-none, equipment.labels-too-many */
  async pdf(actor: Actor, { format, start = 1, ...asked }: LabelSheetQuery): Promise<Buffer> {
    return renderPdf(labelSheet(await this.queries.all(actor, asked), format, start));
  }

  /** The device bears another label from now on; the one before leads to it for ever. @throws Refused equipment.tag-taken, equipment.state */
  replace(actor: Actor, equipmentId: string, given: string | null, write: Write): Promise<EquipmentMoved> {
    return this.transactions.run(write, async (manager) => {
      const equipment = await this.access.lock(manager, actor, equipmentId, write);
      const { id, state } = equipment;
      if (!EQUIPMENT_LABELLED.includes(state))
        throw new Refused('equipment.state', { state: EQUIPMENT_STATES[state].word });
      const tag = given ? tagAsKept(given) : await nextCode(manager, equipment);
      await manager.query(
        'insert into equipment_label (code, equipment_id, since, account_id) values ($1, $2, $3, $4)',
        [tag, id, this.clock.now(), actor.accountId],
      );
      await manager.update(Equipment, id, { tag });
      await manager.query(REWRITE_WORDS, [[id]]);
      return { id, tag, version: equipment.version + 1, state };
    });
  }

  /**
   * Somebody stands before it. Beside the version: whoever writes about the device meanwhile has read nothing that this
   * changes. Looked at again at once by the same person, nothing is written.
   */
  see(actor: Actor, equipmentId: string, write: Write): Promise<SightingAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.read(manager, actor, equipmentId);
      const now = this.clock.now();
      await manager.query(
        `update equipment set last_seen_at = $2, last_seen_by = $3
          where id = $1 and (last_seen_by is distinct from $3
            or last_seen_at is null or last_seen_at < $2::timestamptz - make_interval(secs => ${LIMITS.seenAgainSeconds}))`,
        [id, now, actor.accountId],
      );
      return { id, lastSeenAt: now.toISOString() };
    });
  }
}

/** After the label it came with, the first number that nobody has. */
async function nextCode(manager: EntityManager, { id }: Equipment): Promise<string> {
  const labels: { code: string }[] = await manager.query(
    'select code from equipment_label where equipment_id = $1 order by since, code',
    [id],
  );
  for (let number = labels.length + 1; ; number++) {
    const code = nextLabelCode(labels[0]!.code, number);
    const taken = await manager.query('select from equipment_label where code = $1', [code]);
    if (taken.length === 0) return code;
  }
}
