import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import { DeskHomeQueries } from './desk-home.queries.js';
import { DeskHome, SchoolHome } from './home.answers.js';
import { SchoolHomeQueries } from './school-home.queries.js';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(
    private readonly schoolHome: SchoolHomeQueries,
    private readonly deskHome: DeskHomeQueries,
  ) {}

  @Get('school')
  @Permit('home.school')
  @ApiOkResponse({ type: SchoolHome })
  school(@CurrentActor() actor: Actor): Promise<SchoolHome> {
    return this.schoolHome.read(actor);
  }

  @Get('desk')
  @Permit('home.desk')
  @ApiOkResponse({ type: DeskHome })
  desk(): Promise<DeskHome> {
    return this.deskHome.read();
  }
}
