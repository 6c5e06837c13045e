import { Injectable } from '@nestjs/common';
import { DOTATION_PARTS, DOTATION_SOURCES, DOTATIONS } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import type { DotationRequest } from './dotation.dto.js';
import type { DotationMoved } from './dotation-moves.js';
import { requireModelOfGroup } from './model-of-group.js';
import { freeInStock, SharingService } from './sharing.service.js';

/** A dotation that is prepared: its quantity, and who is to have how many of it. */
@Injectable()
export class DotationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sharing: SharingService,
    private readonly clock: Clock,
  ) {}

  /**
   * What each school lacks is read anew, and kept as the reason why it was proposed.
   * @throws Refused dotation.group-unknown, model-other, school-twice, school-other, stock-short; by the database dotation.over-quantity
   */
  prepare(actor: Actor, request: DotationRequest, write: Write): Promise<DotationMoved> {
    const { title, groupId, modelId, basis, source, quantity, parts } = request;
    const ids = parts.map(({ schoolId }) => schoolId);
    if (new Set(ids).size < ids.length) throw new Refused('dotation.school-twice');
    return this.transactions.run(write, async (manager) => {
      await requireModelOfGroup(manager, groupId, modelId);
      const schools = await this.sharing.schools(manager, groupId, { ids });
      if (schools.length < ids.length) throw new Refused('dotation.school-other');
      // Two that are prepared at once do not count on the same devices.
      await manager.query(`select pg_advisory_xact_lock(hashtext('dotation ' || $1))`, [modelId]);
      if (DOTATION_SOURCES[source].inStock && quantity > (await freeInStock(manager, modelId)))
        throw new Refused('dotation.stock-short');
      const now = this.clock.now();
      const [made] = await manager.query(
        `insert into dotation (title, group_id, model_id, basis, source, quantity, state, state_since, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) returning id, version, state`,
        [title, groupId, modelId, basis, source, quantity, DOTATIONS.initial, now, actor.accountId],
      );
      const gaps = new Map(schools.map((school) => [school.id, school]));
      await manager.query(
        `insert into dotation_part (dotation_id, school_id, quantity, asked, counted, state, state_since, created_at)
         select $1, p.school_id, p.quantity, p.asked, p.counted, $6, $7, $7
           from unnest($2::uuid[], $3::int[], $4::int[], $5::int[]) with ordinality p(school_id, quantity, asked, counted, place) order by place`,
        [
          ...[made.id, ids, parts.map((part) => part.quantity)],
          ...[ids.map((id) => gaps.get(id)!.asked), ids.map((id) => gaps.get(id)!.counted)],
          ...[DOTATION_PARTS.initial, now],
        ],
      );
      return made as DotationMoved;
    });
  }
}
