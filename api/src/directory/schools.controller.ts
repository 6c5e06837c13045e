import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import { IdParam } from '../platform/http/params.js';
import { RoomList } from './directory.answers.js';
import { SchoolsQueries } from './schools.queries.js';
import { SchoolsService } from './schools.service.js';

@ApiTags('directory')
@Controller('schools')
export class SchoolsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schools: SchoolsService,
    private readonly queries: SchoolsQueries,
  ) {}

  @Get(':id/rooms')
  @Permit('directory.read')
  @ApiOkResponse({ type: RoomList })
  async rooms(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<RoomList> {
    const school = await this.schools.reach(this.dataSource.manager, actor, id);
    return { items: await this.queries.rooms(school.id) };
  }
}
