import { Injectable } from '@nestjs/common';
import {
  conventionWarnings,
  conventionWarningSentence,
  type Act,
  type ConventionFacts,
  type ConventionParty,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { ConventionWarningAnswer } from './convention.dto.js';
import type { Convention } from './convention.entity.js';

/** The act as stored, and answered. */
export interface StoredAct extends Act {
  visas: { title: string; number: string | null; on: string | null }[];
  council: string;
  number: string | null;
  signatory: string | null;
}

export interface Signature {
  party: ConventionParty;
  signedOn: string;
  signatory: string;
}

/** What the rules judge about one convention, read in the transaction that will change it. */
@Injectable()
export class ConventionContext {
  constructor(private readonly clock: Clock) {}

  async facts(
    manager: EntityManager,
    convention: Convention,
    successor: Convention | null = null,
  ): Promise<ConventionFacts> {
    const [row] = await manager.query(
      `select (select count(*)::int from convention_site where convention_id = $1) as "siteCount",
              exists (select from deliberation where convention_id = $1) as "actRecorded",
              array(select party from convention_signature where convention_id = $1) as "signedBy"`,
      [convention.id],
    );
    const { state, kind, fromDay, toDay, promises } = convention;
    return {
      state,
      kind,
      fromDay,
      toDay,
      ...(row as Pick<ConventionFacts, 'siteCount' | 'actRecorded' | 'signedBy'>),
      promisedBy: promises.map(({ party }) => party),
      evaluationTold: convention.evaluationToldOn !== null,
      successor: successor && { state: successor.state, fromDay: successor.fromDay },
      today: this.clock.today(),
    };
  }

  async act(manager: EntityManager, conventionId: string): Promise<StoredAct | null> {
    const [row] = await manager.query(
      `select council, council_on::text as "councilOn", number, members_in_office as "membersInOffice", present, proxies,
              votes_for as "votesFor", votes_against as "votesAgainst", abstentions, unanimous, convened_on::text as "convenedOn",
              certified_on::text as "certifiedOn", transmitted_on::text as "transmittedOn", published_on::text as "publishedOn",
              executory_from::text as "executoryFrom", visas, signatory
         from deliberation where convention_id = $1`,
      [conventionId],
    );
    return (row as StoredAct | undefined) ?? null;
  }

  signatures(manager: EntityManager, conventionId: string): Promise<Signature[]> {
    return manager.query(
      'select party, signed_on::text as "signedOn", signatory from convention_signature where convention_id = $1 order by signed_on, id',
      [conventionId],
    );
  }

  /** What is odd about the act and the signatures, in French. */
  async warnings(manager: EntityManager, convention: Convention): Promise<ConventionWarningAnswer[]> {
    const act = await this.act(manager, convention.id);
    const signatures = await this.signatures(manager, convention.id);
    return act ? this.warningsOf(convention, act, signatures) : [];
  }

  warningsOf(convention: Convention, act: Act, signatures: readonly Signature[]): ConventionWarningAnswer[] {
    const signedOn = signatures.map((signature) => signature.signedOn);
    return conventionWarnings(convention.kind, act, signedOn, this.clock.today()).map((warning) => ({
      code: warning.code,
      sentence: conventionWarningSentence(warning),
    }));
  }
}
