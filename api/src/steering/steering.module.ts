import { Module } from '@nestjs/common';
import { OverviewQueries } from './overview.queries.js';
import { SteeringController } from './steering.controller.js';

/** Reads the others, owns no table. */
@Module({ controllers: [SteeringController], providers: [OverviewQueries] })
export class SteeringModule {}
