import { Injectable } from '@nestjs/common';
import { CONVENTION_STATES, CONVENTIONS, isPlainDate, votesPossible, type ConventionAction } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { SYSTEM } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionContext } from './convention.context.js';
import type {
  ConventionMovedAnswer,
  DeliberationRequest,
  EndConventionRequest,
  RenewRequest,
  SignRequest,
} from './convention.dto.js';
import { Convention } from './convention.entity.js';
import { ConventionMoves } from './convention-moves.js';
import type { ConventionGiven } from './convention.moving.js';
import { fieldRefusal } from './convention.steps.js';
import { stateRefusal } from './drafting.service.js';

/** From sent to its end, as the plan manager records it: each step with the day it bears. */
@Injectable()
export class ConclusionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConventionAccess,
    private readonly context: ConventionContext,
    private readonly moves: ConventionMoves,
    private readonly clock: Clock,
  ) {}

  /** A move of the table that takes its row, a reason and a date at most. */
  async move<Action extends ConventionAction>(
    actor: Actor,
    conventionId: string,
    action: Action,
    given: ConventionGiven<Action>,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      return this.answer(manager, await this.moves.run(manager, actor, convention, action, given));
    });
  }

  send(actor: Actor, conventionId: string, on: string | undefined, write: Write): Promise<ConventionMovedAnswer> {
    return this.move(actor, conventionId, 'send', { sending: { on: on ?? this.clock.today() } }, write);
  }

  /** The deliberation, or the body's decision, as the act itself says it. @throws Refused convention.votes-wrong */
  async recordAct(
    actor: Actor,
    conventionId: string,
    request: DeliberationRequest,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      if (!CONVENTION_STATES[convention.state].actOpen) throw stateRefusal(actor, convention);
      await storeAct(manager, conventionId, request);
      await manager.update(Convention, conventionId, { state: convention.state });
      return this.answer(manager, { ...convention, version: convention.version + 1 });
    });
  }

  /** One party's signature; the last one signs the convention, and brings it into force when its first day has come. */
  async sign(actor: Actor, conventionId: string, signature: SignRequest, write: Write): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      const signed = await this.moves.run(manager, actor, convention, 'sign', { signature });
      return this.answer(manager, await this.enterWhenDue(manager, signed));
    });
  }

  end(actor: Actor, conventionId: string, request: EndConventionRequest, write: Write): Promise<ConventionMovedAnswer> {
    return this.move(actor, conventionId, 'end', { end: request, reason: request.reason }, write);
  }

  /**
   * Renewal is express: the evaluation adopted and told to every signatory, then a new convention signed. It begins in
   * this transaction when its day has come, so that no school is without one in between.
   */
  async renew(
    actor: Actor,
    conventionId: string,
    evaluation: RenewRequest,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { convention, successor } = await this.access.lockWithSuccessor(manager, actor, conventionId, write);
      const renewed = await this.moves.run(manager, actor, convention, 'renew', { evaluation, successor });
      await this.enterWhenDue(manager, successor!);
      return this.answer(manager, renewed);
    });
  }

  /** Into force on its first day, in the system's name. Unchanged when it is not due. */
  private async enterWhenDue(manager: EntityManager, convention: Convention): Promise<Convention> {
    const { state, fromDay } = convention;
    const awaited = CONVENTIONS.statesFrom('enter-into-force').includes(state);
    if (!awaited || fromDay === null || fromDay > this.clock.today()) return convention;
    return this.moves.run(manager, SYSTEM, convention, 'enter-into-force', {});
  }

  private async answer(manager: EntityManager, convention: Convention): Promise<ConventionMovedAnswer> {
    const { id, version, state } = convention;
    return { id, version, state, warnings: await this.context.warnings(manager, convention) };
  }
}

async function storeAct(manager: EntityManager, conventionId: string, request: DeliberationRequest): Promise<void> {
  const counts = {
    present: request.present ?? null,
    proxies: request.proxies ?? null,
    votesFor: request.votesFor ?? null,
    votesAgainst: request.votesAgainst ?? null,
    abstentions: request.abstentions ?? null,
  };
  if (!votesPossible(counts)) throw new Refused('convention.votes-wrong');
  // The others are columns that hold no such day; these stand in JSON.
  const unreal = request.visas.findIndex(({ on }) => on != null && !isPlainDate(on));
  if (unreal >= 0) throw fieldRefusal(`visas.${unreal}.on`, 'date', 'Cette date n’existe pas.');
  const visas = request.visas.map(({ title, number, on }) => ({ title, number: number || null, on: on ?? null }));
  await manager.query(
    `insert into deliberation (convention_id, council, council_on, number, members_in_office, present, proxies, votes_for, votes_against,
       abstentions, unanimous, convened_on, certified_on, transmitted_on, published_on, executory_from, visas, signatory)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (convention_id) do update set council = excluded.council, council_on = excluded.council_on, number = excluded.number,
       members_in_office = excluded.members_in_office, present = excluded.present, proxies = excluded.proxies, votes_for = excluded.votes_for,
       votes_against = excluded.votes_against, abstentions = excluded.abstentions, unanimous = excluded.unanimous,
       convened_on = excluded.convened_on, certified_on = excluded.certified_on, transmitted_on = excluded.transmitted_on,
       published_on = excluded.published_on, executory_from = excluded.executory_from, visas = excluded.visas,
       signatory = excluded.signatory, version = deliberation.version + 1`,
    [
      conventionId,
      request.council,
      request.councilOn,
      request.number || null,
      request.membersInOffice ?? null,
      counts.present,
      counts.proxies,
      counts.votesFor,
      counts.votesAgainst,
      counts.abstentions,
      request.unanimous,
      request.convenedOn ?? null,
      request.certifiedOn ?? null,
      request.transmittedOn ?? null,
      request.publishedOn ?? null,
      request.executoryFrom ?? null,
      JSON.stringify(visas),
      request.signatory || null,
    ],
  );
}
