import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { PlanSettingsReader } from '../config/plan-settings.js';
import { Settings } from '../config/settings.js';
import type { ConstraintRegister } from '../http/constraints.js';
import { RefusalReader } from '../http/refusal-reader.js';
import { LIMITS } from '../limits.js';
import { direct } from './direct-runner.js';
import { PreparingClient } from './preparing-client.js';
import { RowByRow } from './row-by-row.js';
import { Transactions } from './transactions.js';

@Global()
@Module({})
export class DatabaseModule {
  /** @param options.connected false describes the routes without a database (OpenAPI) @param options.constraints what its refusals answer */
  static with(options: { connected: boolean; constraints: ConstraintRegister }): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          useFactory: (settings: Settings) => ({ ...connection(settings), manualInitialization: !options.connected }),
          dataSourceFactory: (given) => Promise.resolve(direct(new DataSource(given!))),
        }),
      ],
      providers: [
        RowByRow,
        Transactions,
        Clock,
        PlanSettingsReader,
        { provide: RefusalReader, useValue: new RefusalReader(options.constraints) },
      ],
      exports: [Transactions, RowByRow, Clock, PlanSettingsReader, RefusalReader],
    };
  }
}

function connection(settings: Settings) {
  return {
    type: 'postgres' as const,
    url: settings.DATABASE_URL,
    autoLoadEntities: true,
    synchronize: false,
    logging: false,
    retryAttempts: 0,
    poolSize: LIMITS.poolConnections,
    applicationName: 'parc-ecole',
    parseInt8: true,
    extra: {
      // Without it the plain client of `pg` serves the same; `connection-forms.spec.ts` holds them together.
      ...(settings.PREPARED_STATEMENTS ? { Client: PreparingClient, pipeline: true } : {}),
      statement_timeout: LIMITS.statementMilliseconds.request,
      lock_timeout: LIMITS.lockMilliseconds.request,
      idle_in_transaction_session_timeout: LIMITS.statementMilliseconds.request,
    },
  };
}
