import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CommentsService } from './comments.service.js';
import { TicketChargesQueries } from './charges.queries.js';
import { TicketChargesService } from './charges.service.js';
import { QuotesService } from './quotes.service.js';
import { ReportService } from './report.service.js';
import { RoundTickets } from './round-tickets.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import { Ticket } from './ticket.entity.js';
import { TicketMovesController } from './ticket-moves.controller.js';
import { TicketMoves } from './ticket-moves.js';
import { TicketNotices } from './ticket-notices.service.js';
import { TicketFiguresQueries } from './ticket-figures.queries.js';
import { TicketPageQueries } from './ticket-page.queries.js';
import { TicketSteps } from './ticket.steps.js';
import { TicketTermsService } from './ticket-terms.service.js';
import { TicketWarnings } from './ticket-warnings.service.js';
import { TicketFilesService } from './ticket-files.service.js';
import { TicketWorkController } from './ticket-work.controller.js';
import { TicketChargesController, TicketsController } from './tickets.controller.js';
import { TicketsQueries } from './tickets.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Ticket]),
    BudgetsModule,
    CalendarsModule,
    DirectoryModule,
    InventoryModule,
    OrdersModule,
  ],
  controllers: [TicketsController, TicketWorkController, TicketMovesController, TicketChargesController],
  providers: [
    CommentsService,
    TicketChargesQueries,
    TicketChargesService,
    QuotesService,
    ReportService,
    RoundTickets,
    TicketAccess,
    TicketClocks,
    TicketFiguresQueries,
    TicketFilesService,
    TicketMoves,
    TicketNotices,
    TicketPageQueries,
    TicketSteps,
    TicketTermsService,
    TicketWarnings,
    TicketsQueries,
  ],
  exports: [ReportService, RoundTickets, TicketTermsService, TicketWarnings],
})
export class MaintenanceModule {}
