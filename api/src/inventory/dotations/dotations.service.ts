import { Injectable } from '@nestjs/common';
import { DOTATION_PARTS, DOTATION_SOURCES, DOTATION_STATES, DOTATIONS, possibleDotationActions } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { DotationAccess } from './dotation.access.js';
import type { DotationRequest, DotationShare } from './dotation.dto.js';
import { factsOf, type DotationMoved } from './dotation-moves.js';
import { requireModelOfGroup } from './model-of-group.js';
import { freeInStock, SharingService, type SharingSchool } from './sharing.service.js';

/** A dotation that is prepared: its quantity, and who is to have how many of it. */
@Injectable()
export class DotationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DotationAccess,
    private readonly sharing: SharingService,
    private readonly clock: Clock,
  ) {}

  /**
   * One school more, while nobody was asked yet: with what it lacks now.
   * @throws Refused dotation.state, school-other, school-twice; by the database dotation.over-quantity
   */
  addSchool(
    actor: Actor,
    dotationId: string,
    { schoolId, quantity }: DotationShare,
    write: Write,
  ): Promise<DotationMoved> {
    return this.transactions.run(write, async (manager) => {
      const dotation = await this.access.lock(manager, actor, dotationId, write);
      const { id, groupId, state, version } = dotation;
      if (!DOTATIONS.find(state, 'ask')) {
        const possible = possibleDotationActions(actor.role, await factsOf(manager, dotation));
        throw new Refused('dotation.state', { state: DOTATION_STATES[state].word, possible });
      }
      const [school] = await this.sharing.schools(manager, groupId, { ids: [schoolId] });
      if (!school) throw new Refused('dotation.school-other');
      await this.writeParts(manager, id, [{ ...school, quantity }]);
      await manager.query('update dotation set version = version + 1 where id = $1', [id]);
      return { id, state, version: version + 1 };
    });
  }

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
      await this.writeParts(
        manager,
        made.id,
        parts.map(({ schoolId, quantity: share }) => ({ ...gaps.get(schoolId)!, quantity: share })),
      );
      return made as DotationMoved;
    });
  }

  private async writeParts(
    manager: EntityManager,
    dotationId: string,
    parts: readonly (Pick<SharingSchool, 'id' | 'asked' | 'counted'> & { quantity: number })[],
  ): Promise<void> {
    await manager.query(
      `insert into dotation_part (dotation_id, school_id, quantity, asked, counted, state, state_since, created_at)
       select $1, p.school_id, p.quantity, p.asked, p.counted, $6, $7, $7
         from unnest($2::uuid[], $3::int[], $4::int[], $5::int[]) with ordinality p(school_id, quantity, asked, counted, place) order by place`,
      [
        ...[dotationId, parts.map(({ id }) => id), parts.map(({ quantity }) => quantity)],
        ...[parts.map(({ asked }) => asked), parts.map(({ counted }) => counted)],
        ...[DOTATION_PARTS.initial, this.clock.now()],
      ],
    );
  }
}
