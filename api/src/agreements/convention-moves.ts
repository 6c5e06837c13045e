import { Injectable } from '@nestjs/common';
import {
  CONVENTION_STATES,
  CONVENTIONS,
  judgeConventionMove,
  type ConventionAction,
  type ConventionMove,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { roleOf, signatureOf, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { allowed, runMove, type Left, type Running } from '../platform/lifecycle/run-move.js';
import { ConventionContext } from './convention.context.js';
import { Convention } from './convention.entity.js';
import type { ConventionColumns, ConventionGiven, MovingConvention } from './convention.moving.js';
import { ConventionNoticesService } from './convention-notices.service.js';
import { ConventionSteps } from './convention.steps.js';

/** Every move of a convention: judged and run by the table; here alone the state changes, with the move that explains it. */
@Injectable()
export class ConventionMoves {
  constructor(
    private readonly context: ConventionContext,
    private readonly steps: ConventionSteps,
    private readonly notices: ConventionNoticesService,
    private readonly clock: Clock,
  ) {}

  /** @param convention locked by the caller, through its door @throws Refused as the table and its steps say */
  async run<Action extends ConventionAction>(
    manager: EntityManager,
    mover: Mover,
    convention: Convention,
    action: Action,
    given: ConventionGiven<Action>,
  ): Promise<Convention> {
    const { reason = null, successor = null, day, ...rest } = given;
    const brought: MovingConvention['brought'] = rest;
    const today = day ?? this.clock.today();
    const read = await this.context.facts(manager, { ...convention, ...brought.evaluation }, successor);
    const facts = { ...read, today };
    const step = { reason, ...(brought.signature ? { party: brought.signature.party } : {}) };
    const move = allowed(
      judgeConventionMove(roleOf(mover), action, facts, step),
      CONVENTION_STATES[convention.state].word,
    );
    const moving = { manager, mover, convention, facts, at: this.clock.now(), today, reason, brought };
    const { columns } = await runMove(this.running(), move, moving, {});
    return { ...convention, ...(columns as Partial<Convention>), state: move.next, version: convention.version + 1 };
  }

  private running(): Running<WordsIn<typeof CONVENTIONS>, MovingConvention, ConventionColumns> {
    return {
      table: CONVENTIONS,
      steps: this.steps,
      write,
      tell: ({ manager, convention, today }, move) => this.notices.moved(manager, convention, { ...move, day: today }),
    };
  }
}

async function write(
  { manager, mover, convention, at, reason }: MovingConvention,
  move: ConventionMove,
  { columns, detail: { happenedOn = null } }: Required<Left<ConventionColumns>>,
): Promise<void> {
  const { accountId, role } = signatureOf(mover);
  await manager.update(Convention, convention.id, { ...columns, state: move.next });
  await manager.query(
    `insert into convention_move (convention_id, action, from_state, to_state, account_id, role, happened_on, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [convention.id, move.action, convention.state, move.next, accountId, role, happenedOn, at, reason?.trim() || null],
  );
}
