import { Injectable } from '@nestjs/common';
import { EQUIPMENT_RULES, type EquipmentEffect, type EquipmentStepGuard } from '@parc/domain';
import { GateService } from '../agreements/gate.service.js';
import { signatureOf } from '../identity/mover.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import {
  recordDisposal,
  recordRetirement,
  recordWipe,
  requireDecision,
  requireDestination,
  requireWipe,
} from './ends/end.steps.js';
import { placeOfContainer, roomNamed, stockNamed } from './equipment.places.js';
import type { EquipmentColumns, EquipmentPlace, MovingEquipment, OrderBehind } from './equipment.moving.js';

type Guard = GuardStep<MovingEquipment>;
type Effect = EffectStep<MovingEquipment, EquipmentColumns>;

/** What is asked of a place is asked of the container alone: what lies in it goes where it goes. */
const ofItself = (check: Guard['check']): Guard => ({
  locks: [],
  check: (moving) => (moving.with ? undefined : check(moving)),
});
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of devices do. */
@Injectable()
export class EquipmentSteps implements Steps<MovingEquipment, EquipmentColumns> {
  constructor(
    private readonly gate: GateService,
    private readonly settings: PlanSettingsReader,
  ) {}

  readonly rules = EQUIPMENT_RULES;

  readonly guards: Record<EquipmentStepGuard, Guard> = {
    'stock-named': ofItself(async (moving) => {
      moving.target ??= await stockNamed(moving.manager, moving.equipment, moving.brought);
    }),
    'room-named': ofItself(async (moving) => {
      moving.target ??= await roomNamed(moving.manager, moving.equipment, moving.brought);
    }),
    convention: ofItself(async ({ manager, target, today, order, settled }) => {
      // It was asked for when the order was sent and approved: a later end stops no work. What stands there already stands there.
      if (order || settled) return;
      const { open } = await this.gate.describe(manager, 'plan-manager', target!.schoolId!, today);
      if (!open) throw new Refused('equipment.convention-missing');
    }),
    'same-site': ofItself(({ target, equipment }) => {
      if (target!.schoolId !== equipment.schoolId) throw new Refused('equipment.other-site');
    }),
    'complaint-number': ofItself(({ brought }) => {
      if (!brought.complaintNumber) throw new Refused('equipment.complaint-missing');
    }),
    'retirement-number': ofItself(requireDecision),
    'wipe-told': ofItself(requireWipe),
    'destination-proved': ofItself((moving) => requireDestination(this.settings, moving)),
  };

  readonly effects: Record<EquipmentEffect, Effect> = {
    'to-stock': effect(goes),
    'to-room': effect(goes),
    'stand-alone': effect(async ({ manager, equipment, with: container }) =>
      equipment.containerId === null || container ? {} : { columns: await placeOfContainer(manager, equipment) },
    ),
    'record-complaint': effect(({ brought }) => acted('complaintNumber', brought.complaintNumber)),
    'record-retirement': effect(recordRetirement),
    'forget-retirement': effect(() => ({ columns: { retirementNumber: null, retirementKind: null, retiredOn: null } })),
    'record-wipe': effect(recordWipe),
    'record-disposal': effect(recordDisposal),
    leave: effect(() => ({ columns: { stockPlaceId: null, roomId: null, containerId: null, schoolId: null } })),
  };
}

/** To its place, where whoever brought it has seen it; or with its container, which nobody opened. */
function goes(moving: MovingEquipment): Left<EquipmentColumns> {
  const { with: container, target, mover, at, order, equipment, from, settled } = moving;
  const owned = order?.owner === undefined ? {} : { orderId: order.owner };
  const detail = order ? broughtAbout(order, equipment.orderId, from) : {};
  if (container) return { columns: { schoolId: container.schoolId, ...owned }, detail };
  // A list has seen nothing.
  if (settled) return { columns: { ...target }, detail };
  return { columns: { ...target, ...owned, lastSeenAt: at, lastSeenBy: signatureOf(mover).accountId }, detail };
}

/** What the history keeps of a move that an order brought about, so that a later report may take it back. */
function broughtAbout({ id, number }: OrderBehind, formerOrderId: string | null, from: EquipmentPlace) {
  const { stockPlaceId, roomId } = from;
  return { orderId: id, orderNumber: number, formerOrderId, from: { stockPlaceId, roomId } };
}

/** The number of an act, in the device and in its history. */
function acted(name: 'complaintNumber', number?: string | null): Left<EquipmentColumns> {
  return number ? { columns: { [name]: number }, detail: { [name]: number } } : {};
}
