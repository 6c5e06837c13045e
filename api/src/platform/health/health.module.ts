import { Controller, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Open, Uncounted } from '../http/permit.js';
import { OneOf } from '../http/fields.js';
import { Refused } from '../http/refused.js';

class HealthAnswer {
  @OneOf(['up'])
  status!: 'up';
}

@ApiTags('health')
@Controller('api/health')
class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('live')
  @Open('asked by whoever restarts the process')
  @Uncounted()
  @ApiOkResponse({ type: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'up' };
  }

  /** The database answers too: requests may come. */
  @Get('ready')
  @Open('asked by whoever sends the traffic')
  @Uncounted()
  @ApiOkResponse({ type: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    await this.dataSource.query('select 1').catch(() => {
      throw new Refused('server.busy', { retryAfterSeconds: 2 });
    });
    return { status: 'up' };
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
