import { Injectable } from '@nestjs/common';
import { CONVENTION_STATES, isPlainDate, votesPossible, type ConventionAction } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
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
import { changeState, requireMove, SYSTEM, type MoveRecord } from './convention-moves.js';
import { stateRefusal } from './drafting.service.js';

/** From sent to its end, as the plan manager records it: each step with the day it bears. */
@Injectable()
export class ConclusionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConventionAccess,
    private readonly context: ConventionContext,
    private readonly clock: Clock,
  ) {}

  send(actor: Actor, conventionId: string, on: string | undefined, write: Write): Promise<ConventionMovedAnswer> {
    const sentOn = on ?? this.clock.today();
    return this.step(actor, conventionId, 'send', write, { happenedOn: sentOn }, { sentOn });
  }

  recall(actor: Actor, conventionId: string, write: Write): Promise<ConventionMovedAnswer> {
    return this.step(actor, conventionId, 'recall', write, {}, { sentOn: null });
  }

  refuse(actor: Actor, conventionId: string, reason: string, write: Write): Promise<ConventionMovedAnswer> {
    return this.step(actor, conventionId, 'refuse', write, { reason }, { sentOn: null });
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

  async approve(actor: Actor, conventionId: string, write: Write): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      const move = requireMove(actor, 'approve', await this.context.facts(manager, convention));
      const { councilOn } = (await this.context.act(manager, conventionId))!;
      const record = { move, mover: actor, at: this.clock.now(), happenedOn: councilOn };
      return this.answer(manager, await changeState(manager, convention, record, { approvedOn: councilOn }));
    });
  }

  /** One party's signature; the last one signs the convention, and brings it into force when its first day has come. */
  async sign(actor: Actor, conventionId: string, request: SignRequest, write: Write): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { party, on, signatory } = request;
      const convention = await this.access.lock(manager, actor, conventionId, write);
      const move = requireMove(actor, 'sign', await this.context.facts(manager, convention), { party });
      this.requirePast('on', on);
      await manager.query(
        'insert into convention_signature (convention_id, party, signed_on, signatory) values ($1, $2, $3, $4)',
        [conventionId, party, on, signatory],
      );
      const record = { move, mover: actor, at: this.clock.now(), happenedOn: on };
      const signatures = await this.context.signatures(manager, conventionId);
      const signedOn = move.next === 'signed' ? signatures.at(-1)!.signedOn : null;
      const signed = await changeState(manager, convention, record, { signedOn });
      return this.answer(manager, await this.enterWhenDue(manager, signed));
    });
  }

  async end(
    actor: Actor,
    conventionId: string,
    request: EndConventionRequest,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    const { on, reason } = request;
    const changes = { endedOn: on, noticeOn: request.noticeOn ?? null, endedReason: reason };
    return this.step(actor, conventionId, 'end', write, { happenedOn: on, reason }, changes);
  }

  /**
   * Renewal is express: the evaluation adopted and told to every signatory, then a new convention signed. It begins in
   * this transaction when its day has come, so that no school is without one in between.
   */
  async renew(actor: Actor, conventionId: string, request: RenewRequest, write: Write): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      const successor = await this.access.lockSuccessor(manager, conventionId);
      const { evaluationAdoptedOn, evaluationToldOn } = request;
      const told = { evaluationAdoptedOn, evaluationToldOn };
      const move = requireMove(
        actor,
        'renew',
        await this.context.facts(manager, { ...convention, ...told }, successor),
      );
      this.requirePast('evaluationAdoptedOn', evaluationAdoptedOn);
      this.requirePast('evaluationToldOn', evaluationToldOn);
      if (evaluationToldOn < evaluationAdoptedOn)
        throw fieldRefusal('evaluationToldOn', 'dates-reversed', 'Elle est communiquée après son adoption.');
      const renewed = await changeState(manager, convention, { move, mover: actor, at: this.clock.now() }, told);
      await this.enterWhenDue(manager, successor!);
      return this.answer(manager, renewed);
    });
  }

  /** signed → in force on its first day, in the system's name. Unchanged when it is not due. */
  async enterWhenDue(manager: EntityManager, convention: Convention): Promise<Convention> {
    const { state, fromDay } = convention;
    if (state !== 'signed' || fromDay === null || fromDay > this.clock.today()) return convention;
    const move = requireMove(SYSTEM, 'enter-into-force', await this.context.facts(manager, convention));
    return changeState(manager, convention, { move, mover: SYSTEM, at: this.clock.now(), happenedOn: fromDay });
  }

  /** A move that takes nothing but its row. */
  private async step(
    actor: Actor,
    conventionId: string,
    action: ConventionAction,
    write: Write,
    record: Pick<MoveRecord, 'happenedOn' | 'reason'>,
    changes: Parameters<typeof changeState>[3],
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      const move = requireMove(actor, action, await this.context.facts(manager, convention), {
        reason: record.reason ?? null,
      });
      if (record.happenedOn) this.requirePast('on', record.happenedOn);
      return this.answer(
        manager,
        await changeState(manager, convention, { move, mover: actor, at: this.clock.now(), ...record }, changes),
      );
    });
  }

  private async answer(manager: EntityManager, convention: Convention): Promise<ConventionMovedAnswer> {
    const { id, version, state } = convention;
    return { id, version, state, warnings: await this.context.warnings(manager, convention) };
  }

  /** What is recorded has happened: its day is not to come. */
  private requirePast(name: string, day: string): void {
    if (day > this.clock.today())
      throw fieldRefusal(name, 'to-come', 'Cette date est à venir : enregistrez ce qui a eu lieu.');
  }
}

function fieldRefusal(name: string, code: string, message: string): Refused {
  return new Refused('request.invalid', { fields: [{ name, code, message }] });
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
