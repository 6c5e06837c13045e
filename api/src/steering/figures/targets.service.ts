import { Injectable } from '@nestjs/common';
import { indicatorOf, type IndicatorKey, legalTarget } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { versionOfNamed, writeOneFrom } from '../../platform/config/dated-settings.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { type FieldProblem, Refused } from '../../platform/http/refused.js';
import type { FigureTargets, TargetRequest } from './targets.dto.js';
import { TARGET_CHANGES, TARGET_NAME } from './targets.sql.js';

/** What the committee sets out to reach: dated, with who decided it. A law's own target stands beside, and is nobody's to change. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  read(key: IndicatorKey): Promise<FigureTargets> {
    return this.answer(this.dataSource.manager, key);
  }

  /** From today on. @throws Refused request.invalid, figure.no-target, version.missing, version.stale */
  set(key: IndicatorKey, request: TargetRequest, write: Write): Promise<FigureTargets> {
    if (indicatorOf(key).direction === null) throw new Refused('figure.no-target');
    const today = this.clock.today();
    const { value, by, source } = request;
    if (by !== null && by < today) throw new Refused('request.invalid', { fields: [LATE] });
    return this.transactions.run(write, async (manager) => {
      const kept = value === null ? null : { value, by };
      await writeOneFrom(manager, write, TARGET_NAME(key), { from: today, source, value: kept });
      return this.answer(manager, key);
    });
  }

  private async answer(manager: EntityManager, key: IndicatorKey): Promise<FigureTargets> {
    return {
      version: await versionOfNamed(manager, TARGET_NAME(key)),
      legal: legalTarget(indicatorOf(key), this.clock.today()),
      changes: await manager.query(TARGET_CHANGES, [TARGET_NAME(key)]),
    };
  }
}

const LATE: FieldProblem = { name: 'by', code: 'past', message: 'Une cible s’atteint à une date à venir.' };
