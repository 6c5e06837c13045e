import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { BoardsController } from './boards/boards.controller.js';
import { BoardsQueries } from './boards/boards.queries.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { EditionsController } from './editions/editions.controller.js';
import { EditionsQueries } from './editions/editions.queries.js';
import { FreezingService } from './editions/freezing.service.js';
import { FigureAccess } from './figures/figure.access.js';
import { FigureCalendarService } from './figures/figure-calendar.service.js';
import { FigureRowsQueries } from './figures/figure-rows.queries.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresJob } from './figures/figures.job.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { RankingQueries } from './figures/ranking.queries.js';
import { TargetsService } from './figures/targets.service.js';
import { WorkingOutService } from './figures/working-out.service.js';
import { ReportQueries } from './report/report.queries.js';
import { UsageModule } from '../usage/usage.module.js';
import { OverviewQueries } from './overview.queries.js';
import { SteeringController } from './steering.controller.js';

/** Reads the others, and owns what it works out of them. */
@Module({
  imports: [DirectoryModule, InventoryModule, UsageModule],
  controllers: [SteeringController, FiguresController, BoardsController, EditionsController],
  providers: [
    BoardsQueries,
    EditionsQueries,
    FigureAccess,
    FigureCalendarService,
    FigureRowsQueries,
    FiguresJob,
    FiguresQueries,
    FreezingService,
    OverviewQueries,
    RankingQueries,
    ReportQueries,
    TargetsService,
    WorkingOutService,
  ],
})
export class SteeringModule {}
