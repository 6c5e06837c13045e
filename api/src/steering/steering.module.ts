import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { BoardsController } from './boards/boards.controller.js';
import { BoardsQueries } from './boards/boards.queries.js';
import { FigureCalendarService } from './figures/figure-calendar.service.js';
import { FigureRowsQueries } from './figures/figure-rows.queries.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresJob } from './figures/figures.job.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { RankingQueries } from './figures/ranking.queries.js';
import { WorkingOutService } from './figures/working-out.service.js';
import { OverviewQueries } from './overview.queries.js';
import { SteeringController } from './steering.controller.js';

/** Reads the others, and owns what it works out of them. */
@Module({
  imports: [DirectoryModule],
  controllers: [SteeringController, FiguresController, BoardsController],
  providers: [
    BoardsQueries,
    FigureCalendarService,
    FigureRowsQueries,
    FiguresJob,
    FiguresQueries,
    OverviewQueries,
    RankingQueries,
    WorkingOutService,
  ],
})
export class SteeringModule {}
