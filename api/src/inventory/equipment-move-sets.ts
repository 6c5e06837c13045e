import { Injectable } from '@nestjs/common';
import {
  EQUIPMENT,
  EQUIPMENT_STATES,
  judgeEquipmentMove,
  REDEPLOYABLE,
  TAKEN_OVER,
  type ActorRole,
  type EquipmentAction,
  type EquipmentFacts,
  type EquipmentMove,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { signatureOf, SYSTEM, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { allowed, runMove, type Left } from '../platform/lifecycle/run-move.js';
import { EquipmentContext } from './equipment.context.js';
import type { Equipment } from './equipment.entity.js';
import { placeOf, type EquipmentColumns, type EquipmentPlace, type MovingEquipment } from './equipment.moving.js';
import { REWRITE_WORDS } from './equipment.sql.js';
import { endProposals } from './needs/ended-proposals.js';
import { moveSoftware } from './software/software-ending.js';
import { EquipmentSteps } from './equipment.steps.js';

/** A device and the moves that it makes one after the other, each to its place where it goes to one. */
export interface Journey {
  /** Locked; or made and in no table yet. Neither a case nor in one. */
  equipment: Equipment;
  fresh: boolean;
  moves: readonly { action: EquipmentAction; target: EquipmentPlace | null }[];
}

/** Who tells of them, why, and from which list. */
export interface Telling {
  mover: Actor;
  reason: string;
  detail: Record<string, unknown>;
}

/** What the house does by itself, or a technician did before. */
const BY_SYSTEM: readonly EquipmentAction[] = ['release', 'send-to-repair'];

/**
 * Many devices at once, as a list tells of them: each move is judged and run by the table, as every other; each device is
 * written once, as its last move leaves it, and each move has its row of the history.
 */
@Injectable()
export class EquipmentMoveSets {
  constructor(
    private readonly context: EquipmentContext,
    private readonly steps: EquipmentSteps,
    private readonly clock: Clock,
  ) {}

  async moveEachIn(manager: EntityManager, journeys: readonly Journey[], telling: Telling): Promise<void> {
    if (journeys.length === 0) return;
    const known = journeys.filter(({ fresh }) => !fresh).map(({ equipment }) => equipment);
    const facts = new Map(
      (await this.context.factsOfAll(manager, known)).map((each, index) => [known[index]!.id, each] as const),
    );
    const from = new Map(known.map(({ id, schoolId }) => [id, schoolId] as const));
    const history: HistoryRow[] = [];
    const moment = { at: this.clock.now(), today: this.clock.today() };
    for (const { equipment, moves } of journeys) {
      let standing = facts.get(equipment.id) ?? NEWBORN;
      for (const { action, target } of moves) {
        const before = equipment.state;
        await this.run({ manager, equipment, action, target, facts: standing, ...telling, ...moment }, history);
        standing = { ...standing, before, state: equipment.state, inRoom: equipment.schoolId !== null };
      }
    }
    await writeDevices(manager, journeys);
    // What was offered elsewhere from where it lay is offered no longer.
    const gone = known.filter(({ id, schoolId, state }) => from.get(id) !== schoolId || !REDEPLOYABLE.includes(state));
    const ids = gone.map(({ id }) => id);
    if (ids.length > 0) await endProposals(manager, 'equipment_id', ids, moment.at);
    if (ids.length > 0) await moveSoftware(manager, ids, { mover: telling.mover, at: moment.at });
    await manager.query(WRITE_HISTORY, [JSON.stringify(history)]);
  }

  /** One row of the table, in memory: what it leaves stands in the device, and in the history to be written. */
  private async run(asked: Telling & Running, history: HistoryRow[]): Promise<void> {
    const { manager, equipment, action, target, at, today } = asked;
    // What happened before the house knew of it is not asked about.
    const facts = { ...asked.facts, awaitsTraining: false, openTickets: action === 'send-to-repair' ? 1 : 0 };
    const bySystem = BY_SYSTEM.includes(action);
    const role: ActorRole = bySystem ? SYSTEM : asked.mover.role;
    const move = allowed(judgeEquipmentMove(role, action, facts, asked.reason), EQUIPMENT_STATES[equipment.state].word);
    const mover: Mover = action === 'release' ? SYSTEM : asked.mover;
    const moving: MovingEquipment = {
      ...{ manager, mover, equipment, from: placeOf(equipment), facts, at, today, reason: asked.reason },
      ...{ brought: BROUGHT, with: null, order: null, settled: true, target },
    };
    const write = (context: MovingEquipment, row: EquipmentMove, left: Required<Left<EquipmentColumns>>) => {
      history.push(historyOf(context, row, { ...left.detail, ...asked.detail }));
      if (row.next !== equipment.state) Object.assign(equipment, { state: row.next, stateSince: at });
      return Promise.resolve();
    };
    await runMove({ table: EQUIPMENT, steps: this.steps, write, tell: null }, move, moving, equipment);
  }
}

interface Running {
  manager: EntityManager;
  equipment: Equipment;
  action: EquipmentAction;
  target: EquipmentPlace | null;
  facts: EquipmentFacts;
  at: Date;
  today: string;
}

/** No list has the number of the decision; that it tells so is what there is. */
const BROUGHT = { decisionNumber: TAKEN_OVER };

const NEWBORN: EquipmentFacts = {
  ...{ state: EQUIPMENT.initial, before: null, untouched: false, inside: false, inRoom: false, contents: 0 },
  ...{ awaitsTraining: false, openTickets: 0, loan: 'none', forLoans: false, wiped: false },
};

interface HistoryRow extends EquipmentPlace {
  equipmentId: string;
  action: string;
  fromState: string;
  toState: string;
  accountId: string | null;
  role: string;
  deputy: boolean;
  at: Date;
  reason: string;
  detail: Record<string, unknown>;
}

function historyOf(
  { equipment, from, mover, at, reason }: MovingEquipment,
  { action, next }: EquipmentMove,
  detail: Record<string, unknown>,
): HistoryRow {
  const { id: equipmentId, state: fromState, stockPlaceId, roomId, containerId, schoolId } = equipment;
  return {
    ...{ equipmentId, action, fromState, toState: next, ...signatureOf(mover), at, reason: reason!, detail },
    ...{ stockPlaceId, roomId, containerId, schoolId: schoolId ?? from.schoolId },
  };
}

const WRITE_HISTORY = `insert into equipment_move (equipment_id, action, from_state, to_state, account_id, role, deputy, at, reason,
    stock_place_id, room_id, container_id, school_id, detail)
  select "equipmentId", action, "fromState", "toState", "accountId", role, deputy, at, reason, "stockPlaceId", "roomId", "containerId", "schoolId", detail
    from jsonb_to_recordset($1::jsonb) as t ("equipmentId" uuid, action text, "fromState" text, "toState" text, "accountId" uuid, role text,
      deputy boolean, at timestamptz, reason text, "stockPlaceId" uuid, "roomId" uuid, "containerId" uuid, "schoolId" uuid, detail jsonb)`;

/** The columns of a device that its first row has; what a search looks at is worked out with it. */
const COLUMNS = `id, tag, serial, model_id, is_container, state, state_since, stock_place_id, room_id, school_id, net_cents,
  vat_basis_points, purchased_on, warranty_until, refurbished, retirement_number, retirement_kind, retired_on`;

const MAKE_DEVICES = `insert into equipment (${COLUMNS}, words)
  select ${COLUMNS}, equipment_words(d) from jsonb_populate_recordset(null::equipment, $1::jsonb) d`;

const CHANGE_DEVICES = `update equipment e set state = d.state, state_since = d.state_since, stock_place_id = d.stock_place_id,
    room_id = d.room_id, school_id = d.school_id, retirement_number = d.retirement_number, retirement_kind = d.retirement_kind,
    retired_on = d.retired_on, version = e.version + 1
  from jsonb_populate_recordset(null::equipment, $1::jsonb) d where e.id = d.id`;

async function writeDevices(manager: EntityManager, journeys: readonly Journey[]): Promise<void> {
  const rows = (fresh: boolean) =>
    journeys.filter((one) => one.fresh === fresh).map(({ equipment }) => rowOf(equipment));
  const [made, changed] = [rows(true), rows(false)];
  if (made.length > 0) await manager.query(MAKE_DEVICES, [JSON.stringify(made)]);
  if (changed.length === 0) return;
  await manager.query(CHANGE_DEVICES, [JSON.stringify(changed)]);
  await manager.query(REWRITE_WORDS, [changed.map(({ id }) => id)]);
}

/** A device by the names of its columns. */
const rowOf = (device: Equipment) => ({
  ...{ id: device.id, tag: device.tag, serial: device.serial, model_id: device.modelId },
  ...{ is_container: device.isContainer, state: device.state, state_since: device.stateSince },
  ...{ stock_place_id: device.stockPlaceId, room_id: device.roomId, school_id: device.schoolId },
  ...{ net_cents: device.netCents, vat_basis_points: device.vatBasisPoints, purchased_on: device.purchasedOn },
  ...{ warranty_until: device.warrantyUntil, refurbished: device.refurbished },
  ...{ retirement_number: device.retirementNumber, retirement_kind: device.retirementKind },
  retired_on: device.retiredOn,
});
