import { timingSafeEqual } from 'node:crypto';
import { finished } from 'node:stream';
import { SetMetadata, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { reachOf, type Permission } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import { TurnsOfEach } from '../platform/bounds/turns-of-each.js';
import { countedAddress } from '../platform/http/client-address.js';
import { JUDGED } from '../platform/http/write.js';
import { Refused } from '../platform/http/refused.js';
import { type SignedRequest } from './current-actor.js';
import { OPEN, PERMISSION, UNCOUNTED } from '../platform/http/permit.js';
import { bearerOf, BY_TOKEN, TokenReaders, type TokenKind, type TokenRequest } from '../platform/http/token-readers.js';
import { Settings } from '../platform/config/settings.js';
import { LIMITS } from '../platform/limits.js';
import type { Actor } from './actor.js';
import { mayLate } from './late-entry.js';
import { RequestPace } from './request-pace.js';
import { tokenOf } from './session-cookie.js';
import { hashToken, SessionStore, type OpenSession } from './session.store.js';

/** The route's statement ends with the session's check (see `renderPage`): a session read seconds ago may begin it. */
export const JudgedInStatement = () => SetMetadata(JUDGED, true);

type Handler = ReturnType<ExecutionContext['getHandler']>;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Signed in 401, then the request's origin, then the role 403: in this order, before anything is loaded (rules.md 3). */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly turns = new TurnsOfEach(LIMITS.ofOnePerson);

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly pace: RequestPace,
    private readonly settings: Settings,
    private readonly tokens: TokenReaders,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<SignedRequest>();
    if (this.reflector.get<string>(OPEN, handler)) {
      if (!this.reflector.get<boolean>(UNCOUNTED, handler)) this.pace.count(this.askerOf(request));
      if (!SAFE_METHODS.has(request.method)) requireOwnPage(request);
      return true;
    }
    const kind = this.reflector.get<TokenKind>(BY_TOKEN, handler);
    if (kind && request.headers.authorization !== undefined) return this.admitTool(kind, request);
    const mayBeCached = this.reflector.get<boolean>(JUDGED, handler) ?? false;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const session = await this.inTurn(await this.pageOf(request, mayBeCached), request, reply, mayBeCached);
    if (!this.mayAsk(handler, session.actor)) {
      // One read seconds ago may stand for a role that was changed meanwhile, on another server.
      const anew = mayBeCached ? await this.actorAnew(request, handler) : null;
      if (!anew) throw new Refused('role.may-not');
      request.actor = anew;
      return true;
    }
    request.actor = session.actor;
    return true;
  }

  /** A tool has no session and no page: its token alone says what it may write. @throws Refused usage.token-unknown */
  private async admitTool(kind: TokenKind, request: TokenRequest): Promise<boolean> {
    const secret = bearerOf(request);
    const key = paceKeyOf(secret ?? undefined);
    if (secret) this.pace.admitToken(key, addressOf(request));
    const holder = secret ? await this.tokens.read(kind, secret) : null;
    this.pace.count(holder ? key : addressOf(request));
    if (!holder) throw new Refused('usage.token-unknown');
    request.token = holder;
    return true;
  }

  /** Who asks, as the database has it now; null when nobody has signed in. @throws Refused role.may-not under that role */
  async actorAnew(request: SignedRequest, handler: Handler): Promise<Actor | null> {
    const token = tokenOf(request, this.settings);
    const session = token ? await this.sessions.read(token, false) : null;
    if (session) requireOwnToken(request, session);
    if (session && !this.mayAsk(handler, session.actor)) throw new Refused('role.may-not');
    return session?.actor ?? null;
  }

  private mayAsk(handler: Handler, { role, endedAfter }: Actor): boolean {
    const permission = this.reflector.get<Permission>(PERMISSION, handler);
    return reachOf(permission, role) !== null && (endedAfter === null || mayLate(permission));
  }

  /** The session, of which the page that asks knows the token as it is: one chosen under another role wrote for that role. */
  private async pageOf(request: SignedRequest, mayBeCached: boolean): Promise<OpenSession> {
    const session = await this.sessionOf(request, mayBeCached);
    if (hasOwnToken(request, session)) return session;
    const anew = mayBeCached ? await this.sessions.read(tokenOf(request, this.settings)!, false) : null;
    if (!anew) throw new Refused('session.csrf');
    requireOwnToken(request, anew);
    return anew;
  }

  /**
   * One person's requests wait for each other until they are answered, and their answers taken; whose session has ended
   * meanwhile, or whose role has changed, has waited in vain. @throws Refused work.too-many, session.missing, session.csrf
   */
  private async inTurn(
    session: OpenSession,
    request: SignedRequest,
    reply: FastifyReply,
    judgedInStatement: boolean,
  ): Promise<OpenSession> {
    if (request.isMultipart()) return session;
    const { waited, leave } = await this.turns.enter(session.actor.accountId);
    finished(reply.raw, leave);
    if (!waited || judgedInStatement) return session;
    const anew = await this.sessions.read(tokenOf(request, this.settings)!, false);
    if (!anew) throw new Refused('session.missing');
    requireOwnToken(request, anew);
    return anew;
  }

  /** Of a route that is open to everyone: a page asks one first that a session has, and it is not the address' crowd. */
  private askerOf(request: SignedRequest): string {
    const key = paceKeyOf(tokenOf(request, this.settings));
    return this.pace.knows(key) ? key : addressOf(request);
  }

  private async sessionOf(request: SignedRequest, mayBeCached: boolean): Promise<OpenSession> {
    const token = tokenOf(request, this.settings);
    const key = paceKeyOf(token);
    if (token) this.pace.admitToken(key, addressOf(request));
    const session = token ? await this.sessions.read(token, mayBeCached) : null;
    this.pace.count(session ? key : addressOf(request));
    if (!session) throw new Refused('session.missing');
    return session;
  }
}

/** Whose count a session's requests make. */
function paceKeyOf(token: string | undefined): string {
  return token ? hashToken(token).toString('base64') : '';
}

/** Who asks, where nobody has signed in. */
function addressOf(request: SignedRequest): string {
  return `address ${countedAddress(request)}`;
}

/**
 * Where nobody has signed in there is no token to ask for. A foreign page can only send what a plain form can: JSON makes
 * its browser ask first, and be refused. Otherwise it could sign a visitor in under an account of its own.
 */
function requireOwnPage(request: SignedRequest): void {
  if (
    !String(request.headers['content-type'] ?? '')
      .toLowerCase()
      .startsWith('application/json')
  )
    throw new Refused('request.media-type');
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refused('session.csrf');
}

function requireOwnToken(request: SignedRequest, session: OpenSession): void {
  if (!hasOwnToken(request, session)) throw new Refused('session.csrf');
}

/** What only reads needs none. */
function hasOwnToken(request: SignedRequest, session: OpenSession): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const expected = Buffer.from(session.csrfToken);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
