import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { FreeTextList, FreeTextsParam, RedactionAnswer, RedactionRequest } from './free-texts.dto.js';
import { FreeTextsService } from './free-texts.service.js';

/** Free texts of an object, for who takes one out. */
@ApiTags('personal-data')
@Controller('free-texts/:kind/:id')
export class FreeTextsController {
  constructor(private readonly texts: FreeTextsService) {}

  @Get()
  @Permit('free-texts.redact')
  @ApiOkResponse({ type: FreeTextList })
  read(@Param() { kind, id }: FreeTextsParam): Promise<FreeTextList> {
    return this.texts.read(kind, id);
  }

  @Post('redactions')
  @Permit('free-texts.redact')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: RedactionAnswer })
  redact(
    @CurrentActor() actor: Actor,
    @Param() param: FreeTextsParam,
    @Body() body: RedactionRequest,
    @WriteRequest() write: Write,
  ): Promise<RedactionAnswer> {
    return this.texts.redact(actor, param, body, write);
  }
}
