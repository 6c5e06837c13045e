import { Injectable } from '@nestjs/common';
import {
  CONVENTION_PAGE_TERMS,
  CONVENTION_STATES,
  CONVENTIONS,
  conventionFields,
  conventionNext,
  reachOf,
  CONVENTIONS_EDITABLE,
  CONVENTIONS_IN_FORCE,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { bodyOf, communeOf, schoolOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { all, join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import type {
  CandidateSite,
  CandidateSitesQuery,
  ConventionFile,
  ConventionPage,
  ConventionPartyAnswer,
  ConventionSiteAnswer,
  ConventionThreadEntry,
} from './convention-page.answers.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionContext } from './convention.context.js';
import { MOST_SITES } from './convention.dto.js';
import type { Convention } from './convention.entity.js';
import { siteScope } from './convention.scope.js';
import { ConventionsQueries, PARTNER_NAME } from './conventions.queries.js';
import { coverSql, ELIGIBLE } from './cover.sql.js';
import { PARTIES, signedFor } from './partner.sql.js';

/** What the page of one convention reads, and what its form offers. */
@Injectable()
export class ConventionPageQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ConventionAccess,
    private readonly context: ConventionContext,
    private readonly conventions: ConventionsQueries,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, conventionId: string): Promise<ConventionPage> {
    return this.transactions.snapshot((manager) => this.read(manager, actor, conventionId));
  }

  private async read(manager: EntityManager, actor: Actor, conventionId: string): Promise<ConventionPage> {
    const convention = await this.access.read(manager, actor, conventionId);
    const fields = conventionFields(actor.role);
    const nearTermDay = await this.conventions.nearTermDay();
    const { id, version, number, title, kind, communeId, managingBodyId, state } = convention;
    const inForce = CONVENTIONS_IN_FORCE.includes(state);
    const { fromDay, toDay, sentOn, approvedOn, signedOn, endedOn } = convention;
    const page: ConventionPage = {
      ...{ id, version, number, title, kind, communeId, managingBodyId, state },
      ...{ fromDay, toDay, sentOn, approvedOn, signedOn, endedOn },
      ...(await related(manager, convention)),
      next: inForce ? null : conventionNext(actor.role)[state],
      nearTerm: inForce && toDay! <= nearTermDay,
      sites: await this.sites(manager, actor, id),
      file: fields.file ? await this.file(manager, convention) : null,
      thread: fields.thread ? await thread(manager, id) : [],
      actions: actionsOf(actor, convention),
    };
    return shown(CONVENTION_PAGE_TERMS, fields, page, { thread: [] });
  }

  /** Whom a convention may be drafted with. */
  parties(): Promise<ConventionPartyAnswer[]> {
    return this.dataSource.query(`${PARTIES} order by kind, name, id`);
  }

  /** The schools a party signs for. */
  candidateSites({ kind, partyId }: CandidateSitesQuery): Promise<CandidateSite[]> {
    return this.dataSource.query(
      `select s.id as "schoolId", s.name as "schoolName", s.uai, m.name as "communeName", ${coverSql('s.id', '$3')} as covered
         from ${all(SCHOOLS)} ${join(communeOf())}
        where ${ELIGIBLE} and ${signedFor('$1', { communeId: '$2', managingBodyId: '$2' })}
        order by plain_text(m.name), plain_text(s.name), s.id limit ${MOST_SITES}`,
      [kind, partyId ?? null, this.clock.today()],
    );
  }

  private async sites(manager: EntityManager, actor: Actor, conventionId: string): Promise<ConventionSiteAnswer[]> {
    const scope = siteScope(actor);
    return manager
      .createQueryBuilder()
      .select([])
      .addSelect('s.id', 'schoolId')
      .addSelect('s.name', 'schoolName')
      .addSelect('s.uai', 'uai')
      .addSelect('cs.from_day::text', 'fromDay')
      .addSelect('cs.to_day::text', 'toDay')
      .addSelect(coverSql('s.id', ':today'), 'covered')
      .from('convention_site', 'cs')
      .innerJoin(...schoolOf('cs.school_id'))
      .where('cs.convention_id = :conventionId', { conventionId, today: this.clock.today() })
      .andWhere(scope.sql, scope.parameters)
      .orderBy('plain_text(s.name)')
      .addOrderBy('s.id')
      .addOrderBy('cs.from_day')
      .getRawMany<ConventionSiteAnswer>();
  }

  private async file(manager: EntityManager, convention: Convention): Promise<ConventionFile> {
    const { legalBasis, runningCosts, promises } = convention;
    const deliberation = await this.context.act(manager, convention.id);
    const signatures = await this.context.signatures(manager, convention.id);
    const warnings = deliberation ? this.context.warningsOf(convention, deliberation, signatures) : [];
    return {
      legalBasis,
      runningCosts,
      promises,
      deliberation,
      signatures,
      warnings,
    };
  }
}

async function related(
  manager: EntityManager,
  convention: Convention,
): Promise<Pick<ConventionPage, 'partyName' | 'renews' | 'renewedBy'>> {
  const [row] = await manager.query(
    `select ${PARTNER_NAME} as "partyName",
            (select json_build_object('id', o.id, 'number', o.number, 'state', o.state) from convention o where o.id = c.renews_id) as renews,
            (select json_build_object('id', o.id, 'number', o.number, 'state', o.state) from convention o where o.renews_id = c.id) as "renewedBy"
       from convention c ${leftJoin(communeOf('c.commune_id'))} ${leftJoin(bodyOf('c.managing_body_id'))} where c.id = $1`,
    [convention.id],
  );
  return row;
}

async function thread(manager: EntityManager, conventionId: string): Promise<ConventionThreadEntry[]> {
  const rows: (Omit<ConventionThreadEntry, 'at'> & { at: Date })[] = await manager.query(
    `select id, action, from_state as "from", to_state as "to", role, happened_on::text as "happenedOn", at, reason
       from convention_move where convention_id = $1 order by at desc, id desc limit 500`,
    [conventionId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Only what a route offers: amendments, and the parties' own steps, come with theirs. */
function actionsOf(actor: Actor, { state }: Convention): string[] {
  if (!reachOf('conventions.write', actor.role)) return [];
  return [
    ...(CONVENTIONS_EDITABLE.includes(state) ? ['edit'] : []),
    ...(CONVENTION_STATES[state].actOpen ? ['record-act'] : []),
    ...(CONVENTION_STATES[state].mayBeFollowed ? ['draft-successor'] : []),
    ...CONVENTIONS.actionsFor(actor.role, state).filter((action) => action !== 'amend'),
  ];
}
