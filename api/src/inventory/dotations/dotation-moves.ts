import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  DOTATION_PARTS,
  DOTATION_PARTS_CAME,
  DOTATION_PARTS_OVER,
  DOTATION_PARTS_SETTLED,
  DOTATION_RULES,
  DOTATION_STATES,
  DOTATIONS,
  judgeDotationMove,
  type DotationAction,
  type DotationEffect,
  type DotationFacts,
  type DotationMove,
  type DotationState,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { signatureOf } from '../../identity/mover.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { inStates, notInStates } from '../../platform/database/in-states.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { allowed, runMove, type EffectStep, type Running, type Steps } from '../../platform/lifecycle/run-move.js';
import { NeedMoves } from '../needs/need-moves.js';
import { DotationAccess, type Dotation } from './dotation.access.js';
import { takeUpNeeds } from './dotation-needs.js';
import { DotationPost } from './dotation-post.js';

export interface DotationMoved {
  id: string;
  version: number;
  state: DotationState;
}

interface MovingDotation {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly dotation: Dotation;
  readonly reason: string | null;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
}

interface Columns {
  answerBy?: string;
}

type Effect = EffectStep<MovingDotation, Columns>;

/** Every move of a dotation; what it does to its schools' parts, their own table allows, in the same transaction. */
@Injectable()
export class DotationMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DotationAccess,
    private readonly needs: NeedMoves,
    private readonly settings: PlanSettingsReader,
    private readonly post: DotationPost,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused as the table says */
  move(
    actor: Actor,
    dotationId: string,
    action: DotationAction,
    reason: string | null,
    write: Write,
  ): Promise<DotationMoved> {
    return this.transactions.run(write, async (manager) => {
      const dotation = await this.access.lock(manager, actor, dotationId, write);
      const facts = await factsOf(manager, dotation);
      const move = allowed(judgeDotationMove(actor.role, action, facts, reason), DOTATION_STATES[dotation.state].word);
      const moving = { manager, actor, dotation, reason, at: this.clock.now(), today: this.clock.today() };
      await runMove(this.running, move, moving, dotation);
      if (action === 'ask') await this.post.tellAsked(manager, dotation);
      if (action === 'decide') await this.post.tellDecided(manager, dotation);
      return { id: dotation.id, version: dotation.version + 1, state: move.next };
    });
  }

  private readonly steps: Steps<MovingDotation, Columns> & { effects: Record<DotationEffect, Effect> } = {
    rules: DOTATION_RULES,
    guards: {},
    effects: {
      'set-delay': { locks: [], run: (moving) => this.setDelay(moving) },
      'ask-schools': { locks: [], run: (moving) => this.askSchools(moving) },
      'drop-parts': { locks: [], run: dropParts },
    },
  };

  private readonly running: Running<WordsIn<typeof DOTATIONS>, MovingDotation, Columns> = {
    table: DOTATIONS,
    steps: this.steps,
    write: writeMove,
    tell: null,
  };

  private async setDelay({ manager, today }: MovingDotation) {
    const { 'dotation.opinionDays': days } = await this.settings.on(today, manager);
    return { columns: { answerBy: addCalendarDays(today, days) } };
  }

  private async askSchools({ manager, actor, dotation, at }: MovingDotation): Promise<void> {
    await manager.query(ASK_PARTS, [dotation.id, DOTATION_PARTS.initial, ASKED, at, dotation.answerBy]);
    await takeUpNeeds(manager, actor, dotation, this.needs);
  }
}

const ASKED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'ask')!.next;
const DROPPED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'drop')!.next;

/** By the parts' own row, with its line of history, all of them at once. */
const ASK_PARTS = `with asked as (
    update dotation_part set state = $3, state_since = $4, answer_by = $5::date, version = version + 1
     where id in (select p.id from dotation_part p where p.dotation_id = $1 and p.state = $2 order by p.id for no key update)
     returning id)
  insert into dotation_part_move (part_id, action, from_state, to_state, role, at)
    select id, 'ask', $2, $3, 'system', $4 from asked order by id`;

const DROP_PARTS = `with held as (
    select p.id, p.state from dotation_part p where p.dotation_id = $1 and ${inStates('p.state', DOTATION_PARTS.statesFrom('drop'))}
      order by p.id for no key update),
  dropped as (
    update dotation_part p set state = $2, state_since = $3, version = version + 1 from held h where p.id = h.id returning p.id, h.state),
  freed as (
    update dotation_device v set outcome = 'released' from dropped x where v.part_id = x.id and v.outcome is null)
  insert into dotation_part_move (part_id, action, from_state, to_state, account_id, role, deputy, at, reason)
    select id, 'drop', state, $2, $4, $5, $6, $3, $7 from dropped order by id`;

async function dropParts({ manager, actor, dotation, reason, at }: MovingDotation): Promise<void> {
  const { accountId, role, deputy } = signatureOf(actor);
  await manager.query(DROP_PARTS, [dotation.id, DROPPED, at, accountId, role, deputy, reason?.trim()]);
}

async function writeMove({ manager, actor, dotation, reason, at }: MovingDotation, move: DotationMove): Promise<void> {
  const { accountId, role, deputy } = signatureOf(actor);
  await manager.query(
    'update dotation set state = $2, state_since = $3, answer_by = $4, version = version + 1 where id = $1',
    [dotation.id, move.next, at, dotation.answerBy],
  );
  await manager.query(
    `insert into dotation_move (dotation_id, action, from_state, to_state, account_id, role, deputy, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [dotation.id, move.action, dotation.state, move.next, accountId, role, deputy, at, reason?.trim() || null],
  );
}

/** What the rules judge. */
export async function factsOf(
  manager: EntityManager,
  { id, state }: Pick<Dotation, 'id' | 'state'>,
): Promise<DotationFacts> {
  const [facts] = await manager.query(FACTS, [id, DROPPED]);
  return { state, ...(facts as Omit<DotationFacts, 'state'>) };
}

const FACTS = `select (count(*) filter (where p.state <> $2))::int as schools,
    (count(*) filter (where ${notInStates('p.state', DOTATION_PARTS_SETTLED)}))::int as undecided,
    (count(*) filter (where ${notInStates('p.state', DOTATION_PARTS_OVER)}))::int as open,
    (count(*) filter (where ${inStates('p.state', DOTATION_PARTS_CAME)} or p.received > 0))::int as came
  from dotation_part p where p.dotation_id = $1`;
