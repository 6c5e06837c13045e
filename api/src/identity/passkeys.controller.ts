import { Body, Controller, Delete, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import { ClientAddress } from '../platform/http/client-address.js';
import { IdParam } from '../platform/http/params.js';
import { Open, Permit } from '../platform/http/permit.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import {
  AskEnteringRequest,
  AskRegisteringRequest,
  PasskeyChallenge,
  PasskeySignInRequest,
  RegisterPasskeyRequest,
} from './passkey.dto.js';
import { PasskeysService } from './passkeys.service.js';
import { deviceOf } from './phone-cookie.js';
import { giveSession, tokenOf } from './session-cookie.js';
import { SessionAnswer } from './session.dto.js';

/** Fingerprint or face on an enrolled phone. A challenge is answered once, so that none of this carries a repetition key. */
@ApiTags('phones')
@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly settings: Settings,
  ) {}

  @Post('phones/:id/passkey/challenge')
  @HttpCode(200)
  @Permit('phones.enrol')
  @ApiOkResponse({ type: PasskeyChallenge })
  askRegistering(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { password }: AskRegisteringRequest,
    @ClientAddress() address: string,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyChallenge> {
    const device = deviceOf(request, this.settings);
    return this.passkeys.askRegistering(actor, id, password, { device, address });
  }

  @Post('phones/:id/passkey')
  @HttpCode(204)
  @Permit('phones.enrol')
  @ApiNoContentResponse()
  register(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: RegisterPasskeyRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.passkeys.register(actor, id, body, deviceOf(request, this.settings));
  }

  @Delete('phones/:id/passkey')
  @HttpCode(204)
  @Permit('account.self')
  @ApiNoContentResponse()
  forget(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.passkeys.forget(actor, id);
  }

  @Post('session/passkey/challenge')
  @HttpCode(200)
  @Open('a phone asks before anyone has signed in')
  @ApiOkResponse({ type: PasskeyChallenge })
  askEntering(@Body() { ids }: AskEnteringRequest, @Req() request: FastifyRequest): Promise<PasskeyChallenge> {
    return this.passkeys.askEntering(deviceOf(request, this.settings), ids);
  }

  @Post('session/passkey')
  @Open('this is the sign-in of an enrolled phone')
  @ApiCreatedResponse({ type: SessionAnswer })
  async enter(
    @Body() body: PasskeySignInRequest,
    @ClientAddress() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const device = deviceOf(request, this.settings);
    const formerToken = tokenOf(request, this.settings);
    const { token, answer } = await this.passkeys.enter(body, { device, address, formerToken });
    giveSession(reply, this.settings, token);
    return answer;
  }
}
