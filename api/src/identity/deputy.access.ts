import { Injectable } from '@nestjs/common';
import { SCOPE_OF_ROLE, type ScopeKind, BODY_KINDS, SECTORS, type Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolReach } from '../directory/reach.sql.js';
import { bodyOf, SCHOOLS } from '../directory/school.sql.js';
import { both, only, type Predicate } from '../platform/database/predicate.js';
import { Refused } from '../platform/http/refused.js';
import type { Actor } from './actor.js';
import { holdsOn } from './assignment-rows.js';
import { quoted, whenEach } from '../platform/database/kinds.sql.js';

/** Who names a deputy of a school without a head, over `s` and its body `b`. */
const namer = ({ vacancyRole }: { vacancyRole: Role | null }) => vacancyRole && quoted(vacancyRole);
const IN_VACANCY = `case ${whenEach(
  BODY_KINDS,
  (kind) => `b.kind = ${kind}`,
  (kind) => namer(BODY_KINDS[kind]),
)}
  ${whenEach(
    SECTORS,
    (sector) => `s.sector = ${sector}`,
    (sector) => namer(SECTORS[sector]),
  )} end`;

export interface DeputySchool {
  id: string;
  name: string;
  /** For good: nobody answers for it any more. */
  closed: boolean;
  /** Who names a deputy when there is no head (rules.md 1). */
  inVacancy: 'inspector' | 'private-body-officer' | 'plan-manager';
  /** The head in place today, if any. */
  head: { assignmentId: string; accountId: string; fromDay: string; toDay: string | null } | null;
}

/** In whose vacancies each names a deputy: an inspector in public schools, a body in its private ones; the other units are the plan manager's. */
const VACANCIES: Record<ScopeKind, string> = {
  school: 'true',
  commune: 'true',
  'managing-body': `s.sector = 'private'`,
  circonscription: `s.sector = 'public'`,
  'contract-holder': 'true',
  territory: 'true',
};

/** The schools whose deputies an actor reads and may name, over the aliases `s` and its body `b`. */
function deputyScope(actor: Actor): Predicate {
  return both(schoolReach(actor, 'deputies.name'), only(VACANCIES[SCOPE_OF_ROLE[actor.role]], {}));
}

/** The door to a school, as far as its deputies go. */
@Injectable()
export class DeputyAccess {
  /**
   * The school and its head today. Written under the lock of the school's heads: an end signed meanwhile waits.
   * @throws Refused object.not-found
   */
  async reach(
    manager: EntityManager,
    actor: Actor,
    schoolId: string,
    today: string,
    locked: boolean,
  ): Promise<DeputySchool> {
    const scope = deputyScope(actor);
    const school = await manager
      .createQueryBuilder()
      .select(['s.id as id', 's.name as name', `s.state <> 'open' as closed`])
      .addSelect(IN_VACANCY, 'inVacancy')
      .from(...SCHOOLS)
      .leftJoin(...bodyOf())
      .where('s.id = :schoolId', { schoolId })
      .andWhere(scope.sql, scope.parameters)
      .getRawOne<Omit<DeputySchool, 'head'>>();
    if (!school) throw new Refused('object.not-found');
    const [head] = await manager.query(
      `select a.id as "assignmentId", a.account_id as "accountId", a.from_day::text as "fromDay", a.to_day::text as "toDay"
         from assignment a join account c on c.id = a.account_id and c.active
        where a.school_id = $1 and a.role = 'school-head' and a.deputy_of_id is null and not a.named_in_vacancy and ${holdsOn('$2')}
        order by a.from_day desc, a.id limit 1 ${locked ? 'for share of a' : ''}`,
      [schoolId, today],
    );
    return { ...school, head: head ?? null };
  }

  /** The school of a deputy's assignment. @throws Refused object.not-found when it is no deputy's */
  async schoolOf(manager: EntityManager, assignmentId: string): Promise<string> {
    const [row] = await manager.query(
      'select school_id as "schoolId" from assignment where id = $1 and (deputy_of_id is not null or named_in_vacancy)',
      [assignmentId],
    );
    if (!row) throw new Refused('object.not-found');
    return row.schoolId;
  }
}
