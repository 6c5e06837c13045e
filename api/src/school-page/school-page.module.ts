import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { SchoolPageController } from './school-page.controller.js';
import { SchoolPageQueries } from './school-page.queries.js';

/** One school as a page. Reads the other domains, owns no table: the directory itself knows nothing of orders and budgets. */
@Module({
  imports: [AgreementsModule, DirectoryModule, OrdersModule],
  controllers: [SchoolPageController],
  providers: [SchoolPageQueries],
})
export class SchoolPageModule {}
