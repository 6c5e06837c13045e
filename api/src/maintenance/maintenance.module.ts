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
import { LabelReportAccess } from './label-reports/label-report.access.js';
import { LabelReportMoves } from './label-reports/label-report-moves.js';
import { LabelReportsController } from './label-reports/label-reports.controller.js';
import { LabelReportsQueries } from './label-reports/label-reports.queries.js';
import { LabelReportsService } from './label-reports/label-reports.service.js';
import { MailReceiver } from './mail-in/mail-receiver.js';
import { MailRefusalsController, MailRefusalsQueries } from './mail-in/mail-refusals.controller.js';
import { TicketMailService } from './mail-in/ticket-mail.service.js';
import { MakerWaits } from './maker-waits.js';
import { QuotesService } from './quotes.service.js';
import { QuickReports } from './quick-reports.js';
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
import { VisitTickets } from './visit-tickets.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Ticket]),
    BudgetsModule,
    CalendarsModule,
    DirectoryModule,
    InventoryModule,
    OrdersModule,
  ],
  controllers: [
    TicketsController,
    TicketWorkController,
    TicketMovesController,
    TicketChargesController,
    LabelReportsController,
    MailRefusalsController,
  ],
  providers: [
    CommentsService,
    LabelReportAccess,
    LabelReportMoves,
    LabelReportsQueries,
    LabelReportsService,
    MailReceiver,
    MailRefusalsQueries,
    TicketChargesQueries,
    TicketChargesService,
    MakerWaits,
    QuotesService,
    QuickReports,
    ReportService,
    RoundTickets,
    TicketAccess,
    TicketClocks,
    TicketFiguresQueries,
    TicketFilesService,
    TicketMailService,
    TicketMoves,
    TicketNotices,
    TicketPageQueries,
    TicketSteps,
    TicketTermsService,
    VisitTickets,
    TicketWarnings,
    TicketsQueries,
  ],
  exports: [
    LabelReportMoves,
    MakerWaits,
    ReportService,
    RoundTickets,
    TicketAccess,
    TicketMoves,
    TicketTermsService,
    TicketWarnings,
    VisitTickets,
  ],
})
export class MaintenanceModule {}
