import { Injectable } from '@nestjs/common';
import { addCalendarDays, SCOPE_OF_ROLE, type ScopeKind } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { HOLDER_BY_ID } from '../catalogue/contract.sql.js';
import { PLACE_BY_ID } from '../directory/school.sql.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { MailService } from '../platform/mail/mail.service.js';
import { AccountAccess, mayGrant, type ReachedAccount, type ReachedAssignment } from './account.access.js';
import type { AssignmentRequest } from './account.dto.js';
import type { Actor } from './actor.js';
import { SCOPE_JOINS, SCOPE_LABEL } from './assignment-rows.js';
import { AssignmentsService } from './assignments.service.js';
import { managerGrantedMail, roleGivenMail, roleOver } from './identity-mails.js';
import { SecurityLog } from './security-log.js';
import { SessionStore } from './session.store.js';

const SCOPE_COLUMN: Record<Exclude<ScopeKind, 'territory'>, { column: string; found: string }> = {
  school: { column: 'school_id', found: PLACE_BY_ID.school },
  commune: { column: 'commune_id', found: PLACE_BY_ID.commune },
  'managing-body': { column: 'managing_body_id', found: PLACE_BY_ID['managing-body'] },
  circonscription: { column: 'circonscription_id', found: PLACE_BY_ID.circonscription },
  'contract-holder': { column: 'contract_holder_id', found: HOLDER_BY_ID },
};

/** Giving and taking roles. Who may give which: `mayGrant`. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccountAccess,
    private readonly assignments: AssignmentsService,
    private readonly sessions: SessionStore,
    private readonly mails: MailService,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused account.own-role, role.may-not, account.scope-wrong, account.already-holds, request.invalid */
  async grant(actor: Actor, accountId: string, request: AssignmentRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const account = await this.access.lock(manager, actor, accountId);
      if (!account.active) throw new Refused('account.inactive');
      const id = await this.grantIn(manager, actor, account, request);
      const [{ label }] = await manager.query(
        `select ${SCOPE_LABEL} as label from assignment a ${SCOPE_JOINS} where a.id = $1`,
        [id],
      );
      const words = roleGivenMail(
        roleOver(request.role, label),
        request.fromDay,
        request.lastDay ?? null,
        this.mails.link('/accueil'),
      );
      await this.mails.queue(manager, { dedupe: `assignment:${id}`, to: account.email, ...words });
      return { id };
    });
  }

  /** The same inside a transaction of the caller's, for an account it has locked or made. */
  async grantIn(
    manager: EntityManager,
    actor: Actor,
    account: Pick<ReachedAccount, 'id' | 'name'>,
    request: AssignmentRequest,
  ): Promise<string> {
    const { role, scopeId, fromDay } = request;
    if (account.id === actor.accountId) throw new Refused('account.own-role');
    if (!mayGrant(actor, role)) throw new Refused('role.may-not');
    const toDay = request.lastDay ? addCalendarDays(request.lastDay, 1) : null;
    const delegation = request.delegationDecision?.trim() || null;
    requireSense(request, delegation);
    const column = await this.requireScope(manager, role, scopeId);
    await this.requireNew(manager, account.id, { role, column, scopeId, fromDay, toDay });
    const [{ id }] = await manager.query(
      `insert into assignment (account_id, role, scope_kind, from_day, to_day, may_certify, delegation_decision${column ? `, ${column}` : ''})
       values ($1, $2, $3, $4, $5, $6, $7${column ? ', $8' : ''}) returning id`,
      [
        account.id,
        role,
        SCOPE_OF_ROLE[role],
        fromDay,
        toDay,
        delegation !== null,
        delegation,
        ...(column ? [scopeId] : []),
      ],
    );
    // A school that has a head again needs no deputy named in its vacancy.
    if (role === 'school-head')
      await this.endDeputies(manager, 'named_in_vacancy and school_id = $3', [scopeId], fromDay);
    await this.log.record('assignment-granted', account.id, { assignmentId: id, role, by: actor.accountId }, manager);
    if (role === 'plan-manager')
      await this.tellManagers(manager, id, managerGrantedMail(account.name, delegation, actor.accountName));
    return id;
  }

  /** Ends it now, or after a last day; a head's deputies end with it. @throws Refused role.may-not, account.assignment-ended, account.last-administrator */
  async end(actor: Actor, assignmentId: string, lastDay: string | null, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      await this.access.lockAdministrators(manager);
      const assignment = await this.access.lockAssignment(manager, actor, assignmentId);
      if (!mayGrant(actor, assignment.role)) throw new Refused('role.may-not');
      if (assignment.role === 'administrator') {
        await this.access.requireAnotherAdministrator(manager, { assignmentId }, this.clock.today());
      }
      await this.endIn(manager, actor, assignment, lastDay);
      return { id: assignment.id };
    });
  }

  async endIn(
    manager: EntityManager,
    actor: Actor,
    assignment: ReachedAssignment,
    lastDay: string | null,
  ): Promise<void> {
    const today = this.clock.today();
    const asked = lastDay ? addCalendarDays(lastDay, 1) : today;
    const wanted = asked > today ? asked : today;
    const toDay = wanted > assignment.fromDay ? wanted : assignment.fromDay;
    if (assignment.toDay !== null && assignment.toDay <= today) throw new Refused('account.assignment-ended');
    if (assignment.toDay !== null && toDay > assignment.toDay)
      throw fieldProblem('lastDay', 'Ce rôle finit plus tôt : donnez-en un autre pour le prolonger.');
    await manager.query('update assignment set to_day = $2 where id = $1', [assignment.id, toDay]);
    if (toDay <= today) await this.sessions.endUnder(manager, [assignment.id]);
    await this.log.record(
      'assignment-ended',
      assignment.accountId,
      { assignmentId: assignment.id, role: assignment.role, by: actor.accountId },
      manager,
    );
    if (assignment.role === 'school-head') await this.endDeputies(manager, 'deputy_of_id = $3', [assignment.id], toDay);
    // A deputy is first of all a teacher of the school.
    if (assignment.role === 'teacher') {
      const own = '(deputy_of_id is not null or named_in_vacancy) and account_id = $3 and school_id = $4';
      await this.endDeputies(manager, own, [assignment.accountId, assignment.schoolId], toDay);
    }
  }

  private async endDeputies(
    manager: EntityManager,
    which: string,
    parameters: unknown[],
    toDay: string,
  ): Promise<void> {
    const [rows]: [{ id: string; over: boolean }[]] = await manager.query(
      `update assignment set to_day = greatest(from_day, $1::date) where ${which} and (to_day is null or to_day > $1)
       returning id, to_day <= $2 as over`,
      [toDay, this.clock.today(), ...parameters],
    );
    await this.sessions.endUnder(
      manager,
      rows.filter(({ over }) => over).map((row) => row.id),
    );
  }

  /** The column of the scope; null for the whole territory. @throws Refused account.scope-wrong */
  private async requireScope(
    manager: EntityManager,
    role: AssignmentRequest['role'],
    scopeId: string | null,
  ): Promise<string | null> {
    const kind = SCOPE_OF_ROLE[role];
    if (kind === 'territory') {
      if (scopeId !== null) throw new Refused('account.scope-wrong');
      return null;
    }
    const { column, found } = SCOPE_COLUMN[kind];
    const rows = scopeId ? await manager.query(found, [scopeId]) : [];
    if (rows.length === 0) throw new Refused('account.scope-wrong');
    return column;
  }

  private async requireNew(
    manager: EntityManager,
    accountId: string,
    wanted: { role: string; column: string | null; scopeId: string | null; fromDay: string; toDay: string | null },
  ): Promise<void> {
    const rows = await manager.query(
      `select from assignment where account_id = $1 and role = $2 and daterange(from_day, to_day, '[)') && daterange($3, $4, '[)')
          and deputy_of_id is null and not named_in_vacancy ${wanted.column ? `and ${wanted.column} = $5` : ''} limit 1`,
      [accountId, wanted.role, wanted.fromDay, wanted.toDay, ...(wanted.column ? [wanted.scopeId] : [])],
    );
    if (rows.length > 0) throw new Refused('account.already-holds');
  }

  private async tellManagers(
    manager: EntityManager,
    assignmentId: string,
    words: { subject: string; body: string },
  ): Promise<void> {
    for (const { accountId, email } of await this.assignments.addressees(manager, 'plan-manager')) {
      await this.mails.queue(manager, { dedupe: `manager-granted:${assignmentId}:${accountId}`, to: email, ...words });
    }
  }
}

/** @throws Refused request.invalid beside the field */
function requireSense({ role, fromDay, lastDay }: AssignmentRequest, delegation: string | null): void {
  if (lastDay && lastDay < fromDay) throw fieldProblem('lastDay', 'La fin vient après le début.');
  if (delegation && role !== 'plan-manager')
    throw fieldProblem('delegationDecision', 'Seule la gestion du plan reçoit cette délégation.');
}

function fieldProblem(name: string, message: string): Refused {
  return new Refused('request.invalid', { fields: [{ name, code: 'impossible', message }] });
}
