import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EQUIPMENT, EQUIPMENT_UNREACHED, type EquipmentAction, type EquipmentPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import { DisposalRequest, RetirementRequest, WipeRequest } from './ends/ends.dto.js';
import {
  ComplaintRequest,
  EquipmentMovedAnswer,
  EquipmentReasonRequest,
  LossRequest,
  PlacingRequest,
  StoringRequest,
  TheftRequest,
  WithdrawalRequest,
} from './equipment.dto.js';
import { EquipmentMoves } from './equipment-moves.js';
import type { EquipmentMoved } from './equipment.moving.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<EquipmentAction, Type>> = {
  store: StoringRequest,
  place: PlacingRequest,
  move: PlacingRequest,
  'shelve-repaired': StoringRequest,
  withdraw: WithdrawalRequest,
  lose: LossRequest,
  steal: TheftRequest,
  'record-complaint': ComplaintRequest,
  find: StoringRequest,
  retire: RetirementRequest,
  wipe: WipeRequest,
  dispose: DisposalRequest,
};

/** The moves of a device, one route a row. */
@ApiTags('equipment')
@Controller('equipment')
export class EquipmentMovesController implements MovesObjects {
  constructor(private readonly moves: EquipmentMoves) {}

  act(actor: Actor, id: string, action: EquipmentAction, body: MoveBody, write: Write): Promise<EquipmentMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(EquipmentMovesController, {
  moves: EQUIPMENT.moves,
  // A device is made as it is received.
  brings: ['receive', ...EQUIPMENT_UNREACHED],
  permission: (action) => `equipment.${action}` as EquipmentPermission,
  body: (action, asksReason) => BODIES[action as EquipmentAction] ?? (asksReason ? EquipmentReasonRequest : null),
  answer: EquipmentMovedAnswer,
  actor: () => CurrentActor(),
});
