import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allocate, allocationTotals, amountHistogram, type Allocation, type AllocationSchool } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { AllocationNotices } from './allocation-notices.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { FIGURES, type AllocationAnswer, type AllocationItem } from './allocation.answers.js';
import type { AllocationRequest } from './allocation.dto.js';
import { AllocationQueries, type SchoolFacts } from './allocation.queries.js';
import { LedgerService } from './ledger.service.js';

/**
 * Sharing a voted sum out over the schools (rules.md 7). A preview judges as the application does, on what it reads, and
 * keeps nobody waiting: the application compares what was looked at with what it finds under its locks. Once a year is shared
 * out, a further vote is a complement: a run of its own whose entries add to the first's. What was allotted is never
 * computed again, so that each run sums to its own vote and no entry is edited.
 */
@Injectable()
export class AllocationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: AllocationQueries,
    private readonly ledger: LedgerService,
    private readonly notices: AllocationNotices,
    private readonly clock: Clock,
  ) {}

  /** What applying would do, to the cent. */
  preview(actor: Actor, request: AllocationRequest, write: Write): Promise<AllocationAnswer> {
    return this.transactions.look(write, async (manager) => {
      const facts = await this.factsFor(manager, request);
      return this.judge(manager, request, facts);
    });
  }

  /**
   * Opens every envelope and posts every share, in one step.
   * @throws Refused allocation.preview-stale when a figure is no longer the one that was looked at, budget.already-opened
   */
  apply(actor: Actor, request: AllocationRequest, write: Write): Promise<AllocationAnswer> {
    if (!request.expected) throw new Refused('request.invalid', { fields: [PREVIEW_FIRST] });
    return this.transactions.run(write, (manager) => this.allocateIn(manager, actor, request));
  }

  private async allocateIn(
    manager: EntityManager,
    actor: Actor,
    request: AllocationRequest,
  ): Promise<AllocationAnswer> {
    const facts = await this.factsFor(manager, request);
    const envelopes = await this.openAndLock(manager, request, facts);
    const proposed = await this.judge(manager, request, facts);
    if (request.expected !== proposed.hash) throw new Refused('allocation.preview-stale');
    return { ...proposed, id: await this.post(manager, actor, request, proposed, envelopes) };
  }

  private async factsFor(manager: EntityManager, request: AllocationRequest): Promise<SchoolFacts[]> {
    const facts = await this.queries.facts(manager, request.year, request.kind);
    requireKnownSchools(request, facts);
    return facts;
  }

  /** @throws Refused budget.already-opened, budget.envelope-closed, or as the rule refuses */
  private async judge(
    manager: EntityManager,
    request: AllocationRequest,
    facts: readonly SchoolFacts[],
  ): Promise<AllocationAnswer> {
    const { year, kind, complement = false } = request;
    const earlierRuns = await this.queries.earlierRuns(manager, year, kind);
    if (earlierRuns > 0 && !complement) throw new Refused('budget.already-opened');
    const proposed = propose(request, facts, earlierRuns);
    const closed = await this.queries.closedEnvelopes(manager, year, kind);
    const gets = ({ schoolId, amountCents }: { schoolId: string | null; amountCents: number }) =>
      amountCents > 0 && closed.has(schoolId);
    if ([...proposed.items, { schoolId: null, amountCents: proposed.reserveCents }].some(gets))
      throw new Refused('budget.envelope-closed');
    return proposed;
  }

  /** Made in the order of their schools, locked in the order of their ids: another run of the year waits here. */
  private async openAndLock(
    manager: EntityManager,
    { year, kind }: AllocationRequest,
    facts: readonly SchoolFacts[],
  ): Promise<Envelopes> {
    const schoolIds = [...facts.map(({ schoolId }) => schoolId), null];
    const envelopes = await this.ledger.openEnvelopes(manager, schoolIds, year, kind);
    await this.ledger.lock(manager, [...envelopes.values()]);
    return envelopes;
  }

  /** One entry for each envelope that gets something, and whom it is for is told; the run keeps the rule as it was applied. */
  private async post(
    manager: EntityManager,
    actor: Actor,
    request: AllocationRequest,
    proposed: AllocationAnswer,
    envelopes: Envelopes,
  ): Promise<string> {
    const { year, kind, rule, fixed, complement = false, reason = '' } = request;
    const { reserveCents } = proposed;
    const at = this.clock.now();
    const [{ id }] = await manager.query(
      `insert into allocation_run (year, kind, rule, reason, account_id, applied_at) values ($1, $2, $3, $4, $5, $6) returning id`,
      [year, kind, { ...rule, fixed, complement, reserveCents }, reason, actor.accountId, at],
    );
    const why = reason || (complement ? 'complément' : null);
    const given = proposed.items.filter(({ amountCents }) => amountCents > 0);
    const kept = { schoolId: null, amountCents: reserveCents, reason: null };
    const entries = [...given, ...(reserveCents > 0 ? [kept] : [])].map(({ schoolId, amountCents, reason: own }) => ({
      envelopeId: envelopes.get(schoolId)!,
      amountCents,
      reason: own ?? why,
    }));
    await this.ledger.allot(manager, entries, id, at);
    const shares = given.map(({ schoolId, schoolName, amountCents, reason: own }) => ({
      schoolId,
      schoolName,
      amountCents,
      reason: own ?? (reason || null),
    }));
    await this.notices.allocated(manager, { runId: id, year, kind, complement, shares });
    return id;
  }
}

/** By school; the reserve's has none. */
type Envelopes = ReadonlyMap<string | null, string>;

function propose(request: AllocationRequest, facts: readonly SchoolFacts[], earlierRuns: number): AllocationAnswer {
  const { year, kind, rule, reserveCents = 0 } = request;
  const schools = facts.map((fact) => toShare(fact, request));
  const shared = allocate({ ...rule, votedCents: rule.votedCents - reserveCents }, schools);
  if ('refused' in shared) throw new Refused(shared.refused);
  const { buckets, medianCents } = amountHistogram(shared.shares.map(({ amountCents }) => amountCents));
  return {
    id: null,
    year,
    kind,
    hash: hashOf(request, facts, shared, earlierRuns),
    schools: facts.length,
    votedCents: rule.votedCents,
    reserveCents,
    allottedCents: shared.allottedCents,
    remainderCents: shared.remainderCents,
    totals: allocationTotals(rule, schools, shared.shares),
    histogram: buckets,
    medianCents,
    items: facts.map((fact, i) => itemOf(fact, shared.shares[i]!, request)),
  };
}

const PREVIEW_FIRST = { name: 'expected', code: 'required', message: 'Regardez l’aperçu avant d’appliquer.' };

/** @throws Refused when a school is fixed twice, or is not one that the plan allots to */
function requireKnownSchools(
  { fixed, rule, reserveCents = 0 }: AllocationRequest,
  facts: readonly SchoolFacts[],
): void {
  const known = new Set(facts.map(({ schoolId }) => schoolId));
  const seen = new Set<string>();
  for (const [i, { schoolId }] of fixed.entries()) {
    if (!known.has(schoolId)) throw new Refused('allocation.school-unknown', { schoolId });
    const twice = { name: `fixed.${i}.schoolId`, code: 'duplicate', message: 'Cette école est déjà fixée à la main.' };
    if (seen.has(schoolId)) throw new Refused('request.invalid', { fields: [twice] });
    seen.add(schoolId);
  }
  const byHandCents = fixed.reduce((sum, { amountCents }) => sum + amountCents, reserveCents);
  if (byHandCents > rule.votedCents)
    throw new Refused('allocation.fixed-above-vote', { missingCents: byHandCents - rule.votedCents });
}

/** A figure nobody knows counts as none: the answer says which. */
function toShare(
  { schoolId, uai, classes, pupils, priority }: SchoolFacts,
  { fixed }: AllocationRequest,
): AllocationSchool {
  const byHand = fixed.find((school) => school.schoolId === schoolId);
  return { uai, classes: classes ?? 0, pupils: pupils ?? 0, priority, fixedCents: byHand?.amountCents ?? null };
}

function itemOf(fact: SchoolFacts, share: Allocation['shares'][number], { fixed }: AllocationRequest): AllocationItem {
  const { askedCents, amountCents } = share;
  return {
    ...fact,
    missing: FIGURES.filter((figure) => fact[figure] === null),
    askedCents,
    amountCents,
    fixed: share.fixed,
    reason: fixed.find(({ schoolId }) => schoolId === fact.schoolId)?.reason ?? null,
    gapCents: fact.lastYearCents === null ? null : amountCents - fact.lastYearCents,
  };
}

/** Whatever decides an amount: what was asked, the figures it was asked of, the shares; and the runs it adds to, so that none is applied twice. */
function hashOf(
  request: AllocationRequest,
  facts: readonly SchoolFacts[],
  { shares }: Allocation,
  earlierRuns: number,
): string {
  const { year, kind, rule, fixed, reserveCents = 0, complement = false } = request;
  const decided = facts.map((fact, i) => [
    fact.schoolId,
    fact.schoolYear,
    fact.classes,
    fact.pupils,
    fact.priority,
    shares[i]!.amountCents,
  ]);
  const whole = [year, kind, rule, fixed, reserveCents, complement, earlierRuns, decided];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}
