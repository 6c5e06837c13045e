import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { TaughtDevices } from '../inventory/taught-devices.js';
import { taughtDevices } from '../inventory/taught.sql.js';
import { nextAppointmentAt } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { CoherenceAccess } from './coherence.access.js';
import type {
  AskedHandover,
  AskedHandovers,
  CoherenceTeam,
  HandoverAskedAnswer,
  HandoverAskRequest,
  HandoverRequest,
  ReleasedAnswer,
  WaiverRequest,
} from './handover.dto.js';
import { HandoverNotices } from './handover-notices.service.js';
import { HANDED_OVER } from './training.sql.js';

/** The two ways into service besides a session: shown by a technician to somebody who signs, or without any, for a reason. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CoherenceAccess,
    private readonly assignments: AssignmentsService,
    private readonly devices: TaughtDevices,
    private readonly notices: HandoverNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * What waits of the model there comes into service; whoever signed is told by mail, so that a signature that was not theirs is
   * found out. @throws Refused object.not-found, coherence.nothing-waits, handover.not-functional, handover.signer-unknown
   */
  record(actor: Actor, schoolId: string, request: HandoverRequest, write: Write): Promise<ReleasedAnswer> {
    const { modelId, accountId, signature } = request;
    return this.transactions.run(write, async (manager) => {
      const school = await this.access.school(manager, actor, schoolId);
      await requireShown(manager, schoolId, modelId);
      const team = await this.assignments.team(manager, schoolId);
      if (!team.some((member) => member.accountId === accountId)) throw new Refused('handover.signer-unknown');
      const at = this.clock.now();
      const [{ id }] = await manager.query(RECORD, [schoolId, modelId, accountId, actor.accountId, at, signature]);
      await manager.query(ANSWER, [schoolId, modelId, id]);
      const released = await this.devices.release(manager, { schoolIds: [schoolId], modelIds: [modelId] }, at);
      await this.notices.signed(manager, { id: id as string, school, modelId, accountId });
      return { released };
    });
  }

  /** @throws Refused object.not-found, coherence.nothing-waits, handover.not-functional, handover.asked-already */
  ask(actor: Actor, schoolId: string, { modelId }: HandoverAskRequest, write: Write): Promise<HandoverAskedAnswer> {
    return this.transactions.run(write, async (manager) => {
      await this.access.school(manager, actor, schoolId);
      await requireShown(manager, schoolId, modelId);
      const [row] = await manager.query(ASK, [schoolId, modelId, actor.accountId, this.clock.now()]);
      return { id: row.id as string };
    });
  }

  /** @throws Refused object.not-found, coherence.nothing-waits, equipment.reason-missing */
  waive(actor: Actor, schoolId: string, { modelId, reason }: WaiverRequest, write: Write): Promise<ReleasedAnswer> {
    return this.transactions.run(write, async (manager) => {
      await this.access.school(manager, actor, schoolId);
      await requireWaiting(manager, schoolId, modelId);
      const released = await this.devices.waive(manager, actor, { schoolId, modelId, reason, at: this.clock.now() });
      return { released };
    });
  }

  /** Who may sign, or be enrolled: the people of the school. @throws Refused object.not-found */
  team(actor: Actor, schoolId: string): Promise<CoherenceTeam> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.school(manager, actor, schoolId);
      return { people: (await this.assignments.team(manager, schoolId)).slice(0, LIMITS.shownOfOne) };
    });
  }

  /** What schools ask technicians to show, wherever something still waits for it. */
  asked(): Promise<AskedHandovers> {
    return this.transactions.snapshot(async (manager) => {
      const rows: Stored[] = await manager.query(ASKED, [this.clock.now()]);
      return {
        items: rows.map(({ askedAt, nextVisit, ...row }) => ({
          ...{ ...row, askedAt: askedAt.toISOString() },
          nextVisit: nextVisit && { ...nextVisit, from: new Date(nextVisit.from).toISOString() },
        })),
      };
    });
  }
}

type Stored = Omit<AskedHandover, 'askedAt'> & { askedAt: Date };

/** Something of the model waits in the school. @throws Refused coherence.nothing-waits */
async function requireWaiting(manager: EntityManager, schoolId: string, modelId: string): Promise<void> {
  const rows: unknown[] = await manager.query(
    `select from (${taughtDevices(`s.id = $1 and e.model_id = $2`)}) d where d.waiting > 0`,
    [schoolId, modelId],
  );
  if (rows.length === 0) throw new Refused('coherence.nothing-waits');
}

/** And it is of the kind that is shown. @throws Refused coherence.nothing-waits, handover.not-functional */
async function requireShown(manager: EntityManager, schoolId: string, modelId: string): Promise<void> {
  await requireWaiting(manager, schoolId, modelId);
  const [row] = await manager.query(`select ${HANDED_OVER('$1')} as shown`, [modelId]);
  if (!row.shown) throw new Refused('handover.not-functional');
}

const RECORD = `insert into training_handover (school_id, model_id, account_id, shown_by, at, signature)
  values ($1, $2, $3, $4, $5, $6) returning id`;

const ANSWER = `update training_handover_request set handover_id = $3 where school_id = $1 and model_id = $2 and handover_id is null`;

const ASK = `insert into training_handover_request (school_id, model_id, asked_by, asked_at) values ($1, $2, $3, $4) returning id`;

const ASKED = `select q.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", q.model_id as "modelId", i.name as "modelName",
    d.waiting, q.asked_at as "askedAt", ${nextAppointmentAt('q.school_id', '$1::timestamptz')} as "nextVisit"
  from training_handover_request q ${join(schoolOf('q.school_id'))} ${join(communeOf())} ${join(itemOf('q.model_id'))}
  join lateral (${taughtDevices('s.id = q.school_id and e.model_id = q.model_id')}) d on d.waiting > 0
  where q.handover_id is null order by q.asked_at, q.id limit ${LIMITS.coherence.asked}`;
