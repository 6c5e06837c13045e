import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/http/permit.js';
import { UsageCoverage } from './coverage.answers.js';
import { CoverageQueries } from './coverage.queries.js';

@ApiTags('usage')
@Controller('usage/coverage')
export class CoverageController {
  constructor(private readonly queries: CoverageQueries) {}

  @Get()
  @Permit('usage.read')
  @ApiOkResponse({ type: UsageCoverage })
  read(): Promise<UsageCoverage> {
    return this.queries.read();
  }
}
