import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { ArrivalsService } from './attendance/arrivals.service.js';
import { AttendanceCodes } from './attendance/attendance-codes.service.js';
import { AttendanceSheetDocument } from './attendance/attendance-sheet.document.js';
import { AttendanceController, AttendancePacketController } from './attendance/attendance.controller.js';
import { AttendanceQueries } from './attendance/attendance.queries.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { CertificateDocuments } from './certificates/certificate.documents.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CertificatesQueries } from './certificates/certificates.queries.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { TrainingClashesQueries } from './clashes.queries.js';
import { CoherenceAccess } from './coherence.access.js';
import { CoherenceController, SchoolCoherenceController } from './coherence.controller.js';
import { CoherenceQueries } from './coherence.queries.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedService } from './feed/feed.service.js';
import { HandoverNotices } from './handover-notices.service.js';
import { HandoversService } from './handovers.service.js';
import { HoursController } from './hours/hours.controller.js';
import { HoursQueries } from './hours/hours.queries.js';
import { HoursService } from './hours/hours.service.js';
import { ModuleFilesController } from './module-files.controller.js';
import { ModuleFilesService } from './module-files.service.js';
import { ModulesQueries } from './modules.queries.js';
import { ModulesService } from './modules.service.js';
import { TrainingPeopleQueries } from './people.queries.js';
import { ProposingService } from './proposing.service.js';
import { NeedsQueries } from './needs.queries.js';
import { SchoolCoherenceQueries } from './school-coherence.queries.js';
import { SurveyQueries } from './survey/survey.queries.js';
import { SurveysController } from './survey/surveys.controller.js';
import { SurveysService } from './survey/surveys.service.js';
import { TrainingAccess } from './training.access.js';
import { TrainingDates } from './training-dates.js';
import { TrainingPeopleController } from './training-people.controller.js';
import { TrainingInvitations } from './training-invitations.js';
import { TrainingMovesController } from './training-moves.controller.js';
import { PlacedMails } from './placed-mails.js';
import { QuickEnrolments } from './quick-enrolments.js';
import { TrainingMoves } from './training-moves.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingPassing } from './training-passing.js';
import { TrainingTerms } from './training-terms.service.js';
import { TrainingPlaces } from './training-places.js';
import { TrainingSession } from './training-session.entity.js';
import { TrainingSteps } from './training.steps.js';
import { TrainingWindows } from './training-windows.js';
import { TrainingModulesController, TrainingsController } from './trainings.controller.js';
import { TrainingsQueries } from './trainings.queries.js';
import { SupportAsking } from './support/support-asking.service.js';
import { SupportCountsQueries } from './support/support-counts.queries.js';
import { SupportMoves } from './support/support-moves.js';
import { SupportNotices } from './support/support-notices.service.js';
import { SupportRequest } from './support/support-request.entity.js';
import { SupportAccess } from './support/support.access.js';
import { SupportController, SupportMovesController } from './support/support.controller.js';
import { SupportQueries } from './support/support.queries.js';
import { SupportSteps } from './support/support.steps.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingSession, SupportRequest]), DirectoryModule, InventoryModule],
  controllers: [
    TrainingModulesController,
    ModuleFilesController,
    TrainingsController,
    TrainingMovesController,
    TrainingPeopleController,
    AttendanceController,
    AttendancePacketController,
    HoursController,
    CertificatesController,
    FeedController,
    SurveysController,
    CoherenceController,
    SchoolCoherenceController,
    SupportController,
    SupportMovesController,
  ],
  providers: [
    ArrivalsService,
    AttendanceCodes,
    AttendanceQueries,
    AttendanceService,
    AttendanceSheetDocument,
    CertificateDocuments,
    CertificatesQueries,
    CertificatesService,
    FeedService,
    HoursQueries,
    HoursService,
    CoherenceAccess,
    CoherenceQueries,
    HandoverNotices,
    HandoversService,
    NeedsQueries,
    SchoolCoherenceQueries,
    ModuleFilesService,
    ModulesQueries,
    ModulesService,
    ProposingService,
    SurveyQueries,
    SurveysService,
    TrainingAccess,
    TrainingClashesQueries,
    TrainingDates,
    TrainingInvitations,
    TrainingMoves,
    PlacedMails,
    QuickEnrolments,
    TrainingNotices,
    TrainingPassing,
    TrainingPeopleQueries,
    TrainingPlaces,
    TrainingTerms,
    TrainingSteps,
    TrainingWindows,
    TrainingsQueries,
    SupportAccess,
    SupportAsking,
    SupportCountsQueries,
    SupportMoves,
    SupportNotices,
    SupportQueries,
    SupportSteps,
  ],
  exports: [TrainingTerms],
})
export class TrainingModule {}
