import { Injectable } from '@nestjs/common';
import {
  EQUIPMENT,
  EQUIPMENT_RELEASED,
  EQUIPMENT_STATES,
  judgeEquipmentMove,
  REDEPLOYABLE,
  type EquipmentAction,
  type EquipmentFacts,
  type EquipmentMove,
  type WordsIn,
} from '@parc/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { roleOf, signatureOf, SYSTEM, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed, runMove, type Left, type Running } from '../platform/lifecycle/run-move.js';
import { oneByOne } from '../platform/one-by-one.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentContext } from './equipment.context.js';
import { Equipment } from './equipment.entity.js';
import {
  placeOf,
  type EquipmentColumns,
  type EquipmentGiven,
  type EquipmentMoved,
  type MovingEquipment,
  type OrderBehind,
} from './equipment.moving.js';
import { REWRITE_WORDS } from './equipment.sql.js';
import { EquipmentSteps } from './equipment.steps.js';
import { endProposals } from './needs/ended-proposals.js';
import { moveSoftware } from './software/software-ending.js';

/** How one move is asked for. */
interface Asked {
  mover: Mover;
  action: EquipmentAction;
  given: EquipmentGiven;
  /** What brings it about, when it is no move of its own. */
  order?: OrderBehind | undefined;
  /** Judged elsewhere, as a reception is: the row is the system's, and whoever brings it about signs it. */
  judged?: true;
  /** The container that it moves with. */
  container?: Equipment;
  /** The moment of all that one request moves; now when left out. */
  at?: Date;
  /** Whatever its model asks, this was settled. */
  trained?: boolean;
  /** How far its loan is, which this move is a part of: the loan's own row changes after it. */
  loan?: EquipmentFacts['loan'];
}

/**
 * Every move of a device, and with it of what it contains: judged and run by the table; here alone the state changes, with the
 * row of the history that explains it.
 */
@Injectable()
export class EquipmentMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly context: EquipmentContext,
    private readonly steps: EquipmentSteps,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move(
    actor: Actor,
    equipmentId: string,
    action: EquipmentAction,
    given: EquipmentGiven,
    write: Write,
  ): Promise<EquipmentMoved> {
    return this.transactions.run(write, async (manager) => {
      const equipment = await this.access.lock(manager, actor, equipmentId, write);
      return this.moveIn(manager, equipment, { mover: actor, action, given });
    });
  }

  /** The same inside a transaction of the caller's. @param equipment locked, or just made */
  async moveIn(manager: EntityManager, equipment: Equipment, asked: Asked): Promise<EquipmentMoved> {
    const at = asked.order?.at ?? asked.at ?? this.clock.now();
    const { state, before } = await this.run(manager, equipment, { ...asked, at });
    const releasable = EQUIPMENT.find(equipment.state, 'release') !== undefined;
    // Nobody is trained a second time for what comes back to where it served.
    const trained = asked.action === 'bring-back' && before !== null && EQUIPMENT_RELEASED.includes(before);
    if (releasable && equipment.state !== state) await this.releaseIfCoherent(manager, equipment, { trained, at });
    await requireTogether(manager, equipment);
    return { id: equipment.id, tag: equipment.tag, version: equipment.version, state: equipment.state };
  }

  /**
   * Devices in one state that make one move to one place, all or none: what the row asks of the place is asked once, and
   * each has its own row of the history. None of them a container with something in it.
   * @param devices locked, or just made
   */
  async moveTogetherIn(
    manager: EntityManager,
    devices: readonly Equipment[],
    { mover, action, given, order }: Asked,
  ): Promise<EquipmentMoved[]> {
    const [first] = devices;
    if (!first) return [];
    const { reason = null, ...brought } = given;
    const facts = await this.context.factsOfAll(manager, devices);
    const [move] = devices.map((equipment, index) => {
      const verdict = judgeEquipmentMove(order ? SYSTEM : roleOf(mover), action, facts[index]!, reason);
      return allowed(verdict, EQUIPMENT_STATES[equipment.state].word);
    });
    const moving: MovingEquipment = {
      ...{ manager, mover, equipment: first, from: placeOf(first), facts: facts[0]!, reason, brought },
      ...{
        with: null,
        target: null,
        order: order ?? null,
        at: order?.at ?? this.clock.now(),
        today: this.clock.today(),
      },
    };
    const running = { ...this.running(), write: writeTogether(devices) };
    await runMove(running, move!, moving, first);
    await requireTogether(manager, first);
    return devices.map(({ id, tag, version, state }) => ({ id, tag, version, state }));
  }

  /** What asks for no training goes into service at once; in a case, when the case has. */
  async releaseIfCoherent(
    manager: EntityManager,
    equipment: Equipment,
    { trained, at }: { trained: boolean; at: Date },
  ): Promise<void> {
    const facts = await this.context.facts(manager, equipment);
    if (facts.awaitsTraining && !trained) return;
    const container = equipment.containerId && (await this.access.containerOf(manager, equipment));
    if (container && !EQUIPMENT_RELEASED.includes(container.state)) return;
    const release = { mover: SYSTEM, action: 'release', given: {}, trained, at } as const;
    await this.run(manager, equipment, container ? { ...release, container } : release);
  }

  private async run(manager: EntityManager, equipment: Equipment, asked: Asked): Promise<EquipmentFacts> {
    const { mover, action, given, order = null, container = null, trained = false, loan } = asked;
    const { at = this.clock.now() } = asked;
    const role = order || asked.judged ? SYSTEM : roleOf(mover);
    const { reason = null, ...brought } = given;
    const read = await this.context.facts(manager, equipment, container !== null);
    const facts = { ...read, ...(trained ? { awaitsTraining: false } : {}), ...(loan ? { loan } : {}) };
    const verdict = judgeEquipmentMove(role, action, facts, reason);
    const move = allowed(verdict, EQUIPMENT_STATES[equipment.state].word);
    const from = placeOf(equipment);
    const moment = { at, today: this.clock.today() };
    const moving: MovingEquipment = {
      ...{ manager, mover, equipment, from, facts, reason, brought, with: container, target: null, order },
      ...moment,
    };
    await runMove(this.running(), move, moving, equipment);
    if (equipment.isContainer) {
      const contents = await this.access.lockContents(manager, equipment);
      await oneByOne(contents, (content) => this.run(manager, content, { ...asked, container: equipment }));
    }
    return facts;
  }

  private running(): Running<WordsIn<typeof EQUIPMENT>, MovingEquipment, EquipmentColumns> {
    return { table: EQUIPMENT, steps: this.steps, write, tell: null };
  }
}

type Writing = (moving: MovingEquipment, move: EquipmentMove, left: Required<Left<EquipmentColumns>>) => Promise<void>;

const write: Writing = (moving, move, left) => writeTogether([moving.equipment])(moving, move, left);

/** What the row left, in each of the devices that make it, with the line of each one's history. */
const writeTogether =
  (devices: readonly Equipment[]): Writing =>
  async ({ manager, mover, equipment: first, from, at, reason }, move, { columns, detail }) => {
    const left = first.state;
    const ids = devices.map(({ id }) => id);
    const state = move.next === left ? {} : { state: move.next, stateSince: at };
    await manager.update(Equipment, { id: In(ids) }, { ...columns, ...state, state: move.next });
    // What follows in the same transaction goes on from here.
    for (const device of devices) Object.assign(device, columns, state, { version: device.version + 1 });
    if (first.schoolId !== from.schoolId || move.action === 'receive') await manager.query(REWRITE_WORDS, [ids]);
    // What was offered elsewhere from where it lay is offered no longer.
    if (first.schoolId !== from.schoolId || !REDEPLOYABLE.includes(move.next))
      await endProposals(manager, 'equipment_id', ids, at);
    if (first.schoolId !== from.schoolId || move.next !== left) await moveSoftware(manager, ids, { mover, at });
    const { accountId, role, deputy } = signatureOf(mover);
    const { stockPlaceId, roomId, containerId, schoolId } = first;
    await manager.query(
      `insert into equipment_move (equipment_id, action, from_state, to_state, account_id, role, deputy, at, reason,
       stock_place_id, room_id, container_id, school_id, detail)
     select d.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from unnest($1::uuid[]) with ordinality d(id, place) order by place`,
      [
        ...[ids, move.action, left, move.next, accountId, role, deputy, at, reason?.trim() || null],
        ...[stockPlaceId, roomId, containerId, schoolId ?? from.schoolId, detail],
      ],
    );
  };

/** What lies in a case is where and what the case is; the database says so too, at the commit. @throws Refused equipment.container-apart */
async function requireTogether(manager: EntityManager, { containerId, state, schoolId }: Equipment): Promise<void> {
  if (containerId === null) return;
  const [container] = await manager.query('select state, school_id as "schoolId" from equipment where id = $1', [
    containerId,
  ]);
  if (container.state !== state || container.schoolId !== schoolId) throw new Refused('equipment.container-apart');
}
