import { Injectable } from '@nestjs/common';
import { isAboutWhole, isPeriodFitting, SUPPORTS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODEL_ITEM } from '../../catalogue/item.sql.js';
import { circonscriptionServing, SCHOOLS } from '../../directory/school.sql.js';
import { worksAt } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { all } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { recordSupportMove } from './support-history.js';
import { SupportNotices } from './support-notices.service.js';
import { SupportAccess } from './support.access.js';
import type { SupportAskRequest } from './support.dto.js';
import { movedOf, type SupportMoved } from './support.moving.js';

/** Whoever teaches asks for a visit in their class; a head, for the team too. */
@Injectable()
export class SupportAsking {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SupportAccess,
    private readonly notices: SupportNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused support.about-wrong, support.period-wrong, support.teacher-unknown, training.module-unknown, support.model-unknown,
   * support.no-trainer
   */
  ask(actor: Actor, request: SupportAskRequest, write: Write): Promise<SupportMoved> {
    return this.transactions.run(write, async (manager) => {
      const at = this.clock.now();
      const { about, moduleId, modelId, level, wishedFrom, wishedTo, purpose } = request;
      if (!isAboutWhole(request)) throw new Refused('support.about-wrong');
      const within = { today: this.clock.today(), aheadDays: LIMITS.training.aheadDays };
      if (!isPeriodFitting({ from: wishedFrom, to: wishedTo }, within)) throw new Refused('support.period-wrong');
      const teacherId = request.teacherId ?? actor.accountId;
      const circonscriptionId = await this.requireKnown(manager, actor, { teacherId, moduleId, modelId });
      const [row] = await manager.query(INSERT, [
        ...[actor.schoolId, circonscriptionId, teacherId, actor.accountId, at, about, moduleId, modelId, level],
        ...[wishedFrom, wishedTo, purpose.trim(), SUPPORTS.initial],
      ]);
      const made = await this.access.lock(manager, actor, row.id as string);
      await recordSupportMove(manager, made, { action: 'ask', mover: actor, at, from: null });
      await this.notices.asked(manager, made);
      return movedOf(made);
    });
  }

  /** @returns whose trainers come */
  private async requireKnown(
    manager: EntityManager,
    actor: Actor,
    asked: { teacherId: string; moduleId: string | null; modelId: string | null },
  ): Promise<string> {
    const { teacherId, moduleId, modelId } = asked;
    const isMine = teacherId === actor.accountId;
    const [place] = await manager.query(PLACE, [actor.schoolId, teacherId, this.clock.today()]);
    if (!isMine && (actor.role !== 'school-head' || !place.works)) throw new Refused('support.teacher-unknown');
    const there = async (sql: string, id: string) => (await manager.query(sql, [id])).length > 0;
    if (moduleId !== null && !(await there('select from training_module where id = $1', moduleId)))
      throw new Refused('training.module-unknown');
    if (modelId !== null && !(await there(MODEL_ITEM, modelId))) throw new Refused('support.model-unknown');
    if (place.circonscriptionId === null) throw new Refused('support.no-trainer');
    return place.circonscriptionId as string;
  }
}

/** The school $1: whose trainers come to it, and whether $2 works there on the day $3. */
const PLACE = `select ${circonscriptionServing('s')} as "circonscriptionId", ${worksAt('$2', '$1', '$3')} as works
  from ${all(SCHOOLS)} where s.id = $1`;

const INSERT = `insert into support_request
    (school_id, circonscription_id, teacher_id, asked_by, asked_at, about, module_id, model_id, level, wished_from, wished_to, purpose, state, state_since)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $5) returning id`;
