import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { CalendarsModule } from '../maintenance/calendars/calendars.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { UpkeepModule } from '../upkeep/upkeep.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { RoundController } from './round.controller.js';
import { RoundOrders } from './round-orders.js';
import { RoundQueries } from './round.queries.js';

/** The day of who goes from school to school: orders and tickets on one list, whole, to be taken along. */
@Module({
  imports: [
    CalendarsModule,
    DirectoryModule,
    InventoryModule,
    MaintenanceModule,
    OrdersModule,
    UpkeepModule,
    VisitsModule,
  ],
  controllers: [RoundController],
  providers: [RoundOrders, RoundQueries],
})
export class RoundModule {}
