import { Module, type OnModuleInit } from '@nestjs/common';
import { JobsService } from '../platform/jobs/jobs.service.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { DeclaredController } from './declared/declared.controller.js';
import { DeclaredService } from './declared/declared.service.js';
import { BatchJournal } from './ingestion/batch-journal.js';
import { UsageBatchesController } from './ingestion/usage-batches.controller.js';
import { UsageBatchesQueries } from './ingestion/usage-batches.queries.js';
import { UsageBatchesService } from './ingestion/usage-batches.service.js';
import { RollUpService } from './roll-ups/roll-up.service.js';
import { UsageChanges } from './roll-ups/usage-changes.service.js';
import { UsageYears } from './roll-ups/usage-years.js';
import { TokenRows } from './sources/token.rows.js';
import { UsageSourcesController, UsageTokensController } from './sources/usage-sources.controller.js';
import { UsageSourcesService } from './sources/usage-sources.service.js';

/** Use measured: files taken in, sums kept, uses declared where nothing measures. */
@Module({
  controllers: [
    CoverageController,
    UsageBatchesController,
    UsageSourcesController,
    UsageTokensController,
    DeclaredController,
  ],
  providers: [
    BatchJournal,
    CoverageQueries,
    DeclaredService,
    RollUpService,
    TokenRows,
    UsageBatchesQueries,
    UsageBatchesService,
    UsageChanges,
    UsageSourcesService,
    UsageYears,
  ],
  exports: [UsageChanges],
})
export class UsageModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobsService,
    private readonly years: UsageYears,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: 'usage-years',
      label: 'Usages : années nouvelles, et années qui ont fait leur temps',
      rhythm: 'nightly',
      work: () => this.turnYears(),
    });
  }

  private async turnYears(): Promise<string> {
    await this.years.make();
    const gone = await this.years.forget();
    if (gone === 0) return 'Rien à oublier.';
    return gone === 1 ? '1 année oubliée, ses sommes restent.' : `${gone} années oubliées, leurs sommes restent.`;
  }
}
