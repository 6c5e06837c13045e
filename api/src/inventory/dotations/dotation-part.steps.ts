import { Injectable } from '@nestjs/common';
import {
  DOTATION_PART_RULES,
  EQUIPMENT,
  type DotationOpinion,
  type DotationPartEffect,
  type GuardsByStep,
  type HalfDay,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Mover } from '../../identity/mover.js';
import { Refused } from '../../platform/http/refused.js';
import type { EffectStep, GuardStep, Steps } from '../../platform/lifecycle/run-move.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { Equipment } from '../equipment.entity.js';
import type { Named } from '../named-devices.js';
import type { Need } from '../needs/need.access.js';
import { NeedMoves } from '../needs/need-moves.js';
import { isRoomOf } from '../needs/needs.service.js';
import type { DotationPart } from './dotation.access.js';
import { answeredBy } from './dotation-needs.js';
import { preparedDevices, releasePrepared, writePrepared } from './prepared-devices.js';

/** What people bring along with a move of a part. */
export interface DotationPartGiven {
  reason?: string | null;
  answer?: DotationOpinion;
  /** Of an opinion for fewer, or of a quantity that is written. */
  quantity?: number | null;
  plannedOn?: string;
  plannedHalf?: HalfDay;
  /** Made ready: what was scanned or chosen, locked. */
  named?: readonly Named<{ code: string }>[];
  /** What came, and where it is put. */
  came?: readonly { equipment: Equipment; roomId: string }[];
  /** Needs that what comes answers, locked. */
  needs?: readonly Need[];
}

/** One school's part on its way through one row. */
export interface MovingDotationPart {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly part: DotationPart;
  readonly given: DotationPartGiven;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
}

/** The columns that a row may change: never the state. */
export type DotationPartColumns = Partial<
  Pick<DotationPart, 'quantity' | 'opinion' | 'opinionQuantity' | 'plannedOn' | 'plannedHalf' | 'received'>
>;

type Guard = GuardStep<MovingDotationPart>;
type Effect = EffectStep<MovingDotationPart, DotationPartColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of parts do. */
@Injectable()
export class DotationPartSteps implements Steps<MovingDotationPart, DotationPartColumns> {
  constructor(
    private readonly equipment: EquipmentMoves,
    private readonly needs: NeedMoves,
  ) {}

  readonly rules = DOTATION_PART_RULES;

  readonly guards: Record<GuardsByStep<typeof DOTATION_PART_RULES>, Guard> = {
    'answer-whole': guard(({ part, given: { answer, quantity, reason } }) => {
      if (answer === 'fewer' && (!quantity || quantity >= part.quantity))
        throw new Refused('dotation-part.fewer-missing');
      if (answer === 'no') requireReason(reason);
    }),
    'against-explained': guard(({ part, given }) => {
      if (part.opinion === 'no') requireReason(given.reason);
    }),
    'day-to-come': guard(({ given, today }) => {
      if (!given.plannedOn || given.plannedOn < today) throw new Refused('dotation-part.day-past');
    }),
    'all-came': guard((moving) => {
      if (comes(moving) < moving.part.quantity) throw new Refused('dotation-part.some-missing');
    }),
    'some-missing': guard((moving) => {
      if (comes(moving) === moving.part.quantity) throw new Refused('dotation-part.none-missing');
    }),
  };

  readonly effects: Record<DotationPartEffect, Effect> = {
    'set-quantity': effect(({ given, part }) => ({ columns: { quantity: given.quantity ?? part.quantity } })),
    'record-opinion': effect(({ given: { answer, quantity } }) => ({
      columns: { opinion: answer!, opinionQuantity: answer === 'fewer' ? quantity! : null },
    })),
    'set-day': effect(({ given }) => ({ columns: { plannedOn: given.plannedOn!, plannedHalf: given.plannedHalf! } })),
    'name-devices': effect(nameDevices),
    'place-devices': effect((moving) => this.place(moving)),
    'meet-needs': effect((moving) => this.meet(moving)),
    'release-devices': effect(({ manager, part }) => releasePrepared(manager, part.id)),
  };

  /** By the rows of the devices themselves, each in its room: all of them or none. What was ready and did not come is said. */
  private async place({ manager, mover, part, given: { came = [] }, at }: MovingDotationPart) {
    const prepared = new Set(await preparedDevices(manager, part.id));
    if (came.length === 0 || came.some(({ equipment }) => !prepared.has(equipment.id)))
      throw new Refused('dotation-part.not-prepared');
    await oneByOne([...new Set(came.map(({ roomId }) => roomId))], async (roomId) => {
      if (!(await isRoomOf(manager, roomId, part.schoolId))) throw new Refused('dotation-part.room-other');
    });
    await oneByOne(came, ({ equipment, roomId }) =>
      this.equipment.moveIn(manager, equipment, { mover, action: 'place', given: { roomId }, judged: true, at }),
    );
    await manager.query(
      `update dotation_device set outcome = case when equipment_id = any($2) then 'placed' else 'missing' end
        where part_id = $1 and outcome is null`,
      [part.id, came.map(({ equipment }) => equipment.id)],
    );
    return { columns: { received: part.received + came.length } };
  }

  /** The oldest first, as far as what has come goes. */
  private async meet({ manager, part, given: { needs = [] } }: MovingDotationPart): Promise<void> {
    // What came by this reception is counted already.
    const answered = await answeredBy(manager, part.id, part.received);
    const met = needs.filter(({ id }) => answered.includes(id));
    await oneByOne(met, async (need) => {
      await this.needs.moveIn(manager, SYSTEM, need, 'meet');
    });
  }
}

function requireReason(reason: string | null | undefined): void {
  if (!reason?.trim()) throw new Refused('dotation.reason-missing');
}

/** What the school then has of its part. @throws Refused dotation-part.too-many */
function comes({ part, given: { came = [] } }: MovingDotationPart): number {
  const sum = part.received + came.length;
  if (sum > part.quantity) throw new Refused('dotation-part.too-many');
  return sum;
}

async function nameDevices({ manager, part, given: { named = [] }, at }: MovingDotationPart): Promise<void> {
  if (part.received + named.length > part.quantity) throw new Refused('dotation-part.too-many');
  const ids = named.map(({ device, equipment }) => {
    if (equipment === null) throw new Refused('equipment.device-unknown', { device: device.code });
    const free = EQUIPMENT.find(equipment.state, 'place') !== undefined && equipment.containerId === null;
    if (!free || equipment.modelId !== part.modelId)
      throw new Refused('dotation-part.device-other', { device: device.code });
    return equipment.id;
  });
  await writePrepared(manager, part.id, ids, at);
}
