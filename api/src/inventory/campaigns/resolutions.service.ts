import { Injectable } from '@nestjs/common';
import {
  CAMPAIGN_PART_STATES,
  EQUIPMENT_IN_ROOM,
  EQUIPMENT_MISSING,
  EQUIPMENT_TAG,
  mayResolve,
  type Finding,
  type Resolution,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { EquipmentAccess } from '../equipment.access.js';
import type { Equipment } from '../equipment.entity.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { EquipmentGiven } from '../equipment.moving.js';
import { ReceiptService } from '../receipt.service.js';
import { StockPlacesService } from '../stock-places.service.js';
import { CampaignAccess, type CampaignPart } from './campaign.access.js';
import type { ResolutionRequest } from './campaign.dto.js';
import { CampaignPartMoves } from './part-moves.js';

interface Difference {
  id: string;
  partId: string;
  equipmentId: string | null;
  code: string | null;
  finding: Finding;
  expectedRoomId: string | null;
  seenRoomId: string | null;
  resolution: Resolution | null;
}

interface Resolving {
  manager: EntityManager;
  actor: Actor;
  part: CampaignPart;
  difference: Difference;
  asked: ResolutionRequest;
}

/** What becomes of the device; the id of one that is made. */
type Way = (resolving: Resolving) => Promise<string | null>;

/** Differences, each resolved by one answer of the manager: what it says is done by the devices' own moves. */
@Injectable()
export class CampaignResolutionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
    private readonly parts: CampaignPartMoves,
    private readonly equipment: EquipmentAccess,
    private readonly moves: EquipmentMoves,
    private readonly receipts: ReceiptService,
    private readonly places: StockPlacesService,
    private readonly clock: Clock,
  ) {}

  private readonly ways: Record<Resolution, Way> = {
    moved: (resolving) => this.putWhereSeen(resolving),
    left: () => Promise.resolve(null),
    ignored: () => Promise.resolve(null),
    lost: (resolving) => this.lose(resolving),
    found: (resolving) => this.find(resolving),
    created: (resolving) => this.create(resolving),
  };

  /**
   * One difference, once: of two at the same moment, the second reads that it is done.
   * @throws Refused campaign.resolved, campaign.state, campaign.answer-other, and whatever the device's own table refuses
   */
  resolve(
    actor: Actor,
    differenceId: string,
    asked: ResolutionRequest,
    write: Write,
  ): Promise<{ id: string; partState: CampaignPart['state'] }> {
    return this.transactions.run(write, async (manager) => {
      const { partId } = await read(manager, differenceId, '');
      const part = await this.access.lockPart(manager, actor, partId);
      const difference = await read(manager, differenceId, 'for update of i');
      if (difference.resolution !== null) throw new Refused('campaign.resolved');
      const { word, resolving } = CAMPAIGN_PART_STATES[part.state];
      if (!resolving) throw new Refused('campaign.state', { state: word });
      if (!mayResolve(difference.finding, asked.resolution)) throw new Refused('campaign.answer-other');
      const made = await this.ways[asked.resolution]({ manager, actor, part, difference, asked });
      await manager.query(
        `update campaign_item set resolution = $2, resolved_at = $3, resolved_by = $4, equipment_id = coalesce(equipment_id, $5) where id = $1`,
        [difference.id, asked.resolution, this.clock.now(), actor.accountId, made],
      );
      const { state } = await this.parts.settleIfDone(manager, part);
      return { id: difference.id, partState: state };
    });
  }

  /** To the room it was seen in, by as many moves as it takes from where the plan believed it. */
  private async putWhereSeen(resolving: Resolving): Promise<null> {
    const { manager, part, difference } = resolving;
    const equipment = await this.lock(resolving);
    const roomId = difference.seenRoomId!;
    if (EQUIPMENT_IN_ROOM.includes(equipment.state) && equipment.schoolId === part.schoolId) {
      if (equipment.roomId !== roomId) await this.move(resolving, equipment, 'move', { roomId });
      return null;
    }
    const stockPlaceId = await this.places.directDelivery(manager);
    if (EQUIPMENT_IN_ROOM.includes(equipment.state))
      await this.move(resolving, equipment, 'withdraw', { stockPlaceId });
    if (EQUIPMENT_MISSING.includes(equipment.state)) await this.move(resolving, equipment, 'find', { stockPlaceId });
    await this.move(resolving, equipment, 'place', { roomId });
    return null;
  }

  private async lose(resolving: Resolving): Promise<null> {
    const equipment = await this.lock(resolving);
    // Somebody has said so meanwhile.
    if (!EQUIPMENT_MISSING.includes(equipment.state)) await this.move(resolving, equipment, 'lose', {});
    return null;
  }

  /** What turns up after all stands where it was expected; what was lost and is here goes to the shelf, for the manager to place. */
  private async find(resolving: Resolving): Promise<null> {
    const { manager, difference } = resolving;
    const equipment = await this.lock(resolving);
    const lost = EQUIPMENT_MISSING.includes(equipment.state);
    if (difference.finding === 'unexpected' && !lost) throw new Refused('campaign.answer-other');
    if (!lost) return null;
    const stockPlaceId = await this.places.directDelivery(manager);
    await this.move(resolving, equipment, 'find', { stockPlaceId });
    if (difference.finding === 'missing' && difference.expectedRoomId)
      await this.move(resolving, equipment, 'place', { roomId: difference.expectedRoomId });
    return null;
  }

  /** One more device of the plan, received and placed where it was seen; the label it bears is its own. */
  private async create(resolving: Resolving): Promise<string> {
    const { manager, actor, difference, asked } = resolving;
    if (!asked.modelId) throw new Refused('equipment.model-unknown');
    const stockPlaceId = await this.places.directDelivery(manager);
    const borne = difference.code && EQUIPMENT_TAG.test(difference.code) ? difference.code : null;
    const tag = asked.tag?.trim() || borne || undefined;
    const request = { modelId: asked.modelId, serial: asked.serial?.trim() || undefined, tag, stockPlaceId };
    const { id } = await this.receipts.receiveIn(manager, actor, request);
    const equipment = await this.equipment.again(manager, id);
    await this.move(resolving, equipment, 'place', { roomId: difference.seenRoomId! });
    return id;
  }

  private lock({ manager, actor, difference }: Resolving): Promise<Equipment> {
    return this.equipment.lockAnyVersion(manager, actor, difference.equipmentId!);
  }

  private async move(
    { manager, actor, part }: Resolving,
    equipment: Equipment,
    action: 'move' | 'withdraw' | 'find' | 'place' | 'lose',
    given: EquipmentGiven,
  ): Promise<void> {
    const reason = `Récolement « ${part.campaign.title} »`;
    await this.moves.moveIn(manager, equipment, { mover: actor, action, given: { ...given, reason } });
  }
}

/** @throws Refused object.not-found */
async function read(manager: EntityManager, differenceId: string, lock: '' | 'for update of i'): Promise<Difference> {
  const [difference] = await manager.query(
    `select i.id, i.part_id as "partId", i.equipment_id as "equipmentId", i.code, i.finding, i.expected_room_id as "expectedRoomId",
        i.seen_room_id as "seenRoomId", i.resolution from campaign_item i where i.id = $1 ${lock}`,
    [differenceId],
  );
  if (!difference) throw new Refused('object.not-found');
  return difference as Difference;
}
