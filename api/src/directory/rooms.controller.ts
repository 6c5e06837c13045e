import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { RoomAnswer } from './directory.answers.js';
import { RoomParam, RoomRequest } from './directory.dto.js';
import { RoomsService } from './rooms.service.js';

/** The rooms of a school, written; `schools.controller.ts` reads them. */
@ApiTags('directory')
@Controller('schools/:id/rooms')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Post()
  @Permit('rooms.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: RoomAnswer })
  add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: RoomRequest,
    @WriteRequest() write: Write,
  ): Promise<RoomAnswer> {
    return this.rooms.add(actor, id, body, write);
  }

  @Put(':roomId')
  @Permit('rooms.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RoomAnswer })
  change(
    @CurrentActor() actor: Actor,
    @Param() { id, roomId }: RoomParam,
    @Body() body: RoomRequest,
    @WriteRequest() write: Write,
  ): Promise<RoomAnswer> {
    return this.rooms.change(actor, id, roomId, body, write);
  }

  @Post(':roomId/remove')
  @HttpCode(200)
  @Permit('rooms.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RoomAnswer })
  remove(
    @CurrentActor() actor: Actor,
    @Param() { id, roomId }: RoomParam,
    @WriteRequest() write: Write,
  ): Promise<RoomAnswer> {
    return this.rooms.remove(actor, id, roomId, write);
  }
}
