import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { LIMITS } from '../platform/limits.js';
import type { Actor } from './actor.js';
import { holdsOn, IS_DEPUTY } from './assignment-rows.js';
import { endedLately } from './late-entry.js';

export interface OpenSession {
  actor: Actor;
  csrfToken: string;
  expiresAt: Date;
  lastSeenAt: Date;
}

const MINUTE = 60_000;

/** Sessions live in PostgreSQL; only the hash of the cookie's token is stored. */
@Injectable()
export class SessionStore {
  private readonly cache = new Map<string, { session: OpenSession; until: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A new token at each sign-in: a token known beforehand is never adopted. */
  async open(manager: EntityManager, accountId: string, assignmentId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await manager.query(
      `insert into session (token_hash, csrf_token, account_id, assignment_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [
        hashToken(token),
        newCsrfToken(),
        accountId,
        assignmentId,
        now,
        new Date(now.getTime() + LIMITS.session.absoluteHours * 60 * MINUTE),
      ],
    );
    return token;
  }

  /**
   * The session of a token, when it is neither ended, nor left alone too long, nor past its end, and its account and
   * assignment still hold today.
   * @param mayBeCached the route's own statement judges the session again, so a recent reading is enough to begin with
   */
  async read(token: string, mayBeCached: boolean): Promise<OpenSession | null> {
    const key = hashToken(token).toString('base64');
    const now = this.clock.now().getTime();
    const cached = this.cache.get(key);
    // Of a role that has ended nothing is said twice: its days are counted each time.
    if (mayBeCached && cached && cached.until > now && cached.session.actor.endedAfter === null) return cached.session;
    const session = await this.load(token);
    if (!session) {
      this.cache.delete(key);
      return null;
    }
    if (this.cache.size > 5_000) this.cache.clear();
    this.cache.set(key, {
      session,
      until: Math.min(now + LIMITS.session.cachedSeconds * 1000, session.expiresAt.getTime()),
    });
    return session;
  }

  private async load(token: string): Promise<OpenSession | null> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - LIMITS.session.idleMinutes * MINUTE);
    const [row] = await this.dataSource.query(
      `select s.id, s.version, s.csrf_token, s.expires_at, s.last_seen_at, c.id as account_id, c.name as account_name, a.id as assignment_id,
              a.role, case when a.to_day <= $4 then (a.to_day - 1)::text end as ended_after, ${IS_DEPUTY} as deputy, a.may_certify, a.school_id, a.commune_id, a.managing_body_id, a.circonscription_id,
              a.contract_holder_id
         from session s join account c on c.id = s.account_id join assignment a on a.id = s.assignment_id
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3 and c.active
          and a.account_id = c.id and ((${holdsOn('$4')}) or ${endedLately('$4')})`,
      [hashToken(token), now, idleSince, this.clock.today()],
    );
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() > LIMITS.session.seenEverySeconds * 1000)
      await this.markSeen(row.id, now);
    return {
      actor: actorOfRow(row),
      csrfToken: row.csrf_token,
      expiresAt: row.expires_at,
      lastSeenAt: row.last_seen_at,
    };
  }

  private async markSeen(sessionId: string, now: Date): Promise<void> {
    await this.dataSource.query('update session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
      sessionId,
      now,
    ]);
  }

  /** Says that the person is still there, even within the minute in which this is not written otherwise. */
  async extend(sessionId: string): Promise<void> {
    await this.dataSource.query('update session set last_seen_at = $2 where id = $1 and ended_at is null', [
      sessionId,
      this.clock.now(),
    ]);
  }

  /**
   * Another assignment in the same session; its version grows, so that nothing cached speaks for the old one, and so does
   * no page: one that was opened under the former assignment writes nothing under this one.
   */
  async switchAssignment(manager: EntityManager, sessionId: string, assignmentId: string): Promise<void> {
    await manager.query(
      'update session set assignment_id = $2, csrf_token = $3, version = version + 1 where id = $1 and ended_at is null',
      [sessionId, assignmentId, newCsrfToken()],
    );
    this.cache.clear();
  }

  async end(manager: EntityManager, sessionId: string): Promise<void> {
    await manager.query('update session set ended_at = $2, version = version + 1 where id = $1 and ended_at is null', [
      sessionId,
      this.clock.now(),
    ]);
    this.cache.clear();
  }

  async endByToken(manager: EntityManager, token: string): Promise<void> {
    await manager.query(
      'update session set ended_at = $2, version = version + 1 where token_hash = $1 and ended_at is null',
      [hashToken(token), this.clock.now()],
    );
    this.cache.clear();
  }

  /** After a role was taken away: whoever acts under it is signed out. */
  async endUnder(manager: EntityManager, assignmentIds: readonly string[]): Promise<void> {
    await manager.query(
      'update session set ended_at = $2, version = version + 1 where assignment_id = any($1) and ended_at is null',
      [assignmentIds, this.clock.now()],
    );
    this.cache.clear();
  }

  /** After deactivation, a new password, a change of roles: nothing of the account stays signed in. */
  async endAll(manager: EntityManager, accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await manager.query(
      'update session set ended_at = $2, version = version + 1 where account_id = $1 and ended_at is null and id is distinct from $3',
      [accountId, this.clock.now(), exceptSessionId],
    );
    this.cache.clear();
  }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function newCsrfToken(): string {
  return randomBytes(24).toString('base64url');
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row of the statement above
function actorOfRow(row: any): Actor {
  return {
    accountId: row.account_id,
    accountName: row.account_name,
    assignmentId: row.assignment_id,
    role: row.role,
    endedAfter: row.ended_after,
    deputy: row.deputy,
    mayCertify: row.may_certify,
    schoolId: row.school_id,
    communeId: row.commune_id,
    managingBodyId: row.managing_body_id,
    circonscriptionId: row.circonscription_id,
    contractHolderId: row.contract_holder_id,
    sessionId: row.id,
    sessionVersion: row.version,
  };
}
