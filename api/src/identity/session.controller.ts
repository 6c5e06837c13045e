import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientAddress } from '../platform/http/client-address.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { Open, Permit } from '../platform/http/permit.js';
import {
  DemonstrationSignInRequest,
  SessionAnswer,
  SessionOptions,
  SignInRequest,
  SwitchAssignmentRequest,
} from './session.dto.js';
import { deviceOf } from './phone-cookie.js';
import { PhonesService } from './phones.service.js';
import { cookieAttributes, giveSession, sessionCookie, tokenOf } from './session-cookie.js';
import { SessionStore } from './session.store.js';
import { SessionService, type SignedIn } from './session.service.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly store: SessionStore,
    private readonly phones: PhonesService,
    private readonly settings: Settings,
  ) {}

  @Get('options')
  @Open('the sign-in page asks before anyone has signed in')
  @ApiOkResponse({ type: SessionOptions })
  options(): Promise<SessionOptions> {
    return this.sessions.options();
  }

  @Post()
  @Open('this is the sign-in')
  @ApiCreatedResponse({ type: SessionAnswer })
  async signIn(
    @Body() body: SignInRequest,
    @ClientAddress() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    return this.giveCookie(
      reply,
      await this.sessions.signIn(body.email, body.password, address, tokenOf(request, this.settings)),
    );
  }

  @Post('demonstration')
  @Open('one click, in the demonstration only')
  @ApiCreatedResponse({ type: SessionAnswer })
  async signInToDemonstration(
    @Body() body: DemonstrationSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    return this.giveCookie(
      reply,
      await this.sessions.signInToDemonstration(body.role, tokenOf(request, this.settings)),
    );
  }

  /** Who is at this browser, and under which assignment. That nobody is, is no error: the sign-in page asks it each time. */
  @Get()
  @Open('the first page asks whether this browser holds a session')
  @ApiOkResponse({ type: SessionAnswer })
  @ApiNoContentResponse({ description: 'No session' })
  async describe(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer | undefined> {
    const token = tokenOf(request, this.settings);
    const session = token ? await this.store.read(token, false) : null;
    if (session) return this.sessions.describe(session.actor);
    void reply.status(204);
    return undefined;
  }

  /** Begins the fifteen minutes again, when the person answers the warning. */
  @Post('extend')
  @HttpCode(200)
  @Permit('session.use')
  @ApiOkResponse({ type: SessionAnswer })
  extend(@CurrentActor() actor: Actor): Promise<SessionAnswer> {
    return this.sessions.extend(actor);
  }

  @Put('assignment')
  @Permit('session.use')
  @ApiOkResponse({ type: SessionAnswer })
  switchAssignment(@CurrentActor() actor: Actor, @Body() body: SwitchAssignmentRequest): Promise<SessionAnswer> {
    return this.sessions.switchAssignment(actor, body.assignmentId);
  }

  @Delete()
  @HttpCode(204)
  @Permit('session.use')
  @ApiNoContentResponse()
  async signOut(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(actor);
    void reply.clearCookie(sessionCookie(this.settings), cookieAttributes(this.settings));
    // Nothing of the last person stays on a shared machine; on an enrolled phone lies sealed work that is not sent yet.
    const keepsWork = await this.phones.isEnrolled(deviceOf(request, this.settings));
    void reply.header('clear-site-data', keepsWork ? '"cache"' : '"cache", "storage"');
  }

  private giveCookie(reply: FastifyReply, signedIn: SignedIn): SessionAnswer {
    giveSession(reply, this.settings, signedIn.token);
    return signedIn.answer;
  }
}
