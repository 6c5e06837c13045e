import { Injectable } from '@nestjs/common';
import { EQUIPMENT, type EquipmentAction } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { onceEach, RowByRow, type RowOutcome } from '../../platform/database/row-by-row.js';
import type { Write } from '../../platform/database/transactions.js';
import { refusalSentence } from '../../platform/http/refused.js';
import { EquipmentAccess } from '../equipment.access.js';
import { EquipmentMoves } from '../equipment-moves.js';
import type { EquipmentGiven, EquipmentMoved } from '../equipment.moving.js';
import type { EquipmentBulkItem } from '../equipment.dto.js';
import type { EquipmentBulkAnswer, EquipmentBulkOutcome } from './equipment-bulk.dto.js';

/** What is asked of many devices, and by which row each makes it: the first that its state has. */
const BY_WHICH = {
  /** Into one room: out of the stock, or from another room of that school. */
  place: ['place', 'move'],
  /** Onto one shelf: from another one, or out of a school. */
  store: ['store', 'withdraw'],
  retire: ['retire'],
  lose: ['lose'],
} as const satisfies Record<string, EquipmentAction[]>;

export type EquipmentBulkKind = keyof typeof BY_WHICH;

/** A device as it was seen, with the room that it alone goes to where each has its own. */
export type EquipmentBulkAsked = EquipmentBulkItem & { roomId?: string };

/** The same move of many devices, row by row. */
@Injectable()
export class EquipmentBulkService {
  constructor(
    private readonly rows: RowByRow,
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
  ) {}

  async run(
    actor: Actor,
    kind: EquipmentBulkKind,
    asked: { devices: EquipmentBulkAsked[]; given: EquipmentGiven; preview: boolean },
    write: Write,
  ): Promise<EquipmentBulkAnswer> {
    const items = onceEach(asked.devices);
    const move = async (
      manager: EntityManager,
      { id, roomId }: EquipmentBulkAsked,
      each: Write,
    ): Promise<EquipmentMoved> => {
      const equipment = await this.access.lock(manager, actor, id, each);
      const rows = BY_WHICH[kind];
      const action = rows.find((row) => EQUIPMENT.find(equipment.state, row) !== undefined) ?? rows[0];
      const given = roomId === undefined ? asked.given : { ...asked.given, roomId };
      return this.moves.moveIn(manager, equipment, { mover: actor, action, given });
    };
    const ids = items.map(({ id }) => id);
    const outcomes = asked.preview
      ? await this.rows.preview(write, items, (manager) => this.access.lockAll(manager, actor, ids), move)
      : await this.rows.apply(write, items, move);
    return { outcomes: outcomes.map(told) };
  }
}

function told({ item: { id }, done, refusal }: RowOutcome<EquipmentBulkAsked, EquipmentMoved>): EquipmentBulkOutcome {
  return refusal === null
    ? { id, state: done!.state, done: true, code: null, sentence: null }
    : { id, state: null, done: false, code: refusal.code, sentence: refusalSentence(refusal) };
}
