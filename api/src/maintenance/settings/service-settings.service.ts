import { Injectable } from '@nestjs/common';
import {
  SERVICE_SETTING_NAMES,
  SERVICE_WEEKDAYS,
  type ServiceDay,
  serviceDayProblem,
  type ServiceHours,
  type ServiceHoursRefusal,
  type ServiceSetting,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { changesOf, LAST_DAY, startProblems, versionOf, writeFrom } from '../../platform/config/dated-settings.js';
import { type PlanSettings, PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { type FieldProblem, Refused } from '../../platform/http/refused.js';
import type {
  ServiceSettingsAnswer,
  ServiceSettingsBody,
  ServiceSettingsRequest,
  ServiceWeekBody,
} from './service-settings.dto.js';

const HOURS_WORDS: Record<ServiceHoursRefusal, string> = {
  'hours-unreadable': 'Donnez des heures, du début à la fin.',
  'hours-reversed': 'Une plage finit avant de commencer.',
  'hours-overlap': 'Deux plages se recouvrent, ou ne sont pas dans l’ordre.',
  'hours-in-clock-change': 'Ni début ni fin entre 2 h et 3 h : cette heure manque ou revient au changement d’heure.',
};

/** Service hours, closings, the length of a day and the targets: dated, so that a clock of the past stays as it was. */
@Injectable()
export class ServiceSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  read(): Promise<ServiceSettingsAnswer> {
    return this.answer(this.dataSource.manager);
  }

  /** As they hold on a day. @param day ISO date */
  async inForce(manager: EntityManager, day: string): Promise<ServiceSettingsBody> {
    return bodyOf(await this.settings.on(day, manager));
  }

  /** Writes what differs from what would hold on that day; the rest keeps its own day. @throws Refused request.invalid, version.missing, version.stale */
  write(request: ServiceSettingsRequest, write: Write): Promise<ServiceSettingsAnswer> {
    const today = this.clock.today();
    const fields = [...startProblems(request.from, today), ...hoursProblems(request), ...closingProblems(request)];
    if (fields.length > 0) throw new Refused('request.invalid', { fields });
    return this.transactions.run(write, async (manager) => {
      const before = () => this.settings.on(request.from, manager);
      await writeFrom(manager, write, valuesOf(request), { ...request, before });
      return this.answer(manager);
    });
  }

  private async answer(manager: EntityManager): Promise<ServiceSettingsAnswer> {
    return {
      version: await versionOf(manager, SERVICE_SETTING_NAMES),
      inForce: await this.inForce(manager, this.clock.today()),
      last: bodyOf(await this.settings.on(LAST_DAY, manager)),
      changes: await changesOf(manager, SERVICE_SETTING_NAMES),
    };
  }
}

function bodyOf(settings: PlanSettings): ServiceSettingsBody {
  const { takeUp, restored } = settings['ticket.targets'];
  const stretches = (day: ServiceDay) => day.map(([from, to]) => ({ from, to }));
  const week = settings['service.hours'];
  return {
    dayMinutes: settings['service.dayMinutes'],
    week: Object.fromEntries(SERVICE_WEEKDAYS.map((day) => [day, stretches(week[day])])) as unknown as ServiceWeekBody,
    closings: settings['service.closings'],
    takeUp: { ...takeUp },
    restored: { ...restored },
  };
}

function valuesOf(body: ServiceSettingsBody): Pick<PlanSettings, ServiceSetting> {
  const { dayMinutes, week, closings, takeUp, restored } = body;
  return {
    'service.hours': weekOf(week),
    'service.closings': closings,
    'service.dayMinutes': dayMinutes,
    'ticket.targets': { takeUp, restored },
  };
}

function weekOf(week: ServiceWeekBody): ServiceHours['week'] {
  const days = SERVICE_WEEKDAYS.map((day) => [day, week[day].map(({ from, to }) => [from, to])]);
  return Object.fromEntries(days) as ServiceHours['week'];
}

function hoursProblems({ week }: ServiceSettingsBody): FieldProblem[] {
  const days = weekOf(week);
  return SERVICE_WEEKDAYS.flatMap((day) => {
    const code = serviceDayProblem(days[day]);
    return code === null ? [] : [{ name: `week.${day}`, code, message: HOURS_WORDS[code] }];
  });
}

function closingProblems({ closings }: ServiceSettingsBody): FieldProblem[] {
  return closings.some(({ from, to }) => to < from)
    ? [{ name: 'closings', code: 'period-reversed', message: 'Une fermeture finit avant de commencer.' }]
    : [];
}
