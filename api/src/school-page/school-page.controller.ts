import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { SchoolPage } from './school-page.answers.js';
import { SchoolPageQueries } from './school-page.queries.js';

@ApiTags('directory')
@Controller('schools')
export class SchoolPageController {
  constructor(private readonly queries: SchoolPageQueries) {}

  @Get(':id')
  @Permit('directory.read')
  @ApiOkResponse({ type: SchoolPage })
  read(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolPage> {
    return this.queries.page(actor, id);
  }
}
