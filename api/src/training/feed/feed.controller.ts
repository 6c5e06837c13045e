import { Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { ClientAddress } from '../../platform/http/client-address.js';
import { Open, Permit } from '../../platform/http/permit.js';
import { FeedAddress, FeedParam, OwnFeed } from './feed.answers.js';
import { FeedService } from './feed.service.js';

/** One's own trainings in the calendar that one uses already. */
@ApiTags('training')
@Controller('training-feed')
export class FeedController {
  constructor(private readonly feeds: FeedService) {}

  @Get()
  @Permit('training-feed.own')
  @ApiOkResponse({ type: OwnFeed })
  ownFeed(@CurrentActor() actor: Actor): Promise<OwnFeed> {
    return this.feeds.own(actor);
  }

  @Post()
  @Permit('training-feed.own')
  @ApiCreatedResponse({ type: FeedAddress })
  renew(@CurrentActor() actor: Actor): Promise<FeedAddress> {
    return this.feeds.renew(actor);
  }

  @Delete()
  @HttpCode(204)
  @Permit('training-feed.own')
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor): Promise<void> {
    return this.feeds.end(actor);
  }

  @Get(':file')
  @Open('a calendar asks by its secret address alone')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async calendar(
    @Param() { file }: FeedParam,
    @ClientAddress() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.feeds.read(file, address);
    await reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-store').send(text);
  }
}
