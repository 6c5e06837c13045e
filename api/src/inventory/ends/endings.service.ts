import { Injectable } from '@nestjs/common';
import type { EquipmentAction } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { RefusalReader } from '../../platform/http/refusal-reader.js';
import { refusalSentence, Refused } from '../../platform/http/refused.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { EquipmentAccess } from '../equipment.access.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { EquipmentBulkItem } from '../equipment.dto.js';
import type { EquipmentGiven } from '../equipment.moving.js';
import type { EndingAnswer, EndingOutcome } from './disposals.answers.js';

/** What is done to devices that are retired. */
type Ending = Extract<EquipmentAction, 'wipe' | 'dispose'>;

/** What stands in the way of one is told, and nothing of the others is kept. */
class NotAll extends Error {
  constructor(readonly outcomes: EndingOutcome[]) {
    super();
  }
}

/** The same end for many devices: one wipe, one departure; all or none, told device by device. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
    private readonly refusals: RefusalReader,
  ) {}

  /** @throws Refused disposal.device-named-twice */
  async end(
    actor: Actor,
    action: Ending,
    { devices, ...told }: EquipmentGiven & { devices: EquipmentBulkItem[] },
    write: Write,
  ): Promise<EndingAnswer> {
    if (new Set(devices.map(({ id }) => id)).size < devices.length) throw new Refused('disposal.device-named-twice');
    const given: EquipmentGiven = { ...told, departure: { id: null } };
    const inOrder = [...devices].sort((one, other) => (one.id < other.id ? -1 : 1));
    try {
      return await this.transactions.run(write, async (manager) => {
        // All at once, whatever the order they were named in: nobody waits for each other.
        const ids = inOrder.map(({ id }) => id);
        await this.access.lockAll(manager, actor, ids);
        const outcomes = await oneByOne(inOrder, (device) =>
          this.endOne(manager, actor, action, { device, given, write }),
        );
        if (outcomes.some(({ ready }) => !ready)) throw new NotAll(outcomes);
        return { done: true, outcomes };
      });
    } catch (error) {
      if (error instanceof NotAll) return { done: false, outcomes: error.outcomes };
      throw error;
    }
  }

  private async endOne(
    manager: EntityManager,
    actor: Actor,
    action: Ending,
    { device, given, write }: { device: EquipmentBulkItem; given: EquipmentGiven; write: Write },
  ): Promise<EndingOutcome> {
    const { id, version } = device;
    const departed = given.departure!.id;
    let tag: string | null = null;
    try {
      return await manager.transaction(async (nested) => {
        const equipment = await this.access.lock(nested, actor, id, { ...write, expectedVersion: version });
        tag = equipment.tag;
        await this.moves.moveIn(nested, equipment, { mover: actor, action, given });
        return { id, tag, ready: true, code: null, sentence: null };
      });
    } catch (error) {
      // What was undone with it is written anew by the next one.
      given.departure!.id = departed;
      const refusal = this.refusals.of(error);
      if (refusal.status >= 500) throw error;
      return { id, tag, ready: false, code: refusal.code, sentence: refusalSentence(refusal) };
    }
  }
}
