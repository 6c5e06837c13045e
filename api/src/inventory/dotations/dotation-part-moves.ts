import { Injectable } from '@nestjs/common';
import {
  DOTATION_PART_STATES,
  DOTATION_PARTS,
  judgeDotationPartMove,
  type DotationPartAction,
  type DotationPartFacts,
  type DotationPartMove,
  type DotationPartState,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import type { Actor } from '../../identity/actor.js';
import { AssignmentsService, type Addressee } from '../../identity/assignments.service.js';
import { roleOf, signatureOf } from '../../identity/mover.js';
import { Clock } from '../../platform/clock.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { allowed, runMove, type Left, type Running } from '../../platform/lifecycle/run-move.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { Equipment } from '../equipment.entity.js';
import { lockNamed } from '../named-devices.js';
import { DotationAccess, type DotationPart } from './dotation.access.js';
import { dotationAnsweredMail, dotationPlannedMail } from './dotation-mails.js';
import { lockForReception, lockNeeds } from './dotation-needs.js';
import {
  DotationPartSteps,
  type DotationPartColumns,
  type DotationPartGiven,
  type MovingDotationPart,
} from './dotation-part.steps.js';
import { besideNamed, preparedDevices } from './prepared-devices.js';

export interface DotationPartMoved {
  id: string;
  version: number;
  state: DotationPartState;
}

/** A device that came, as a screen names it. */
export interface CameDevice {
  equipmentId: string;
  roomId: string;
}

/** Every move of a school's part by a person; here alone its state changes, with the line that explains it. */
@Injectable()
export class DotationPartMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DotationAccess,
    private readonly steps: DotationPartSteps,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table says */
  move(
    actor: Actor,
    partId: string,
    action: DotationPartAction,
    given: DotationPartGiven,
    write: Write,
  ): Promise<DotationPartMoved> {
    return this.transactions.run(write, async (manager) => {
      const part = await this.access.lockPart(manager, actor, partId, write);
      const moved = await this.moveIn(manager, actor, part, action, given);
      if (action === 'opine') await this.tellManagers(manager, part);
      if (action === 'plan') await this.tellHeads(manager, part);
      return moved;
    });
  }

  /** What was scanned or chosen waits for the delivery, and nothing else does. @throws Refused as the table says */
  prepare(actor: Actor, partId: string, codes: readonly string[], write: Write): Promise<DotationPartMoved> {
    return this.transactions.run(write, async (manager) => {
      await this.access.readPart(manager, actor, partId);
      const { named, locked } = await lockNamed(
        manager,
        codes.map((code) => ({ code })),
        await besideNamed(manager, codes),
      );
      const part = await this.access.lockPart(manager, actor, partId, write);
      return this.moveIn(manager, actor, part, 'prepare', { named, locked });
    });
  }

  /** What came is placed, all of it or nothing. Devices are held first, then needs, then the part. @throws Refused as the table says */
  receive(
    actor: Actor,
    partId: string,
    action: 'receive' | 'receive-in-part',
    { devices, reason = null }: { devices: readonly CameDevice[]; reason?: string | null },
    write: Write,
  ): Promise<DotationPartMoved> {
    return this.transactions.run(write, async (manager) => {
      await this.access.readPart(manager, actor, partId);
      await lockForReception(manager, partId);
      const needs = await lockNeeds(manager, partId);
      const part = await this.access.lockPart(manager, actor, partId, write);
      const ready = await preparedDevices(manager, partId);
      const rows = await manager.createQueryBuilder(Equipment, 'e').where('e.id = any(:ready)', { ready }).getMany();
      const byId = new Map(rows.map((row) => [row.id, row]));
      const came = devices.map(({ equipmentId, roomId }) => {
        const equipment = byId.get(equipmentId);
        if (!equipment) throw new Refused('dotation-part.not-prepared');
        // Named twice, it comes once.
        byId.delete(equipmentId);
        return { equipment, roomId };
      });
      return this.moveIn(manager, actor, part, action, { came, needs, reason });
    });
  }

  factsOf({ state, dotationState, answerBy, received }: DotationPart): DotationPartFacts {
    return { state, dotationState, answerBy, received, today: this.clock.today() };
  }

  private async moveIn(
    manager: EntityManager,
    actor: Actor,
    part: DotationPart,
    action: DotationPartAction,
    given: DotationPartGiven,
  ): Promise<DotationPartMoved> {
    const verdict = judgeDotationPartMove(roleOf(actor), action, this.factsOf(part), given.reason);
    const move = allowed(verdict, DOTATION_PART_STATES[part.state].word);
    const moment = { at: this.clock.now(), today: this.clock.today() };
    await runMove(this.running(), move, { manager, mover: actor, part, given, ...moment }, part);
    return { id: part.id, version: part.version + 1, state: move.next };
  }

  private running(): Running<WordsIn<typeof DOTATION_PARTS>, MovingDotationPart, DotationPartColumns> {
    return { table: DOTATION_PARTS, steps: this.steps, write, tell: null };
  }

  private async tellManagers(manager: EntityManager, part: DotationPart): Promise<void> {
    const told = { ...(await this.told(manager, part)), schoolName: part.schoolName };
    const mail = dotationAnsweredMail(told, part.opinion!, part.opinionQuantity);
    const managers = await this.assignments.addressees(manager, 'plan-manager');
    await this.send(manager, managers, `answered:${part.id}:${part.version}`, mail);
  }

  private async tellHeads(manager: EntityManager, part: DotationPart): Promise<void> {
    const mail = dotationPlannedMail(await this.told(manager, part), part.plannedOn!, part.plannedHalf!);
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId: part.schoolId });
    await this.send(manager, heads, `planned:${part.id}:${part.version}`, mail);
  }

  private async told(manager: EntityManager, { id, title, modelId, quantity, received }: DotationPart) {
    const [{ name }] = await manager.query(`select i.name from (select $1::uuid as id) x ${join(itemOf('x.id'))}`, [
      modelId,
    ]);
    const link = this.mails.link(`/parc/dotation/${id}`);
    return { title, modelName: name as string, quantity: quantity - received, link };
  }

  private send(
    manager: EntityManager,
    to: readonly Addressee[],
    about: string,
    mail: { subject: string; body: string },
  ): Promise<void> {
    const mails = to.map(({ accountId, email }) => ({ dedupe: `dotation:${about}:${accountId}`, to: email, ...mail }));
    return this.mails.queueAll(manager, mails);
  }
}

async function write(
  { manager, mover, part, given, at }: MovingDotationPart,
  move: DotationPartMove,
  { columns }: Required<Left<DotationPartColumns>>,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `update dotation_part set state = $2, state_since = case when state = $2 then state_since else $3 end, quantity = $4, opinion = $5,
       opinion_quantity = $6, planned_on = $7, planned_half = $8, received = $9, version = version + 1 where id = $1`,
    [
      ...[part.id, move.next, at, part.quantity, part.opinion, part.opinionQuantity],
      ...[part.plannedOn, part.plannedHalf, part.received],
    ],
  );
  const told = columns.received === undefined ? (given.quantity ?? null) : (given.came?.length ?? null);
  await manager.query(
    `insert into dotation_part_move (part_id, action, from_state, to_state, account_id, role, deputy, at, reason, answer, quantity)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[part.id, move.action, part.state, move.next, accountId, role, deputy, at],
      ...[given.reason?.trim() || null, given.answer ?? null, told],
    ],
  );
}
