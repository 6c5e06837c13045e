import { Module, type OnModuleInit } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { DotationNights } from '../inventory/dotations/dotation-nights.js';
import { EquipmentWordsService } from '../inventory/equipment-words.service.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { LoanTermsService } from '../loans/loan-terms.service.js';
import { LoansModule } from '../loans/loans.module.js';
import { LabelReportMoves } from '../maintenance/label-reports/label-report-moves.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { TicketTermsService } from '../maintenance/ticket-terms.service.js';
import { TicketWarnings } from '../maintenance/ticket-warnings.service.js';
import { OrdersModule } from '../orders/orders.module.js';
import { CheckNights } from '../upkeep/check-nights.service.js';
import { UpkeepModule } from '../upkeep/upkeep.module.js';
import { ReturnTerms } from '../warranty/return-terms.service.js';
import { WarrantyModule } from '../warranty/warranty.module.js';
import { JobsService, type Job } from '../platform/jobs/jobs.service.js';
import { ConventionTerms } from './convention-terms.service.js';
import { HousekeepingService } from './housekeeping.service.js';
import { JobsController } from './jobs.controller.js';
import { LicenceTerms } from './licence-terms.js';
import { ReminderPost, told } from './reminder-post.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';
import { TrainingModule } from '../training/training.module.js';
import { TrainingTerms } from '../training/training-terms.service.js';
import { VisitTermsService } from '../visits/visit-terms.service.js';
import { VisitsModule } from '../visits/visits.module.js';

/** The list of jobs, in the order of a night: what ends first, what is told after. */
@Module({
  imports: [
    AgreementsModule,
    InventoryModule,
    LoansModule,
    MaintenanceModule,
    OrdersModule,
    TrainingModule,
    UpkeepModule,
    VisitsModule,
    WarrantyModule,
  ],
  controllers: [JobsController],
  providers: [ConventionTerms, LicenceTerms, HousekeepingService, ReminderPost, RemindersService, RemindersQueries],
})
export class NightlyModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobsService,
    private readonly reminders: RemindersService,
    private readonly conventions: ConventionTerms,
    private readonly housekeeping: HousekeepingService,
    private readonly equipment: EquipmentWordsService,
    private readonly dotations: DotationNights,
    private readonly tickets: TicketTermsService,
    private readonly warnings: TicketWarnings,
    private readonly labelReports: LabelReportMoves,
    private readonly licences: LicenceTerms,
    private readonly loans: LoanTermsService,
    private readonly checks: CheckNights,
    private readonly returns: ReturnTerms,
    private readonly visits: VisitTermsService,
    private readonly trainings: TrainingTerms,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      ...this.ofTheSystem(),
      ...this.ofTickets(),
      ...this.ofLoans(),
      ...this.ofUpkeep(),
      ...this.ofVisits(),
      ...this.ofTrainings(),
      ...this.told(),
      ...this.forgotten(),
    );
  }

  /** What the system moves by itself. */
  private ofTheSystem(): Job[] {
    const { conventions, housekeeping, equipment, dotations } = this;
    return [
      {
        name: 'automatic-approvals',
        label: 'Approbations d’office restées en route',
        rhythm: 'each-minute',
        work: () => housekeeping.approveLeftBehind(),
      },
      {
        name: 'convention-terms',
        label: 'Entrées en vigueur et termes des conventions',
        rhythm: 'nightly',
        work: (day) => conventions.advance(day),
      },
      {
        name: 'order-lapses',
        label: 'Fin d’année : commandes restées sans réponse',
        rhythm: 'nightly',
        work: (day) => housekeeping.lapseOrders(day),
      },
      {
        name: 'order-closing',
        label: 'Clôture des commandes certifiées',
        rhythm: 'nightly',
        work: () => housekeeping.closeOrders(),
      },
      {
        name: 'equipment-words',
        label: 'Recherche d’appareils : écoles et modèles renommés',
        rhythm: 'nightly',
        work: async () => told(await equipment.rewrite(), 'appareil relu', 'appareils relus', 'Aucun nom n’a changé.'),
      },
      {
        name: 'dotation-silences',
        label: 'Dotations : avis attendus dont le délai est passé',
        rhythm: 'nightly',
        work: async (day) =>
          told(
            await dotations.fallSilent(day),
            'école sans réponse',
            'écoles sans réponse',
            'Aucun délai n’est passé.',
          ),
      },
    ];
  }

  /** Breakdowns: what they wait for, what falls due, whom it is told. */
  private ofTickets(): Job[] {
    const { tickets, warnings, labelReports } = this;
    return [
      {
        name: 'ticket-reviews',
        label: 'Tickets en attente dont la date de revue est venue',
        rhythm: 'nightly',
        work: async (day) => told(await tickets.resume(day), 'ticket repris', 'tickets repris'),
      },
      {
        name: 'ticket-due-dates',
        label: 'Échéances des tickets comparées à leur histoire',
        rhythm: 'nightly',
        work: async () =>
          told(await tickets.recount(), 'échéance corrigée', 'échéances corrigées', 'Toutes étaient justes.'),
      },
      {
        name: 'ticket-closing',
        label: 'Clôture des tickets résolus depuis sept jours',
        rhythm: 'nightly',
        work: async (day) => told(await tickets.close(day), 'ticket clos', 'tickets clos'),
      },
      {
        name: 'label-reports',
        label: 'Signalements sans compte restés sans réponse',
        rhythm: 'nightly',
        work: async () => told(await labelReports.forget(), 'signalement oublié', 'signalements oubliés'),
      },
      {
        name: 'ticket-calendars',
        label: 'Échéances des tickets après un changement de calendrier',
        rhythm: 'each-minute',
        work: async () =>
          told(await tickets.followCalendars(), 'échéance corrigée', 'échéances corrigées', 'Toutes étaient justes.'),
      },
      {
        name: 'ticket-times',
        label: 'Temps des pannes réparées, pour les comptes',
        rhythm: 'each-minute',
        work: async () => told(await tickets.countEnded(), 'ticket compté', 'tickets comptés'),
      },
      {
        name: 'ticket-warnings',
        label: 'Avertissements : tickets dont le délai se termine',
        rhythm: 'each-minute',
        work: async () => told(await warnings.tell(), 'ticket signalé', 'tickets signalés'),
      },
    ];
  }

  /** What is lent: requests nobody answered, checks nobody wrote down, what comes back tomorrow, what is late. */
  private ofLoans(): Job[] {
    const { loans } = this;
    return [
      {
        name: 'loan-requests-past',
        label: 'Demandes de prêt restées sans réponse',
        rhythm: 'nightly',
        work: async () => told(await loans.refusePast(), 'demande refusée', 'demandes refusées'),
      },
      {
        name: 'loans-unfetched',
        label: 'Prêts accordés que personne n’a retirés',
        rhythm: 'nightly',
        work: async () => told(await loans.lapseUnfetched(), 'prêt jamais retiré', 'prêts jamais retirés'),
      },
      {
        name: 'loan-checks-over',
        label: 'Prêts rendus dont le contrôle est terminé',
        rhythm: 'nightly',
        work: async () => told(await loans.clearChecked(), 'prêt clos', 'prêts clos'),
      },
      {
        name: 'loan-reminders',
        label: 'Rappels aux écoles : prêts à rendre demain, prêts en retard',
        rhythm: 'nightly',
        work: async (day) => told(await loans.remind(day), 'rappel', 'rappels'),
      },
    ];
  }

  /** What is looked after: the checks of the weeks to come, what is at its maker's. */
  private ofUpkeep(): Job[] {
    const { checks, returns } = this;
    return [
      {
        name: 'upkeep-checks',
        label: 'Contrôles des semaines à venir, d’après les plans d’entretien',
        rhythm: 'nightly',
        work: async (day) => told(await checks.make(day), 'contrôle prévu', 'contrôles prévus'),
      },
      {
        name: 'warranty-reminders',
        label: 'Rappels : retours en garantie à relancer',
        rhythm: 'nightly',
        work: async (day) => told(await returns.remind(day), 'rappel', 'rappels'),
      },
    ];
  }

  /** What was begun at a school, and forgotten. */
  private ofVisits(): Job[] {
    const { visits } = this;
    return [
      {
        name: 'visits-forgotten',
        label: 'Interventions restées ouvertes sans que rien n’y soit fait',
        rhythm: 'nightly',
        work: async () => told(await visits.abandonForgotten(), 'intervention classée', 'interventions classées'),
      },
    ];
  }

  /** Places that nobody answered about in time, and what comes soon. */
  private ofTrainings(): Job[] {
    const { trainings } = this;
    return [
      {
        name: 'training-offers',
        label: 'Places de formation proposées et restées sans réponse',
        rhythm: 'each-minute',
        work: async () => told(await trainings.endOffers(), 'offre passée', 'offres passées'),
      },
      {
        name: 'training-reminders',
        label: 'Rappels aux inscrits : sessions de formation proches',
        rhythm: 'nightly',
        work: async (day) => told(await trainings.remind(day), 'rappel', 'rappels'),
      },
    ];
  }

  /** What people are told. */
  private told(): Job[] {
    const { conventions, licences, reminders, dotations } = this;
    return [
      {
        name: 'order-reminders',
        label: 'Rappels aux écoles : travaux à confirmer',
        rhythm: 'nightly',
        work: (day) => reminders.remindSchools(day),
      },
      {
        name: 'order-recalls',
        label: 'Rappels à la gestion : commandes sans réponse',
        rhythm: 'nightly',
        work: (day) => reminders.recallManagers(day),
      },
      {
        name: 'verifications-due',
        label: 'Vérifications à faire, sans réponse de l’école',
        rhythm: 'nightly',
        work: (day) => reminders.tellVerificationsDue(day),
      },
      {
        name: 'conventions-near-term',
        label: 'Conventions proches de leur terme',
        rhythm: 'nightly',
        work: (day) => conventions.tellTermsNear(day),
      },
      {
        name: 'licences-near-term',
        label: 'Licences de logiciels proches de leur fin',
        rhythm: 'nightly',
        work: (day) => licences.tellTermsNear(day),
      },
      {
        name: 'drafts-past-cut-off',
        label: 'Brouillons après la fin des envois',
        rhythm: 'nightly',
        work: (day) => reminders.tellDraftsPastCutOff(day),
      },
      {
        name: 'dotation-reminders',
        label: 'Rappels aux écoles : avis attendus sur une dotation',
        rhythm: 'nightly',
        work: async (day) => told(await dotations.remind(day), 'école prévenue', 'écoles prévenues'),
      },
    ];
  }

  /** What has had its time. */
  private forgotten(): Job[] {
    const { housekeeping } = this;
    return [
      {
        name: 'import-details',
        label: 'Effacement du détail des imports anciens',
        rhythm: 'nightly',
        work: () => housekeeping.forgetImportDetails(),
      },
      {
        name: 'purge',
        label: 'Effacement de ce qui a fait son temps',
        rhythm: 'nightly',
        work: () => housekeeping.purge(),
      },
    ];
  }
}
