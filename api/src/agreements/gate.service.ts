import { Injectable } from '@nestjs/common';
import {
  conventionMissing,
  conventionNext,
  type ActorRole,
  type ConventionState,
  CONVENTIONS_IN_FORCE,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { bodyOf, communeOf, SCHOOLS } from '../directory/school.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { all, join, leftJoin } from '../platform/database/joins.sql.js';
import { Refused } from '../platform/http/refused.js';
import { NEXT_FIRST, opensOrders, PARTY_NAME } from './cover.sql.js';

/** What stands between a school and its orders, in the words of who reads it. */
export interface Gate {
  open: boolean;
  conventionId: string | null;
  title: string | null;
  /** Last day of the term, ISO date. */
  until: string | null;
  /** Which convention is missing, and where it stands: null when the gate is open. */
  missing: { party: string; state: ConventionState | null; next: string } | null;
}

/** A school orders only under a convention in force that lists its site (rules.md 9): checked at submission and approval. */
@Injectable()
export class GateService {
  /** For reading: what the composer shows beside its button. */
  async describe(manager: EntityManager, reader: ActorRole, schoolId: string, day: string): Promise<Gate> {
    const [row] = await manager.query(
      `select c.id, c.title, c.state, least(cs.to_day, c.to_day)::text as until,
              ${inStates('c.state', CONVENTIONS_IN_FORCE)} and $2::date between cs.from_day and cs.to_day and $2::date between c.from_day and c.to_day as open
         from convention_site cs join convention c on c.id = cs.convention_id
        where cs.school_id = $1 and ${opensOrders('c')}
        order by open desc nulls last, ${NEXT_FIRST} limit 1`,
      [schoolId, day],
    );
    if (row?.open) return { open: true, conventionId: row.id, title: row.title, until: row.until, missing: null };
    const [school] = await manager.query(
      `select ${PARTY_NAME} as party from ${all(SCHOOLS)} ${join(communeOf())}
         ${leftJoin(bodyOf())} where s.id = $1`,
      [schoolId],
    );
    const state = (row?.state ?? null) as ConventionState | null;
    const missing = { party: school.party as string, state, next: conventionNext(reader)[state ?? 'none'] };
    return { open: false, conventionId: row?.id ?? null, title: row?.title ?? null, until: null, missing };
  }

  /** The refusal that says which convention is missing and what happens next. */
  async refusal(manager: EntityManager, reader: ActorRole, schoolId: string, day: string): Promise<Refused> {
    const { missing } = await this.describe(manager, reader, schoolId, day);
    const title = missing && conventionMissing(reader, missing);
    return new Refused('order.convention-missing', { convention: missing, ...(title ? { title } : {}) });
  }
}
