import type { EquipmentFacts } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { DisposalRequest, RetirementRequest, WipeRequest } from './ends/ends.dto.js';
import type { Equipment } from './equipment.entity.js';

/** What people bring along with a move, besides a reason: where it goes, the number of an act. */
export interface EquipmentBrought
  extends
    Partial<Omit<RetirementRequest, 'reason' | 'decisionNumber'>>,
    Partial<WipeRequest>,
    Partial<DisposalRequest> {
  stockPlaceId?: string | null;
  roomId?: string | null;
  containerId?: string | null;
  complaintNumber?: string | null;
  decisionNumber?: string | null;
  /** Of devices that leave together: the row that says where, once the first of them has written it. */
  departure?: { id: string | null };
}

export type EquipmentGiven = EquipmentBrought & { reason?: string | null };

/** The order whose report brings a move about: the order was judged, and the device's row is the system's. */
export interface OrderBehind {
  id: string;
  number: string | null;
  /** The moment of the report: all of it is one. */
  at: Date;
  /** Of which order the device is afterwards; left out: as before. */
  owner?: string | null;
}

/** The columns that a step may change: never the state. */
export type EquipmentColumns = Omit<QueryDeepPartialEntity<Equipment>, 'id' | 'state' | 'version'>;

/** Where a device is. */
export type EquipmentPlace = Pick<Equipment, 'stockPlaceId' | 'roomId' | 'containerId' | 'schoolId'>;

export const placeOf = ({ stockPlaceId, roomId, containerId, schoolId }: Equipment): EquipmentPlace => ({
  ...{ stockPlaceId, roomId, containerId, schoolId },
});

/** One device on its way through one row, in the transaction that changes it. */
export interface MovingEquipment {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly equipment: Equipment;
  /** Where it was before. */
  readonly from: EquipmentPlace;
  readonly facts: EquipmentFacts;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
  readonly reason: string | null;
  readonly brought: EquipmentBrought;
  /** The container that it moves with, which has moved already. */
  readonly with: Equipment | null;
  readonly order: OrderBehind | null;
  /** It was so before the house knew of it, as a list tells: what is asked of people who bring it about is not asked. */
  readonly settled?: true;
  /** Where it goes, once a guard has looked at it. */
  target: EquipmentPlace | null;
  /** What one device that is given may be worth, once a guard has asked. */
  giftMaxCents?: number;
}

/** What every write answers: the page is read again. */
export interface EquipmentMoved {
  id: string;
  tag: string;
  version: number;
  state: Equipment['state'];
}
