import { Injectable } from '@nestjs/common';
import {
  DOTATION_PART_RULES,
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
import { EquipmentAccess } from '../equipment.access.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { Equipment } from '../equipment.entity.js';
import type { Need } from '../needs/need.access.js';
import { requireNotForLoans } from '../named-devices.js';
import { NeedMoves } from '../needs/need-moves.js';
import { isRoomOf } from '../needs/needs.service.js';
import type { DotationPart } from './dotation.access.js';
import { answeredBy } from './dotation-needs.js';
import { preparedDevices, readyOf, releasePrepared, writePrepared, type NamedOfModel } from './prepared-devices.js';

interface Came {
  equipment: Equipment;
  roomId: string;
}

/** What people bring along with a move of a part. */
export interface DotationPartGiven {
  reason?: string | null;
  answer?: DotationOpinion;
  /** Of an opinion for fewer, or of a quantity that is written. */
  quantity?: number | null;
  plannedOn?: string;
  plannedHalf?: HalfDay;
  /** Made ready: what was scanned or chosen, locked. */
  named?: NamedOfModel['named'];
  locked?: NamedOfModel['locked'];
  /** What came, and where it is put. */
  came?: readonly Came[];
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
    private readonly access: EquipmentAccess,
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
    await oneByOne(await this.opened(came, { manager, mover, at }), ({ equipment, roomId }) =>
      this.equipment.moveIn(manager, equipment, { mover, action: 'place', given: { roomId }, judged: true, at }),
    );
    await manager.query(
      `update dotation_device set outcome = case when equipment_id = any($2) then 'placed' else 'missing' end
        where part_id = $1 and outcome is null`,
      [part.id, came.map(({ equipment }) => equipment.id)],
    );
    return { columns: { received: part.received + came.length } };
  }

  /** Each device, or the case that it came in; what lacks in a case is taken out of it first, and stays on its shelf. */
  private async opened(
    came: readonly Came[],
    { manager, mover, at }: Pick<MovingDotationPart, 'manager' | 'mover' | 'at'>,
  ): Promise<Came[]> {
    const inCase = Map.groupBy(came, ({ equipment }) => equipment.containerId);
    const alone = inCase.get(null) ?? [];
    inCase.delete(null);
    const cases: Came[] = [];
    await oneByOne([...inCase.values()], async (contents) => {
      const [{ equipment, roomId }] = contents as [Came, ...Came[]];
      if (contents.some((one) => one.roomId !== roomId)) throw new Refused('dotation-part.case-rooms');
      const box = await this.access.containerOf(manager, equipment);
      const here = new Set(contents.map((one) => one.equipment.id));
      const lacking = (await this.access.lockContents(manager, box)).filter(({ id }) => !here.has(id));
      const given = { stockPlaceId: box.stockPlaceId };
      await oneByOne(lacking, async (one) => {
        await this.equipment.moveIn(manager, one, { mover, action: 'store', given, judged: true, at });
      });
      cases.push({ equipment: box, roomId });
    });
    return [...alone, ...cases];
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

async function nameDevices({ manager, part, given, at }: MovingDotationPart): Promise<void> {
  const { named = [], locked = new Map() } = given;
  const ids = readyOf({ named, locked, modelId: part.modelId });
  if (part.received + ids.length > part.quantity) throw new Refused('dotation-part.too-many');
  await requireNotForLoans(manager, ids);
  await writePrepared(manager, part.id, ids, at);
}
