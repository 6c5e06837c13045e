import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  EQUIPMENT,
  judgeRedeploymentMove,
  NEEDS,
  REDEPLOYABLE,
  REDEPLOYMENT_STATES,
  REDEPLOYMENTS,
  type IdleReason,
  type RedeploymentAction,
  type RedeploymentState,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import type { Actor } from '../../identity/actor.js';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { allowed, runMove } from '../../platform/lifecycle/run-move.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { EquipmentAccess } from '../equipment.access.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { Equipment } from '../equipment.entity.js';
import { StockPlacesService } from '../stock-places.service.js';
import { lockOffered } from './ended-proposals.js';
import { IdleDevices } from './idle-devices.js';
import { NeedAccess } from './need.access.js';
import type { CarryOutRequest, OpinionRequest, RedeploymentRequest } from './redeployment.dto.js';
import { NeedMoves } from './need-moves.js';
import { RedeploymentAccess, type Redeployment } from './redeployment.access.js';
import { givingAskedMail, receivingAskedMail } from './redeployment-mails.js';
import { factsOf, RUNNING, type RedeploymentGiven } from './redeployment-moves.js';

/** Said in the device's history; the manager's own words stay with the redeployment. */
const REASON = 'Redéploiement vers une autre école';

const [ITEMS, ITEM, IS_ITEM] = itemOf('$1', 'm');
const MODEL_NAME = `select m.name from ${ITEMS} ${ITEM} where ${IS_ITEM}`;

/** What every write of a redeployment answers. */
export interface RedeploymentMoved {
  id: string;
  version: number;
  state: RedeploymentState;
}

/**
 * A device that lies idle goes where a school said a need. Locks are taken in one order: the device, its content, the need, the
 * redeployment.
 */
@Injectable()
export class RedeploymentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RedeploymentAccess,
    private readonly equipment: EquipmentAccess,
    private readonly equipmentMoves: EquipmentMoves,
    private readonly needs: NeedAccess,
    private readonly needMoves: NeedMoves,
    private readonly idle: IdleDevices,
    private readonly places: StockPlacesService,
    private readonly settings: PlanSettingsReader,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, redeployment.need-unknown, need-over, need-covered, not-idle, same-school, already */
  propose(actor: Actor, { equipmentId, needId }: RedeploymentRequest, write: Write): Promise<RedeploymentMoved> {
    return this.transactions.run(write, async (manager) => {
      await this.equipment.read(manager, actor, equipmentId);
      const device = await this.equipment.lockAlone(manager, equipmentId);
      const need = await this.needs.lockAlone(manager, needId);
      if (!NEEDS.find(need.state, 'meet')) throw new Refused('redeployment.need-over');
      if (device.schoolId === need.schoolId) throw new Refused('redeployment.same-school');
      const idle = await this.requireIdle(manager, device);
      const today = this.clock.today();
      const { 'redeployment.opinionDays': days } = await this.settings.on(today, manager);
      const [proposed] = await manager.query(
        `insert into redeployment (equipment_id, need_id, from_school_id, to_school_id, idle, answer_by, state, state_since, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning id, version, state`,
        [
          ...[device.id, need.id, device.schoolId, need.schoolId, idle, addCalendarDays(today, days)],
          ...[REDEPLOYMENTS.initial, this.clock.now()],
        ],
      );
      if (need.state === NEEDS.initial) await this.needMoves.moveIn(manager, actor, need, 'take-up');
      const moved = proposed as RedeploymentMoved;
      await this.ask(manager, moved.id, device, need.schoolId, addCalendarDays(today, days));
      return moved;
    });
  }

  /** Both heads are asked, each of its own side; a device in stock asks one. */
  private async ask(
    manager: EntityManager,
    id: string,
    { schoolId, modelId }: Equipment,
    receivingSchoolId: string,
    answerBy: string,
  ): Promise<void> {
    const [{ name: modelName }] = await manager.query(MODEL_NAME, [modelId]);
    const asked = { modelName: modelName as string, answerBy, link: this.mails.link(`/parc/redeploiements/${id}`) };
    const sides = [
      { schoolId, mail: givingAskedMail(asked) },
      { schoolId: receivingSchoolId, mail: receivingAskedMail(asked) },
    ];
    await oneByOne(sides, async ({ schoolId: of, mail }) => {
      if (of === null) return;
      const heads = await this.assignments.addressees(manager, 'school-head', { schoolId: of });
      await this.mails.queueAll(
        manager,
        heads.map(({ accountId, email }) => ({ dedupe: `redeployment:${id}:asked:${accountId}`, to: email, ...mail })),
      );
    });
  }

  /** The head of either school, again if need be, until it is decided. @throws Refused object.not-found, redeployment.state */
  opine(actor: Actor, id: string, opinion: OpinionRequest, write: Write): Promise<RedeploymentMoved> {
    return this.alone(actor, id, 'opine', opinion, write);
  }

  /** @throws Refused object.not-found, redeployment.state, need.reason-missing */
  drop(actor: Actor, id: string, reason: string, write: Write): Promise<RedeploymentMoved> {
    return this.alone(actor, id, 'drop', { reason }, write);
  }

  /**
   * Carried out by the device's own moves: out of its school into stock, then to the room. All of it or nothing.
   * @throws Refused as the tables of redeployments, devices and needs say
   */
  carryOut(actor: Actor, id: string, request: CarryOutRequest, write: Write): Promise<RedeploymentMoved> {
    return this.transactions.run(write, async (manager) => {
      const { equipmentId, needId } = await this.access.read(manager, actor, id);
      await lockOffered(manager, needId);
      const device = await this.equipment.lockAlone(manager, equipmentId);
      const need = await this.needs.lockAlone(manager, needId);
      const one = await this.access.lock(manager, actor, id);
      const moved = await this.move(manager, actor, one, 'carry-out', request, write);
      await this.send(manager, actor, device, request.roomId);
      if (request.meetsNeed) await this.needMoves.moveIn(manager, actor, need, 'meet');
      return moved;
    });
  }

  private async send(manager: EntityManager, actor: Actor, device: Equipment, roomId: string): Promise<void> {
    if (EQUIPMENT.find(device.state, 'withdraw')) {
      const given = { stockPlaceId: await this.places.directDelivery(manager), reason: REASON };
      await this.equipmentMoves.moveIn(manager, device, { mover: actor, action: 'withdraw', given });
    }
    await this.equipmentMoves.moveIn(manager, device, { mover: actor, action: 'place', given: { roomId } });
  }

  private alone(
    actor: Actor,
    id: string,
    action: RedeploymentAction,
    given: RedeploymentGiven,
    write: Write,
  ): Promise<RedeploymentMoved> {
    return this.transactions.run(write, async (manager) => {
      const one = await this.access.lock(manager, actor, id);
      return this.move(manager, actor, one, action, given, write);
    });
  }

  private async move(
    manager: EntityManager,
    actor: Actor,
    one: Redeployment,
    action: RedeploymentAction,
    given: RedeploymentGiven,
    write: Write,
  ): Promise<RedeploymentMoved> {
    requireVersion(write, one.version);
    const verdict = judgeRedeploymentMove(actor.role, action, factsOf(one, this.clock.today()), given.reason);
    const move = allowed(verdict, REDEPLOYMENT_STATES[one.state].word);
    await runMove(RUNNING, move, { manager, actor, redeployment: one, given, at: this.clock.now() }, one);
    return { id: one.id, version: one.version + 1, state: move.next };
  }

  private async requireIdle(manager: EntityManager, device: Equipment): Promise<IdleReason> {
    const idle = REDEPLOYABLE.includes(device.state) ? await this.idle.reasonOf(manager, device) : null;
    if (idle === null) throw new Refused('redeployment.not-idle');
    return idle;
  }
}
