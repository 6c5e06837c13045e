import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { DeskHomeQueries } from './desk-home.queries.js';
import { HomeController } from './home.controller.js';
import { SchoolHomeQueries } from './school-home.queries.js';

/** The first screen of each role. Reads the other domains, owns no table. */
@Module({
  imports: [AgreementsModule, OrdersModule],
  controllers: [HomeController],
  providers: [SchoolHomeQueries, DeskHomeQueries],
})
export class HomeModule {}
