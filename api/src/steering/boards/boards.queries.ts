import { Injectable } from '@nestjs/common';
import { type IndicatorKey, indicatorsOf, type Objective, tellsOfSchools, UNITS } from '@parc/domain';
import { DataSource } from 'typeorm';
import { SCHOOLS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { comingTo, LAST_SHARED } from '../../inventory/dotations/coming.sql.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { all } from '../../platform/database/joins.sql.js';
import { placed } from '../../platform/database/placed.js';
import { Refused } from '../../platform/http/refused.js';
import type { FigureFilter } from '../figures/figures.answers.js';
import { FigureCalendarService } from '../figures/figure-calendar.service.js';
import { FigureAccess } from '../figures/figure.access.js';
import { figureReach } from '../figures/figure-reach.js';
import { choices, readable, reads } from '../figures/figure-reading.js';
import type {
  Coming,
  ComingDevices,
  CurveEvent,
  CurveEvents,
  MapCommunes,
  PlacedSchool,
  Spread,
} from './boards.answers.js';
import { communesOf, narrowedBy, placedFigures, schoolHead, spreadOf } from './boards.sql.js';

/** What the committee's pages show around the figures: where communes are, how schools spread, what is coming. */
@Injectable()
export class BoardsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: FigureAccess,
    private readonly time: FigureCalendarService,
    private readonly planSettings: PlanSettingsReader,
  ) {}

  async communes(actor: Actor): Promise<MapCommunes> {
    const { schools } = figureReach(actor);
    return { items: await this.rows(communesOf(schools.sql), schools.parameters) };
  }

  /** Grows with the schools of the plan, whose every dot is drawn. @throws Refused object.not-found for money, to who reads none */
  async spread(actor: Actor, key: IndicatorKey, filter: FigureFilter): Promise<Spread> {
    const indicator = readable(actor, key);
    const { schools } = figureReach(actor);
    const sql = spreadOf(schools.sql, narrowedBy(choices(filter)));
    const { decimals } = UNITS[indicator.unit];
    return {
      dots: await this.rows(sql, { ...schools.parameters, key, version: indicator.version, decimals }),
    };
  }

  /** @throws Refused object.not-found whether absent or out of scope */
  async school(actor: Actor, schoolId: string, objective: Objective): Promise<PlacedSchool> {
    const { schools } = this.access.reach(actor);
    const [head] = await this.rows<Omit<PlacedSchool, 'figures' | 'coming'>>(schoolHead(schools.sql), {
      ...schools.parameters,
      school: schoolId,
    });
    if (head === undefined) throw new Refused('object.not-found');
    const shown = indicatorsOf(objective).filter((indicator) => tellsOfSchools(indicator) && reads(actor, indicator));
    const figures = await this.rows<PlacedSchool['figures'][number]>(placedFigures(schools.sql), {
      ...schools.parameters,
      school: schoolId,
      keys: shown.map(({ key }) => key),
      versions: shown.map(({ version }) => version),
    });
    return { ...head, figures, coming: await this.rows(comingTo(':schools::uuid[]'), { schools: [schoolId] }) };
  }

  /** What is coming to some schools; nothing is said of those out of reach. */
  async coming(actor: Actor, schoolIds: readonly string[]): Promise<Coming> {
    const { schools } = figureReach(actor);
    const reached = `array(select s.id from ${all(SCHOOLS)} where s.id = any(:schools::uuid[]) and ${schools.sql})`;
    const items = await this.rows<ComingDevices>(comingTo(reached), { ...schools.parameters, schools: schoolIds });
    return { items };
  }

  /** The first day of the plan and the last dotations, the first first. */
  async events(): Promise<CurveEvents> {
    const { 'plan.start': start } = await this.planSettings.on(this.time.dataDay);
    const shared = await this.rows<CurveEvent>(LAST_SHARED, {});
    return { items: [{ day: start, word: 'Début du plan', devices: null }, ...shared.reverse()] };
  }

  private rows<Row>(sql: string, parameters: Record<string, unknown>): Promise<Row[]> {
    const statement = placed(sql, parameters);
    return this.dataSource.query(statement.sql, statement.values);
  }
}
