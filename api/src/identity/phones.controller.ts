import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import { ClientAddress } from '../platform/http/client-address.js';
import { IdParam } from '../platform/http/params.js';
import { Open, Permit } from '../platform/http/permit.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { deviceOf, giveDevice, takeDevice } from './phone-cookie.js';
import { EnrolPhoneRequest, OwnPhoneList, PhoneKeyAnswer, PhonesHere } from './phone.dto.js';
import { PhonesService } from './phones.service.js';

/** Phones on which a person works without a network. Writes carry no repetition key, as those of one's own account. */
@ApiTags('phones')
@Controller('phones')
export class PhonesController {
  constructor(
    private readonly phones: PhonesService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Permit('account.self')
  @ApiOkResponse({ type: OwnPhoneList })
  list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OwnPhoneList> {
    return this.phones.list(actor, deviceOf(request, this.settings));
  }

  @Post()
  @Permit('phones.enrol')
  @ApiCreatedResponse({ type: PhoneKeyAnswer })
  async enrol(
    @CurrentActor() actor: Actor,
    @Body() body: EnrolPhoneRequest,
    @ClientAddress() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PhoneKeyAnswer> {
    const { answer, device } = await this.phones.enrol(actor, body, address, deviceOf(request, this.settings));
    giveDevice(reply, this.settings, device);
    return answer;
  }

  /** A phone whose people have all revoked it is emptied by its own browser, whatever its page does. */
  @Get('here')
  @Open('a phone asks what may stay on it before anyone has signed in')
  @ApiOkResponse({ type: PhonesHere })
  async here(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PhonesHere> {
    const answer = await this.phones.here(deviceOf(request, this.settings));
    if (answer.items.length > 0 && answer.items.every(({ revoked }) => revoked)) {
      takeDevice(reply, this.settings);
      void reply.header('clear-site-data', '"cache", "storage"');
    }
    return answer;
  }

  @Post(':id/key')
  @HttpCode(200)
  @Permit('account.self')
  @ApiOkResponse({ type: PhoneKeyAnswer })
  async key(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PhoneKeyAnswer> {
    const device = deviceOf(request, this.settings);
    const answer = await this.phones.key(actor, id, device);
    // A phone that is in use never becomes any other browser, whose stores the next sign-out empties.
    if (device !== undefined) giveDevice(reply, this.settings, device);
    return answer;
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('account.self')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.phones.revoke(actor, id);
  }
}
