import { Injectable } from '@nestjs/common';
import { ROLE_WORDS, roleWords, type Role } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { DEMONSTRATION_PERSONAS } from '../platform/config/setting.sql.js';
import { Settings } from '../platform/config/settings.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { Actor } from './actor.js';
import { holdsOn, IS_DEPUTY, SCOPE_JOINS, SCOPE_LABEL } from './assignment-rows.js';
import { endedLately } from './late-entry.js';
import { agrees } from './credentials.js';
import { SecurityLog } from './security-log.js';
import type { SessionAnswer, SessionAssignment, SessionOptions } from './session.dto.js';
import { SessionStore } from './session.store.js';
import { SignInThrottle } from './sign-in-throttle.js';

export interface SignedIn {
  token: string;
  answer: SessionAnswer;
}

/** Signing in and out, and changing hats within a session. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws Refused session.wrong-credentials whatever was wrong: an account cannot be guessed from the answer. */
  async signIn(email: string, password: string, address: string, formerToken?: string): Promise<SignedIn> {
    const [account] = await this.dataSource.query('select id, password_hash, active from account where email = $1', [
      email,
    ]);
    const admitted = await this.throttle.admit(account?.id ?? email, address);
    const right = await this.throttle.judging(admitted, () => agrees(password, account?.password_hash));
    if (!right || !account?.active || !(await this.firstAssignment(account.id))) {
      await this.log.record('sign-in-refused', account?.id ?? null);
      throw new Refused('session.wrong-credentials');
    }
    await this.throttle.giveBack(admitted);
    return this.open(account.id, { formerToken });
  }

  /** Whose phone has proven them; null where the account is closed, or has no role. */
  async signInProven(accountId: string, formerToken?: string): Promise<SignedIn | null> {
    const [account] = await this.dataSource.query('select active from account where id = $1', [accountId]);
    if (!account?.active || !(await this.firstAssignment(accountId))) return null;
    return this.open(accountId, { formerToken });
  }

  /** One click, only in the demonstration. */
  async signInToDemonstration(role: Role, formerToken?: string): Promise<SignedIn> {
    const persona = (await this.personas()).find((known) => known.role === role);
    const [account] = persona
      ? await this.dataSource.query('select id from account where email = $1 and active', [persona.email])
      : [undefined];
    if (!account) throw new Refused('session.not-demonstration');
    return this.open(account.id, { role, formerToken });
  }

  async describe(actor: Actor): Promise<SessionAnswer> {
    const [session] = await this.dataSource.query('select csrf_token, expires_at from session where id = $1', [
      actor.sessionId,
    ]);
    const assignments = await this.assignmentsOf(actor.accountId);
    return {
      account: { id: actor.accountId, name: actor.accountName },
      assignment: assignments.find((assignment) => assignment.id === actor.assignmentId)!,
      assignments,
      csrfToken: session.csrf_token,
      demonstration: (await this.personas()).length > 0,
      expiresAt: session.expires_at.toISOString(),
      idleMinutes: LIMITS.session.idleMinutes,
    };
  }

  async switchAssignment(actor: Actor, assignmentId: string): Promise<SessionAnswer> {
    const assignments = await this.assignmentsOf(actor.accountId);
    if (!assignments.some((assignment) => assignment.id === assignmentId)) throw new Refused('assignment.not-yours');
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.switchAssignment(manager, actor.sessionId, assignmentId);
      await this.log.record('assignment-switched', actor.accountId, { assignmentId }, manager);
    });
    return this.describe({ ...actor, assignmentId });
  }

  /** The person answered the warning: the fifteen minutes begin again. */
  async extend(actor: Actor): Promise<SessionAnswer> {
    await this.sessions.extend(actor.sessionId);
    return this.describe(actor);
  }

  async signOut(actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.end(manager, actor.sessionId);
      await this.log.record('signed-out', actor.accountId, {}, manager);
    });
  }

  async options(): Promise<SessionOptions> {
    const personas = await this.personas();
    return {
      demonstration: personas.length > 0,
      roles: personas.map(({ role, description }, position) => ({
        role,
        label: ROLE_WORDS[role],
        description,
        first: position === 0,
      })),
    };
  }

  /** Whom each role of the sign-in page enters as; loaded with the demonstration plan, and only there. */
  private async personas(): Promise<{ role: Role; email: string; description: string }[]> {
    if (!this.settings.DEMO) return [];
    const [setting] = await this.dataSource.query(DEMONSTRATION_PERSONAS);
    return setting?.value ?? [];
  }

  /** The session this browser held before ends: on a shared machine the last person is not left behind. */
  private async open(
    accountId: string,
    { role, formerToken }: { role?: Role; formerToken?: string | undefined },
  ): Promise<SignedIn> {
    const assignment = (await this.firstAssignment(accountId, role))!;
    const token = await this.dataSource.transaction(async (manager) => {
      if (formerToken) await this.sessions.endByToken(manager, formerToken);
      await this.log.record('signed-in', accountId, {}, manager);
      return this.sessions.open(manager, accountId, assignment.id);
    });
    const session = await this.sessions.read(token, false);
    return { token, answer: await this.describe(session!.actor) };
  }

  private async firstAssignment(accountId: string, role?: Role): Promise<SessionAssignment | undefined> {
    const assignments = await this.assignmentsOf(accountId);
    return assignments.find((assignment) => !role || assignment.role === role) ?? assignments[0];
  }

  private async assignmentsOf(accountId: string): Promise<SessionAssignment[]> {
    const rows: (Omit<SessionAssignment, 'roleLabel'> & { role: Role })[] = await this.dataSource.query(
      `select a.id, a.role, a.school_id as "schoolId", ${IS_DEPUTY} as deputy, a.may_certify as "mayCertify", ${SCOPE_LABEL} as "scopeLabel",
              not (${holdsOn('$2')}) as ended
         from assignment a ${SCOPE_JOINS}
        where a.account_id = $1 and ((${holdsOn('$2')}) or ${endedLately('$2')})
        order by ended, a.from_day, a.id`,
      [accountId, this.clock.today()],
    );
    return rows.map((row) => ({ ...row, roleLabel: labelOf(row) }));
  }
}

const labelOf = ({ role, deputy, ended }: Pick<SessionAssignment, 'role' | 'deputy' | 'ended'>): string =>
  ended ? `${roleWords(role, deputy)}, a pris fin` : roleWords(role, deputy);
