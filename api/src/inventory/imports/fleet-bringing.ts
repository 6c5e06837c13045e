import { Injectable } from '@nestjs/common';
import { FLEET_KINDS, monthsLater, type EquipmentAction, type FleetJudgment, type FleetRow } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { roomsNamed } from '../../directory/rooms-named.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import type { Equipment } from '../equipment.entity.js';
import { EquipmentMoveSets, type Journey } from '../equipment-move-sets.js';
import type { EquipmentPlace } from '../equipment.moving.js';
import { houseTags } from '../house-tags.js';
import { describedAs, warrantiesOf, type Described } from '../receipt.service.js';
import { StockPlacesService } from '../stock-places.service.js';
import type { FleetImport } from './fleet-import.access.js';
import { devicesHeld } from './fleet-known.js';

export type Bringing = Extract<FleetJudgment, { outcome: 'created' | 'changed' }>;

/** A row that brings something. */
export interface Brought {
  row: FleetRow;
  judgment: Bringing;
}

/** Of a school whose list names no room: the school says it better than anybody guesses. */
export const ROOM_TO_TELL = 'Salle à préciser';
const LONGEST_ROOM = 100;
/** The usual rate, where a list tells a price and no rate. */
const USUAL_VAT_BASIS_POINTS = 2000;

const TO_ROOM: readonly EquipmentAction[] = ['place', 'move'];
const TO_STOCK: readonly EquipmentAction[] = ['receive', 'store', 'withdraw', 'find'];
const NOWHERE: EquipmentPlace = { stockPlaceId: null, roomId: null, containerId: null, schoolId: null };

/** What rows of a list bring about: devices that are made, and known ones that move, all in a few statements. */
@Injectable()
export class FleetBringing {
  constructor(
    private readonly sets: EquipmentMoveSets,
    private readonly stocks: StockPlacesService,
    private readonly clock: Clock,
  ) {}

  /** @returns the devices in the order of the rows, and how many rooms were made */
  async bringIn(
    manager: EntityManager,
    mover: Actor,
    list: FleetImport,
    brought: readonly Brought[],
  ): Promise<{ devices: Equipment[]; rooms: number }> {
    if (brought.length === 0) return { devices: [], rooms: 0 };
    const { targets, rooms } = await this.targets(manager, brought);
    const made = await this.made(manager, brought);
    const known = await devicesHeld(
      manager,
      brought.flatMap(({ judgment }) => (judgment.outcome === 'changed' ? [judgment.device.id] : [])),
    );
    const passage = await this.stocks.takenOver(manager);
    const journeys = brought.map(({ row, judgment }, index): Journey => {
      const fresh = judgment.outcome === 'created';
      const equipment = fresh ? made.get(row.line)! : known.get(judgment.device.id)!;
      const shelf = { ...NOWHERE, stockPlaceId: shelfOf(judgment) ?? passage };
      return {
        ...{ equipment, fresh },
        moves: judgment.actions.map((action) => ({
          action,
          target: TO_ROOM.includes(action) ? targets[index]! : TO_STOCK.includes(action) ? shelf : null,
        })),
      };
    });
    const reason = `Import : ${FLEET_KINDS[list.kind].title}`;
    await this.sets.moveEachIn(manager, journeys, { mover, reason, detail: { importId: list.id } });
    return { devices: journeys.map(({ equipment }) => equipment), rooms };
  }

  /** The room that each goes to, if it goes to one. */
  private async targets(manager: EntityManager, brought: readonly Brought[]) {
    const named = brought.flatMap(({ judgment: { wish, actions } }, index) => {
      if (!('schoolId' in wish.place) || !actions.some((action) => TO_ROOM.includes(action))) return [];
      const { schoolId, roomId, roomText } = wish.place;
      return [{ index, schoolId, roomId, name: (roomText ?? ROOM_TO_TELL).slice(0, LONGEST_ROOM) }];
    });
    const asked = named.filter(({ roomId }) => roomId === null);
    const distinct = new Map(asked.map(({ schoolId, name }) => [`${schoolId} ${name}`, { schoolId, name }]));
    const { roomIds, made } = await roomsNamed(manager, [...distinct.values()]);
    const found = new Map([...distinct.keys()].map((key, place) => [key, roomIds[place]!]));
    const targets: EquipmentPlace[] = [];
    for (const { index, schoolId, roomId, name } of named)
      targets[index] = { ...NOWHERE, schoolId, roomId: roomId ?? found.get(`${schoolId} ${name}`)! };
    return { targets, rooms: made };
  }

  /** New devices by their line, in no table yet. */
  private async made(manager: EntityManager, brought: readonly Brought[]): Promise<Map<number, Equipment>> {
    const fresh = brought.filter(({ judgment }) => judgment.outcome === 'created');
    if (fresh.length === 0) return new Map();
    const warranties = await warrantiesOf(manager, new Set(fresh.map(({ judgment }) => judgment.wish.modelId)));
    const at = this.clock.now();
    const described = fresh.map(({ row, judgment: { wish } }) =>
      describedAs(arrivingAs(row, wish.modelId), warranties.get(wish.modelId) ?? null, at),
    );
    const untagged = described.filter(({ tag }) => tag === null);
    const told = new Set(described.map(({ tag }) => tag));
    const tags = await houseTags(manager, untagged.length, told);
    untagged.forEach((one, index) => (one.tag = tags[index]!));
    const ids: { id: string }[] = await manager.query('select uuidv7() as id from generate_series(1, $1::int)', [
      fresh.length,
    ]);
    return new Map(fresh.map(({ row }, index) => [row.line, deviceOf(ids[index]!.id, described[index]!)]));
  }
}

const deviceOf = (id: string, described: Described): Equipment => ({ ...described, id, tag: described.tag! });

function shelfOf({ wish: { place } }: Bringing): string | null {
  return 'stockPlaceId' in place ? place.stockPlaceId : null;
}

function arrivingAs(row: FleetRow, modelId: string) {
  const { serial, tag, purchasedOn, netCents, warrantyMonths } = row;
  const counted = purchasedOn && warrantyMonths !== null ? monthsLater(purchasedOn, warrantyMonths) : undefined;
  return {
    ...{ modelId, serial, tag, purchasedOn, netCents },
    vatBasisPoints: netCents === null ? null : (row.vatBasisPoints ?? USUAL_VAT_BASIS_POINTS),
    ...((row.warrantyUntil ?? counted) ? { warrantyUntil: row.warrantyUntil ?? counted } : {}),
  };
}
