import { Injectable } from '@nestjs/common';
import {
  type Calendars,
  closingsOf,
  type DatedOpeningHours,
  type DayPeriod,
  presenceTime,
  type ServiceCalendar,
  type ServiceHours,
  serviceTime,
  type Targets,
  type WorkingTime,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { type DaysOff, SchoolsService } from '../../directory/schools.service.js';
import { SETTING_ROWS } from '../../platform/config/setting.sql.js';

/** What the clocks of many tickets are counted with. */
export interface LoadedCalendars {
  /** Another one as soon as a calendar or a setting changes: copies of what clocks said are then to be written again. */
  readonly mark: string;
  readonly targets: readonly Targets[];
  /** @throws Error when the school is none of those asked for */
  of(schoolId: string): Calendars;
}

/** Of one state of the calendars: the days worked out so far stay with it. */
interface Kept {
  readonly mark: string;
  readonly targets: readonly Targets[];
  readonly service: WorkingTime;
  readonly daysOff: DaysOff;
  /** Schools that keep the same hours share one. */
  readonly byWeeks: Map<string, WorkingTime>;
  readonly bySchool: Map<string, WorkingTime>;
}

const NAMES = ['service.hours', 'service.closings', 'ticket.targets'] as const;

/** The plan's calendars, read once and kept until they change: one line of the database says whether they did. */
@Injectable()
export class CalendarsService {
  private kept: Kept | null = null;

  constructor(private readonly schools: SchoolsService) {}

  /**
   * For the tickets of these schools, all at once: two statements at the most when nothing has changed.
   * @param mark as it was read before, by the same transaction
   */
  async load(manager: EntityManager, schoolIds: readonly string[], mark?: string): Promise<LoadedCalendars> {
    const kept = await this.current(manager, mark ?? (await markOf(manager)));
    const unknown = schoolIds.filter((id) => !kept.bySchool.has(id));
    if (unknown.length > 0) {
      const hours = await this.schools.openingHours(manager, unknown);
      for (const [id, weeks] of hours) kept.bySchool.set(id, presenceOf(kept, weeks));
    }
    return {
      mark: kept.mark,
      targets: kept.targets,
      of(schoolId) {
        const presence = kept.bySchool.get(schoolId);
        if (!presence) throw new Error(`no calendar was loaded for the school ${schoolId}`);
        return { service: kept.service, presence };
      },
    };
  }

  /** What is known of a school without asking; null: it is to be loaded. Whoever counts with it looks whether the mark still stands. */
  known(schoolId: string): LoadedCalendars | null {
    const { kept } = this;
    const presence = kept?.bySchool.get(schoolId);
    if (!kept || !presence) return null;
    return { mark: kept.mark, targets: kept.targets, of: () => ({ service: kept.service, presence }) };
  }

  /** What changes between the mark and the reading is read twice, never missed: the mark is read first. */
  private async current(manager: EntityManager, mark: string): Promise<Kept> {
    if (this.kept !== null && this.kept.mark === mark) return this.kept;
    const rows: { name: string; value: unknown; from: string }[] = await manager.query(SETTING_ROWS, [NAMES]);
    const of = <Value>(name: (typeof NAMES)[number]) =>
      rows.filter((row) => row.name === name).map(({ value, from }) => ({ from, value: value as Value }));
    const daysOff = await this.schools.daysOff(manager);
    const service: ServiceCalendar = {
      hours: of<ServiceHours['week']>('service.hours').map(({ from, value }) => ({ from, week: value })),
      closings: closingsOf(of<DayPeriod[]>('service.closings').map(({ from, value }) => ({ from, periods: value }))),
      publicHolidays: daysOff.publicHolidays,
      publicHolidaysUntil: daysOff.publicHolidaysUntil,
    };
    const kept: Kept = {
      mark,
      targets: of<Omit<Targets, 'from'>>('ticket.targets').map(({ from, value }) => ({ from, ...value })),
      service: serviceTime(service),
      daysOff,
      byWeeks: new Map(),
      bySchool: new Map(),
    };
    this.kept = kept;
    return kept;
  }
}

async function markOf(manager: EntityManager): Promise<string> {
  const [{ mark }] = await manager.query('select mark from calendar_mark');
  return mark as string;
}

function presenceOf({ service, daysOff, byWeeks }: Kept, openingHours: readonly DatedOpeningHours[]): WorkingTime {
  const key = JSON.stringify(openingHours);
  const { schoolHolidays: holidays, schoolHolidaysUntil: holidaysUntil } = daysOff;
  const presence = byWeeks.get(key) ?? presenceTime(service, { openingHours, holidays, holidaysUntil });
  byWeeks.set(key, presence);
  return presence;
}
