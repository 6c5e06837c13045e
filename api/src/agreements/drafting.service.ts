import { Injectable } from '@nestjs/common';
import { CONVENTIONS, CONVENTION_STATES, CONVENTION_KINDS, PARTNERS, CONVENTIONS_EDITABLE } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { PARTY_FACTS, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { all } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionContext } from './convention.context.js';
import type { ConventionMovedAnswer, ConventionRequest, SuccessorRequest } from './convention.dto.js';
import { Convention } from './convention.entity.js';
import { SITES } from './convention.sql.js';
import { ELIGIBLE } from './cover.sql.js';
import { signedFor } from './partner.sql.js';

interface Site {
  schoolId: string;
  fromDay: string;
  toDay: string;
}

/** What a convention says, while it is being drafted: party, term, promises, sites. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConventionAccess,
    private readonly context: ConventionContext,
  ) {}

  async create(request: ConventionRequest, write: Write): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const sites = await requireContent(manager, request);
      const inserted = await manager.insert(Convention, { ...columnsOf(request), state: CONVENTIONS.initial });
      const { id } = inserted.identifiers[0] as { id: string };
      await replaceSites(manager, id, sites);
      return { id, version: 1, state: CONVENTIONS.initial, warnings: [] };
    });
  }

  /** @throws Refused convention.state once it was sent: a sent convention is recalled first */
  async write(
    actor: Actor,
    conventionId: string,
    request: ConventionRequest,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const convention = await this.access.lock(manager, actor, conventionId, write);
      if (!CONVENTIONS_EDITABLE.includes(convention.state)) throw stateRefusal(actor, convention);
      const sites = await requireContent(manager, request);
      const content = columnsOf(request);
      await manager.update(Convention, conventionId, content);
      await replaceSites(manager, conventionId, sites);
      const warnings = await this.context.warnings(manager, { ...convention, ...content });
      return { id: conventionId, version: convention.version + 1, state: CONVENTIONS.initial, warnings };
    });
  }

  /** Drafts the convention that follows this one: same party, promises and sites, another number and term. */
  async draftSuccessor(
    actor: Actor,
    conventionId: string,
    request: SuccessorRequest,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { convention, successor } = await this.access.lockWithSuccessor(manager, actor, conventionId, write);
      if (!CONVENTION_STATES[convention.state].mayBeFollowed) throw stateRefusal(actor, convention);
      if (successor) throw new Refused('convention.successor-exists');
      requireOrder(request);
      const { title, kind, communeId, managingBodyId, promises, legalBasis, runningCosts } = convention;
      const inserted = await manager.insert(Convention, {
        title,
        kind,
        communeId,
        managingBodyId,
        promises,
        legalBasis,
        runningCosts,
        ...request,
        state: CONVENTIONS.initial,
        renewsId: conventionId,
      });
      const { id } = inserted.identifiers[0] as { id: string };
      await manager.query(
        `insert into convention_site (convention_id, school_id, from_day, to_day)
         select distinct $1::uuid, cs.school_id, $2::date, $3::date from ${SITES}
          where cs.convention_id = $4 and s.state = 'open'`,
        [id, request.fromDay, request.toDay, conventionId],
      );
      return { id, version: 1, state: CONVENTIONS.initial, warnings: [] };
    });
  }
}

export function stateRefusal(actor: Actor, { state }: Convention): Refused {
  return new Refused('convention.state', {
    state: CONVENTION_STATES[state].word,
    possible: CONVENTIONS.actionsFor(actor.role, state),
  });
}

/** Party, term and sites hold together. @returns the sites with the dates they take from the term when they give none */
async function requireContent(manager: EntityManager, request: ConventionRequest): Promise<Site[]> {
  await requireParty(manager, request);
  const { fromDay, toDay } = request;
  if (fromDay && toDay) requireOrder({ fromDay, toDay });
  if (request.sites.length === 0) return [];
  if (!fromDay || !toDay) throw new Refused('convention.term-missing');
  const sites = request.sites.map((site) => ({
    schoolId: site.schoolId,
    fromDay: site.fromDay ?? fromDay,
    toDay: site.toDay ?? toDay,
  }));
  const outside = sites.filter((site) => site.fromDay < fromDay || site.toDay > toDay || site.toDay < site.fromDay);
  if (outside.length > 0)
    throw new Refused('convention.site-dates-outside', { schoolIds: outside.map(({ schoolId }) => schoolId) });
  await requireSites(manager, request, sites);
  return sites;
}

async function requireParty(manager: EntityManager, request: ConventionRequest): Promise<void> {
  const { communeId, managingBodyId } = request;
  const { partner, bodies } = CONVENTION_KINDS[request.kind];
  const [row] = await manager.query(PARTY_FACTS, [communeId ?? null, managingBodyId ?? null]);
  const fits = (reference: 'communeId' | 'managingBodyId', found: boolean) =>
    PARTNERS[partner].reference === reference ? found : !request[reference];
  if (!fits('communeId', row.commune) || !fits('managingBodyId', bodies.includes(row.body)))
    throw new Refused('convention.party-wrong');
}

/** A commune signs for its public schools, a body for its own, the framework for all; one listed twice is one too many. */
async function requireSites(manager: EntityManager, request: ConventionRequest, sites: readonly Site[]): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `select s.id from ${all(SCHOOLS)} where s.id = any($1) and ${ELIGIBLE} and ${signedFor('$2', { communeId: '$3', managingBodyId: '$4' })}`,
    [sites.map(({ schoolId }) => schoolId), request.kind, request.communeId ?? null, request.managingBodyId ?? null],
  );
  const fitting = new Set(rows.map(({ id }) => id));
  const seen = new Set<string>();
  const wrong = sites.filter(({ schoolId }) => !fitting.has(schoolId) || seen.has(schoolId) || !seen.add(schoolId));
  if (wrong.length > 0)
    throw new Refused('convention.site-wrong', { schoolIds: wrong.map(({ schoolId }) => schoolId) });
}

/** Changes only what differs, so that the history tells of a site only when it changed. */
async function replaceSites(manager: EntityManager, conventionId: string, sites: readonly Site[]): Promise<void> {
  const wanted = JSON.stringify(sites);
  const given = `jsonb_to_recordset($2::jsonb) as w("schoolId" uuid, "fromDay" date, "toDay" date)`;
  await manager.query(
    `delete from convention_site cs where convention_id = $1 and not exists (
       select from ${given} where w."schoolId" = cs.school_id and w."fromDay" = cs.from_day and w."toDay" = cs.to_day)`,
    [conventionId, wanted],
  );
  await manager.query(
    `insert into convention_site (convention_id, school_id, from_day, to_day)
     select $1, w."schoolId", w."fromDay", w."toDay" from ${given} on conflict (convention_id, school_id, from_day) do nothing`,
    [conventionId, wanted],
  );
}

function requireOrder({ fromDay, toDay }: { fromDay: string; toDay: string }): void {
  if (toDay >= fromDay) return;
  throw new Refused('request.invalid', {
    fields: [{ name: 'toDay', code: 'dates-reversed', message: 'Le terme vient avant le début.' }],
  });
}

function columnsOf(request: ConventionRequest) {
  const { number, title, kind, promises } = request;
  return {
    number,
    title,
    kind,
    communeId: request.communeId ?? null,
    managingBodyId: request.managingBodyId ?? null,
    fromDay: request.fromDay ?? null,
    toDay: request.toDay ?? null,
    legalBasis: request.legalBasis || null,
    runningCosts: request.runningCosts ?? null,
    promises: promises.map(({ party, text }) => ({ party, text })),
  };
}
