import { Injectable } from '@nestjs/common';
import { RETURN_RULES, type ReturnEffect, type ReturnStepGuard } from '@parc/domain';
import { RepairsService } from '../inventory/repairs.service.js';
import { MakerWaits } from '../maintenance/maker-waits.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { brought, type MovingReturn, type ReturnColumns } from './return.moving.js';
import { requireReview } from './return-days.js';

type Guard = GuardStep<MovingReturn>;
type Effect = EffectStep<MovingReturn, ReturnColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of returns do. */
@Injectable()
export class ReturnSteps implements Steps<MovingReturn, ReturnColumns> {
  constructor(
    private readonly repairs: RepairsService,
    private readonly waits: MakerWaits,
  ) {}

  readonly rules = RETURN_RULES;

  readonly guards: Record<ReturnStepGuard, Guard> = {
    'sending-told': guard((moving) => {
      const { warranty, today } = moving;
      const sentOn = brought(moving, 'sentOn');
      if (sentOn < warranty.preparedOn || sentOn > today) throw new Refused('warranty.sending-wrong');
      requireReview(brought(moving, 'reviewOn'), today);
    }),
    'review-ahead': guard((moving) => requireReview(brought(moving, 'reviewOn'), moving.today)),
  };

  readonly effects: Record<ReturnEffect, Effect> = {
    'record-sending': effect((moving) => {
      const trackingNumber = moving.brought.trackingNumber?.trim() || null;
      const [sentOn, reviewOn] = [brought(moving, 'sentOn'), brought(moving, 'reviewOn')];
      return { columns: { sentOn, trackingNumber, reviewOn }, detail: { sentOn, trackingNumber, reviewOn } };
    }),
    review: effect((moving) => {
      const reviewOn = brought(moving, 'reviewOn');
      return { columns: { reviewOn }, detail: { reviewOn } };
    }),
    // Its own review has come meanwhile, or somebody went on with it: while the device is away it waits.
    'ticket-waits': effect(async ({ manager, mover, warranty, brought: given }) => {
      await this.waits.wait(manager, mover, warranty.ticketId, {
        ...{ reason: 'Retour en garantie', reviewOn: given.reviewOn!, device: 'stays' },
      });
    }),
    'device-back': effect(async ({ manager, mover, warranty }) => {
      await this.repairs.comesBack(manager, mover, warranty.equipmentId);
    }),
    exchange: effect((moving) => this.exchange(moving)),
    'ticket-goes-on': effect(async ({ manager, mover, warranty }) => {
      await this.waits.goOn(manager, mover, warranty.ticketId);
    }),
  };

  /** What came back keeps the label, the place and what it cost; it has another serial number, and may be under warranty for longer. */
  private async exchange(moving: MovingReturn): Promise<Left<ReturnColumns>> {
    const { manager, warranty, brought: given } = moving;
    const serial = brought(moving, 'serial').trim();
    const { formerSerial } = await this.repairs.exchanged(manager, warranty.equipmentId, {
      serial,
      warrantyUntil: given.warrantyUntil ?? null,
    });
    return { columns: { formerSerial, newSerial: serial }, detail: { formerSerial, serial } };
  }
}
