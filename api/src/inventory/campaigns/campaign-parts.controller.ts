import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CAMPAIGN_PART_UNREACHED, CAMPAIGN_PARTS, type CampaignPartAction } from '@parc/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { Id } from '../../platform/http/fields.js';
import { UploadedAnswer } from '../../platform/files/photo.answers.js';
import { uploadedPhoto } from '../../platform/files/photo-taking.js';
import { PHOTO_BODY, sendPhoto } from '../../platform/http/photo-routes.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../../platform/http/move-routes.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  CampaignPartChanged,
  CampaignPartPage,
  CampaignRoomPage,
  RoomFinished,
  SchoolCampaign,
  SightingFound,
} from './campaign-part.answers.js';
import { AbsenceRequest, CampaignReasonRequest, MisplacedRequest, SightingRequest } from './campaign.dto.js';
import { CampaignPhotos } from './campaign-photos.js';
import { CampaignPartMoves, type CampaignPartMoved } from './part-moves.js';
import { CampaignPartPages } from './part-pages.queries.js';
import { CampaignSightingsService } from './sightings.service.js';

class RoomOfPartParam extends IdParam {
  @Id()
  roomId!: string;
}

class ItemOfPartParam extends IdParam {
  @Id()
  itemId!: string;
}

class PhotoOfItemParam extends ItemOfPartParam {
  @Id()
  photoId!: string;
}

/** One school's part: its rooms, what is in them, what somebody saw. */
@ApiTags('campaigns')
@Controller('campaign-parts')
export class CampaignPartsController implements MovesObjects {
  constructor(
    private readonly pages: CampaignPartPages,
    private readonly sightings: CampaignSightingsService,
    private readonly moves: CampaignPartMoves,
    private readonly photos: CampaignPhotos,
  ) {}

  @Get('of-school/:id')
  @Permit('campaigns.read')
  @ApiOkResponse({ type: SchoolCampaign })
  ofSchool(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolCampaign> {
    return this.pages.ofSchool(actor, id);
  }

  @Get(':id')
  @Permit('campaigns.read')
  @ApiOkResponse({ type: CampaignPartPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CampaignPartPage> {
    return this.pages.page(actor, id);
  }

  @Get(':id/rooms/:roomId')
  @Permit('campaigns.read')
  @ApiOkResponse({ type: CampaignRoomPage })
  room(@CurrentActor() actor: Actor, @Param() { id, roomId }: RoomOfPartParam): Promise<CampaignRoomPage> {
    return this.pages.room(actor, id, roomId);
  }

  @Post(':id/sightings')
  @HttpCode(200)
  @Permit('campaigns.confirm')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SightingFound })
  async see(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: SightingRequest,
    @WriteRequest() write: Write,
  ): Promise<SightingFound> {
    return this.pages.seen(actor, id, await this.sightings.see(actor, id, body, write));
  }

  @Post(':id/absences')
  @HttpCode(200)
  @Permit('campaigns.confirm')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SightingFound })
  async miss(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { equipmentId }: AbsenceRequest,
    @WriteRequest() write: Write,
  ): Promise<SightingFound> {
    return this.pages.seen(actor, id, await this.sightings.miss(actor, id, equipmentId, write));
  }

  @Post(':id/answers')
  @HttpCode(200)
  @Permit('campaigns.confirm')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SightingFound })
  async answer(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: MisplacedRequest,
    @WriteRequest() write: Write,
  ): Promise<SightingFound> {
    return this.pages.seen(actor, id, await this.sightings.answer(actor, id, body, write));
  }

  @Post(':id/rooms/:roomId/finish')
  @HttpCode(200)
  @Permit('campaigns.confirm')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: RoomFinished })
  finish(
    @CurrentActor() actor: Actor,
    @Param() { id, roomId }: RoomOfPartParam,
    @WriteRequest() write: Write,
  ): Promise<RoomFinished> {
    return this.sightings.finish(actor, id, roomId, write);
  }

  @Post(':id/items/:itemId/photos')
  @Permit('campaigns.confirm')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody(PHOTO_BODY)
  @ApiCreatedResponse({ type: UploadedAnswer })
  addPhoto(
    @CurrentActor() actor: Actor,
    @Param() { id, itemId }: ItemOfPartParam,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<UploadedAnswer> {
    return this.photos.add(actor, id, itemId, () => uploadedPhoto(request), write);
  }

  @Get(':id/items/:itemId/photos/:photoId')
  @Permit('campaigns.read')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @CurrentActor() actor: Actor,
    @Param() { id, itemId, photoId }: PhotoOfItemParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPhoto(reply, await this.photos.read(actor, id, itemId, photoId));
  }

  act(
    actor: Actor,
    id: string,
    action: CampaignPartAction,
    { reason }: MoveBody,
    write: Write,
  ): Promise<CampaignPartMoved> {
    return this.moves.move(actor, id, action, reason ?? null, write);
  }
}

addMoveRoutes(CampaignPartsController, {
  moves: CAMPAIGN_PARTS.moves,
  brings: CAMPAIGN_PART_UNREACHED,
  permission: (action) => (action === 'send' ? 'campaigns.send' : 'campaigns.write'),
  body: (_action, asksReason) => (asksReason ? CampaignReasonRequest : null),
  answer: CampaignPartChanged,
  actor: () => CurrentActor(),
});
