import { Injectable } from '@nestjs/common';
import { addCalendarDays, type FigureCalendar } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../../directory/schools.service.js';
import { Clock } from '../../platform/clock.js';
import { type PlanSettings, PlanSettingsReader } from '../../platform/config/plan-settings.js';

/** Which periods figures have, and the settings they are worked out with. */
export interface FigureTime {
  calendar: FigureCalendar;
  settings: PlanSettings;
}

/** The days of the plan as figures count them: the data of a day is whole once it is over. */
@Injectable()
export class FigureCalendarService {
  constructor(
    private readonly schools: SchoolsService,
    private readonly planSettings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  get dataDay(): string {
    return addCalendarDays(this.clock.today(), -1);
  }

  async read(manager: EntityManager): Promise<FigureTime> {
    const dataDay = this.dataDay;
    const settings = await this.planSettings.on(dataDay, manager);
    const { schoolHolidays, publicHolidays } = await this.schools.daysOff(manager);
    return { settings, calendar: { start: settings['plan.start'], dataDay, schoolHolidays, publicHolidays } };
  }
}
