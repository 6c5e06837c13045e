import { Injectable } from '@nestjs/common';
import { indicatorOf, type IndicatorKey, legalTarget } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { versionOfNamed, writeOneFrom } from '../../platform/config/dated-settings.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { type FieldProblem, Refused } from '../../platform/http/refused.js';
import type { FigureTargets, TargetRequest } from './targets.dto.js';
import { TARGET_CHANGES, TARGET_NAME } from './targets.sql.js';

/** Far from every figure: what is typed beyond is a slip. */
const LARGEST = 1e9;

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
    const fields = problemsOf(request, today);
    if (fields.length > 0) throw new Refused('request.invalid', { fields });
    const { value, by, source } = request;
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

function problemsOf({ value, by }: TargetRequest, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (value !== null && !(Math.abs(value) < LARGEST))
    problems.push({ name: 'value', code: 'max', message: 'Cette cible est trop grande.' });
  if (by !== null && by < today)
    problems.push({ name: 'by', code: 'past', message: 'Une cible s’atteint à une date à venir.' });
  return problems;
}
