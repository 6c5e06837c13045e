import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AssignmentsService } from '../identity/assignments.service.js';
import { Id, List, Text } from '../platform/http/fields.js';
import { Permit } from '../platform/http/permit.js';

class TechnicianAnswer {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

class TechnicianList {
  @List(() => TechnicianAnswer, { most: 200 })
  items!: TechnicianAnswer[];
}

/** Whom an order of the metropole can be given to. */
@ApiTags('orders')
@Controller('technicians')
export class TechniciansController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly assignments: AssignmentsService,
  ) {}

  @Get()
  @Permit('orders.schedule')
  @ApiOkResponse({ type: TechnicianList })
  async list(): Promise<TechnicianList> {
    return { items: await this.assignments.holders(this.dataSource.manager, 'technician') };
  }
}
