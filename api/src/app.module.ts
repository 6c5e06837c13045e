import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AgreementsModule } from './agreements/agreements.module.js';
import { BudgetsModule } from './budgets/budgets.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CONSTRAINTS } from './constraints.js';
import { DepositsModule } from './deposits/deposits.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { HomeModule } from './home/home.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { SessionGuard } from './identity/session.guard.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { LoansModule } from './loans/loans.module.js';
import { RemediesModule } from './remedies/remedies.module.js';
import { ProblemsModule } from './problems/problems.module.js';
import { UpkeepModule } from './upkeep/upkeep.module.js';
import { WarrantyModule } from './warranty/warranty.module.js';
import { MaintenanceModule } from './maintenance/maintenance.module.js';
import { NightlyModule } from './nightly/nightly.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { CalendarsModule } from './maintenance/calendars/calendars.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { RoundModule } from './round/round.module.js';
import { SchoolPageModule } from './school-page/school-page.module.js';
import { SteeringModule } from './steering/steering.module.js';
import { TrainingModule } from './training/training.module.js';
import { UsageModule } from './usage/usage.module.js';
import { VisitsModule } from './visits/visits.module.js';

/** The house: what every domain stands on, then the domains, one line each. */
@Module({})
export class AppModule {
  static with(settings: Settings, options = { connected: true }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.with({ ...options, constraints: CONSTRAINTS }),
        HealthModule,
        MailModule,
        JobsModule,
        IdentityModule,
        DirectoryModule,
        CatalogueModule,
        AgreementsModule,
        BudgetsModule,
        OrdersModule,
        InventoryModule,
        CalendarsModule,
        MaintenanceModule,
        LoansModule,
        ProblemsModule,
        RemediesModule,
        UpkeepModule,
        WarrantyModule,
        DepositsModule,
        VisitsModule,
        TrainingModule,
        UsageModule,
        NotificationsModule,
        NightlyModule,
        PersonalDataModule,
        SteeringModule,
        HomeModule,
        RoundModule,
        SchoolPageModule,
      ],
      providers: [{ provide: APP_GUARD, useExisting: SessionGuard }],
    };
  }
}
