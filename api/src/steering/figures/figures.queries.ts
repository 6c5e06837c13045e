import { Injectable } from '@nestjs/common';
import {
  axesOfFigure,
  COMMUNE_SIZES,
  type FigureTarget,
  HEADLINE_KEYS,
  type Indicator,
  INDICATORS,
  indicatorOf,
  type IndicatorKey,
  indicatorsOf,
  kindsOf,
  legalTarget,
  mayNarrow,
  PRIORITIES,
  SCHOOL_KINDS,
  SCHOOL_SIZES,
  SECTORS,
  SOCIAL_QUARTILES,
  type Axis,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { placed } from '../../platform/database/placed.js';
import { Refused } from '../../platform/http/refused.js';
import type {
  BreakdownAnswer,
  BreakdownQuery,
  FigureAnswer,
  FigureFilter,
  FiguresAnswer,
  FiguresQuery,
} from './figures.answers.js';
import { breakdownOf, FIGURES_OF } from './figures.sql.js';
import { figureReach } from './figure-reach.js';
import { choices, readable, reads } from './figure-reading.js';
import { FigureCalendarService } from './figure-calendar.service.js';
import { TARGETS_ON } from './targets.sql.js';

/** The words of an axis whose parts are few, in their order. */
const PARTS: Readonly<Partial<Record<Axis, Readonly<Record<string, { readonly word: string }>>>>> = {
  sector: SECTORS,
  kind: SCHOOL_KINDS,
  network: PRIORITIES,
  size: SCHOOL_SIZES,
  'commune-size': COMMUNE_SIZES,
  quartile: SOCIAL_QUARTILES,
};

/** Figures as they are kept: what they cost does not follow what the plan holds. */
@Injectable()
export class FiguresQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: FigureCalendarService,
  ) {}

  /** The figures of an objective, or those that stand for the six, each with its curve, target and what it is read beside. */
  async figures(actor: Actor, query: FiguresQuery): Promise<FiguresAnswer> {
    const indicators = query.objective === undefined ? HEADLINE_KEYS.map(indicatorOf) : indicatorsOf(query.objective);
    return { dataDay: this.time.dataDay, figures: await this.read(actor, indicators, query) };
  }

  /** @throws Refused object.not-found for money, to who reads none */
  async figure(actor: Actor, key: IndicatorKey, filter: FigureFilter): Promise<FigureAnswer> {
    const [figure] = await this.read(actor, [readable(actor, key)], filter);
    return figure!;
  }

  /** Of one commune. @throws Refused object.not-found where the figure is told of none */
  async ofCommune(actor: Actor, key: IndicatorKey, communeId: string): Promise<FigureAnswer> {
    const indicator = readable(actor, key);
    if (!axesOfFigure(indicator).includes('commune')) throw new Refused('object.not-found');
    const [figure] = await this.read(actor, [indicator], {}, this.dataSource.manager, {
      axis: 'commune',
      part: communeId,
    });
    return figure!;
  }

  /** One axis of one figure: whoever reads one party's figures breaks nothing down. @throws Refused object.not-found, figure.axis */
  async breakdown(actor: Actor, key: IndicatorKey, query: BreakdownQuery): Promise<BreakdownAnswer> {
    const indicator = readable(actor, key);
    const reach = figureReach(actor);
    if (!axesOfFigure(indicator).includes(query.axis) || !mayNarrow(indicator, query.axis, query))
      throw new Refused('figure.axis');
    if (!reach.whole) return { axis: query.axis, parts: [] };
    const { sql, values } = placed(breakdownOf(query.axis), {
      ...{ key, version: indicator.version, axis: query.axis },
      ...choices(query),
    });
    const rows: BreakdownAnswer['parts'] = await this.dataSource.query(sql, values);
    const words = PARTS[query.axis];
    if (words === undefined) return { axis: query.axis, parts: rows };
    const parts = kindsOf(words).flatMap((part) => {
      const row = rows.find((one) => one.part === part);
      return row === undefined ? [] : [{ ...row, name: words[part]!.word }];
    });
    return { axis: query.axis, parts };
  }

  /** Every figure of the whole plan as a transaction sees it. */
  everyFigure(manager: EntityManager, actor: Actor): Promise<FigureAnswer[]> {
    return this.read(actor, INDICATORS, {}, manager);
  }

  /** @param of whose figures; left out: the reader's */
  private async read(
    actor: Actor,
    indicators: readonly Indicator[],
    filter: FigureFilter,
    manager: EntityManager = this.dataSource.manager,
    of?: { axis: Axis; part: string },
  ): Promise<FigureAnswer[]> {
    const shown = indicators.filter((indicator) => reads(actor, indicator));
    const reach = { ...figureReach(actor), ...of };
    const { dataDay } = this.time;
    const narrowed = reach.whole ? choices(filter) : choices({});
    const { sql, values } = placed(FIGURES_OF, {
      keys: shown.map(({ key }) => key),
      versions: shown.map(({ version }) => version),
      told: shown.map((indicator) => mayNarrow(indicator, reach.axis, narrowed)),
      ...{ axis: reach.axis, part: reach.part },
      ...narrowed,
    });
    const rows: { key: string; figure: FigureAnswer }[] = await manager.query(sql, values);
    const targets = await this.targets(manager, dataDay);
    return shown.map((indicator) => {
      const figure = rows.find(({ key }) => key === indicator.key)!.figure;
      return { ...figure, target: targets.get(indicator.key) ?? legalTarget(indicator, dataDay) };
    });
  }

  private async targets(manager: EntityManager, day: string): Promise<Map<string, FigureTarget>> {
    const rows: { key: string; target: FigureTarget }[] = await manager.query(TARGETS_ON, [day]);
    return new Map(rows.map(({ key, target }) => [key, target]));
  }
}
