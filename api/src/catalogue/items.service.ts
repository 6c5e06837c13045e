import { Injectable } from '@nestjs/common';
import {
  ITEMS_EDITABLE,
  ITEM_STATES,
  ITEMS,
  ITEM_RULES,
  judgeItemMove,
  ITEMS_PRICEABLE,
  type ItemAction,
  type ItemDecision,
  type ItemEffect,
  type ItemState,
  type WordsIn,
  ITEMS_SOLD,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed, runMove, type EffectStep, type Running, type Steps } from '../platform/lifecycle/run-move.js';
import { ItemAccess } from './item.access.js';
import type { ItemDecisionRequest, ItemProposalRequest, ItemRequest, PriceRequest } from './item.dto.js';
import { CatalogueItem } from './item.entity.js';
import { neededFields } from './item-needs.js';

/** What every write answers: the page is read again. */
export interface ItemMoved {
  id: string;
  version: number;
  state: ItemState;
}

/** The catalogue as its manager writes it: proposals, prices by date, the bodies' decisions. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ItemAccess,
    private readonly clock: Clock,
  ) {}

  async propose(request: ItemProposalRequest, write: Write): Promise<ItemMoved> {
    return this.transactions.run(write, async (manager) => {
      const { price, ...content } = request;
      await requireContract(manager, content.contractId ?? null);
      const inserted = await manager.insert(CatalogueItem, { ...columnsOf(content), state: ITEMS.initial });
      const { id } = inserted.identifiers[0] as { id: string };
      if (price) await insertPrice(manager, id, price);
      return { id, version: 1, state: ITEMS.initial };
    });
  }

  /** @throws Refused catalogue.state once it has been decided: only its prices go on */
  async write(actor: Actor, itemId: string, request: ItemRequest, write: Write): Promise<ItemMoved> {
    return this.transactions.run(write, async (manager) => {
      const item = await this.access.lock(manager, actor, itemId, write);
      if (!ITEMS_EDITABLE.includes(item.state)) throw stateRefusal(actor, item.state);
      await requireContract(manager, request.contractId ?? null);
      await manager.update(CatalogueItem, itemId, columnsOf(request));
      return { id: itemId, version: item.version + 1, state: item.state };
    });
  }

  /** A price from a day on. What was submitted keeps its own; what is validated cannot be priced for days gone by. */
  async addPrice(actor: Actor, itemId: string, price: PriceRequest, write: Write): Promise<ItemMoved> {
    return this.transactions.run(write, async (manager) => {
      const item = await this.access.lock(manager, actor, itemId, write);
      if (!ITEMS_PRICEABLE.includes(item.state)) throw stateRefusal(actor, item.state);
      if (ITEMS_SOLD.includes(item.state) && price.fromDay < this.clock.today())
        throw new Refused('catalogue.price-dated');
      await insertPrice(manager, itemId, price);
      return touch(manager, item);
    });
  }

  /** A price that nobody has been shown yet may still be taken back. @throws Refused catalogue.price-dated when it already holds */
  async removePrice(actor: Actor, itemId: string, priceId: string, write: Write): Promise<ItemMoved> {
    return this.transactions.run(write, async (manager) => {
      const item = await this.access.lock(manager, actor, itemId, write);
      const [price] = await manager.query(
        'select from_day::text as "fromDay" from item_price where id = $1 and item_id = $2',
        [priceId, itemId],
      );
      if (!price) throw new Refused('object.not-found');
      const undecided = ITEMS_EDITABLE.includes(item.state);
      if (!undecided && price.fromDay <= this.clock.today()) throw new Refused('catalogue.price-dated');
      await manager.query('delete from item_price where id = $1', [priceId]);
      return touch(manager, item);
    });
  }

  /** One move of the table, with the decision that carries it. */
  async move(
    actor: Actor,
    itemId: string,
    action: ItemAction,
    request: ItemDecisionRequest,
    write: Write,
  ): Promise<ItemMoved> {
    return this.transactions.run(write, async (manager) => {
      const item = await this.access.lock(manager, actor, itemId, write);
      const decision = {
        body: request.body || null,
        meetingOn: request.meetingOn ?? null,
        decisionNumber: request.decisionNumber || null,
        reason: request.reason || null,
      };
      const verdict = judgeItemMove(
        actor.role,
        action,
        { state: item.state, priced: await isPriced(manager, itemId) },
        decision,
      );
      const move = allowed(verdict, ITEM_STATES[item.state].word);
      const moving = { manager, actor, item, decision, next: move.next, at: this.clock.now() };
      await runMove(RUNNING, move, moving, item);
      return { id: itemId, version: item.version + 1, state: move.next };
    });
  }
}

interface MovingItem {
  manager: EntityManager;
  actor: Actor;
  item: CatalogueItem;
  decision: ItemDecision;
  next: ItemState;
  at: Date;
}

/** What the names in the table of items do: its guards are all rules. */
const ITEM_STEPS: Steps<MovingItem, object> & { effects: Record<ItemEffect, EffectStep<MovingItem, object>> } = {
  rules: ITEM_RULES,
  guards: {},
  effects: { 'record-decision': { locks: [], run: recordDecision } },
};

/** What explains a move is its decision, which the row records. */
const RUNNING: Running<WordsIn<typeof ITEMS>, MovingItem, object> = {
  table: ITEMS,
  steps: ITEM_STEPS,
  write: async ({ manager, item }, move) => void (await manager.update(CatalogueItem, item.id, { state: move.next })),
  tell: null,
};

async function recordDecision({ manager, actor, item, decision, next, at }: MovingItem): Promise<void> {
  const { body, meetingOn, decisionNumber, reason } = decision;
  await manager.query(
    `insert into item_decision (item_id, state, body, meeting_on, decision_number, reason, decided_at, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [item.id, next, body, meetingOn, decisionNumber, reason, at, actor.accountId],
  );
}

async function isPriced(manager: EntityManager, itemId: string): Promise<boolean> {
  const [{ priced }] = await manager.query('select exists (select from item_price where item_id = $1) as priced', [
    itemId,
  ]);
  return priced as boolean;
}

function stateRefusal(actor: Actor, state: ItemState): Refused {
  return new Refused('catalogue.state', {
    possible: ITEMS.actionsFor(actor.role, state),
    state: ITEM_STATES[state].word,
  });
}

/** The version goes on although no column of the item's own changed: the page that shows its prices is another. */
async function touch(manager: EntityManager, item: CatalogueItem): Promise<ItemMoved> {
  await manager.update(CatalogueItem, item.id, { state: item.state });
  return { id: item.id, version: item.version + 1, state: item.state };
}

function insertPrice(manager: EntityManager, itemId: string, price: PriceRequest): Promise<unknown> {
  return manager.query(
    'insert into item_price (item_id, from_day, unit_net_cents, vat_basis_points) values ($1, $2, $3, $4)',
    [itemId, price.fromDay, price.unitNetCents, price.vatBasisPoints],
  );
}

async function requireContract(manager: EntityManager, contractId: string | null): Promise<void> {
  if (!contractId) return;
  const rows = await manager.query('select from contract where id = $1 for key share', [contractId]);
  if (rows.length === 0) throw new Refused('catalogue.contract-unknown');
}

function columnsOf(request: ItemRequest) {
  const { needs, ...columns } = request;
  return {
    ...columns,
    maker: request.maker || null,
    warrantyMonths: request.warrantyMonths ?? null,
    contractId: request.contractId ?? null,
    trainingModule: request.trainingModule || null,
    ...neededFields(needs),
  };
}
