import { dayPlus, mondaysOfClass } from './class-weeks.js';
import type { EquipmentRow, ModelRow } from './fleet.js';
import { type CountedRow, type Recount, type Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import { grouped, type Tables } from './tables.js';

interface WeekRow {
  week: string;
  device_id: string;
  minutes: number | null;
  sessions: number | null;
  subject: string | null;
}
interface StayRow {
  equipment_id: string;
  school_id: string;
  from_at: string;
  until_at: string | null;
}

const MEASURABLE = ['laptop', 'desktop', 'tablet', 'interactive-display', 'projector'];
const PERSONAL = ['smartphone'];
const TERMINALS = ['laptop', 'desktop', 'tablet'];

/** One shared device in one week, where it stood that Thursday at noon. */
interface Used {
  schoolId: string;
  modelId: string;
  deviceId: string;
  family: string | null;
  forTeachers: boolean;
  told: boolean;
  minutes: number | null;
}

/** Noon of Thursday in Paris, in milliseconds: the clocks change on Sundays. */
function thursdayNoon(monday: string): number {
  const day = dayPlus(monday, 3);
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
  const ten = Date.parse(`${day}T10:00:00Z`);
  return hour.format(ten) === '12' ? ten : Date.parse(`${day}T11:00:00Z`);
}

function schoolAt(stays: readonly StayRow[], at: number): string | null {
  for (const stay of stays)
    if (Date.parse(stay.from_at) <= at && (stay.until_at === null || Date.parse(stay.until_at) > at))
      return stay.school_id;
  return null;
}

/** Shared devices of a week. @param onlyMeasurable leaves out what is told of though its family is not asked to be */
function usedInWeek(tables: Tables, monday: string, onlyMeasurable = false): Used[] {
  const at = thursdayNoon(monday);
  const stays = grouped(tables.of<StayRow>('equipment_stay'), (row) => row.equipment_id);
  const models = new Map(tables.of<ModelRow>('equipment_model').map((row) => [row.model_id, row]));
  const weeks = grouped(
    tables.of<WeekRow>('usage_week').filter((row) => row.week === monday),
    (row) => row.device_id,
  );
  const used: Used[] = [];
  for (const device of tables.of<EquipmentRow>('equipment')) {
    const schoolId = schoolAt(stays.get(device.id) ?? [], at);
    const model = models.get(device.model_id);
    const family = model?.family ?? null;
    const told = weeks.get(device.id) ?? [];
    if (schoolId === null || device.is_container || PERSONAL.includes(family ?? '')) continue;
    const measurable = family !== null && MEASURABLE.includes(family);
    if (!measurable && (onlyMeasurable || told.length === 0)) continue;
    const minutes = told.map((row) => row.minutes).filter((one): one is number => one !== null);
    used.push({
      ...{ schoolId, modelId: device.model_id, deviceId: device.id, family, forTeachers: model?.for_teachers ?? false },
      ...{ told: told.length > 0, minutes: minutes.length > 0 ? Math.max(...minutes) : null },
    });
  }
  return used;
}

const weeksOf = (tables: Tables, { from, to, start, dataDay }: Span): string[] =>
  mondaysOfClass(tables, start, dataDay).filter((monday) => {
    const thursday = dayPlus(monday, 3);
    return thursday >= from && thursday <= to;
  });

/** A row a school, a model and a week. */
function byModelAndWeek(
  tables: Tables,
  span: Span,
  count: (used: readonly Used[]) => Omit<CountedRow, 'schoolId'>,
): CountedRow[] {
  const open = new Set(schoolsOfPlan(tables, span.to).map(({ id }) => id));
  const rows: CountedRow[] = [];
  for (const monday of weeksOf(tables, span)) {
    const groups = grouped(usedInWeek(tables, monday), (used) => `${used.schoolId} ${used.modelId}`);
    for (const used of groups.values())
      if (open.has(used[0]!.schoolId)) rows.push({ schoolId: used[0]!.schoolId, ...count(used) });
  }
  return rows;
}

const measuredOf = (used: readonly Used[]) => used.filter((one) => one.minutes !== null);
const minutesOf = (used: readonly Used[]) => measuredOf(used).reduce((sum, one) => sum + one.minutes!, 0);

/** Objective 2, and what use says of the others. */
export const USE = {
  served: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) =>
      byModelAndWeek(tables, span, (used) => {
        const measured = measuredOf(used);
        const served = measured.filter((one) => one.minutes! >= 60).length;
        return { num: served, den: measured.length, known: measured.length > 0 };
      }),
  },
  'hours-per-device': {
    ...{ reduce: 'ratio', factor: 1, subject: 'schools' },
    rows: (tables, span) =>
      byModelAndWeek(tables, span, (used) => {
        const measured = measuredOf(used).length;
        return { num: minutesOf(used) / 60, den: measured, known: measured > 0 };
      }),
  },
  measured: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) =>
      byModelAndWeek(tables, span, (used) => ({ num: measuredOf(used).length, den: used.length, known: true })),
  },
  'hours-per-pupil': {
    ...{ reduce: 'ratio', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const open = new Set(schoolsOfPlan(tables, span.to).map(({ id }) => id));
      return weeksOf(tables, span).flatMap((monday) => {
        const terminals = usedInWeek(tables, monday).filter(
          ({ family, forTeachers }) => TERMINALS.includes(family ?? '') && !forTeachers,
        );
        return [...grouped(terminals, ({ schoolId }) => schoolId)]
          .filter(([schoolId]) => open.has(schoolId))
          .map(([schoolId, used]) => {
            const pupils = figuresOfYear(tables, schoolId, span.year)?.pupils ?? null;
            const enough = measuredOf(used).length / used.length >= 0.8;
            return { schoolId, num: minutesOf(used) / 60, den: pupils, known: enough && pupils !== null && pupils > 0 };
          });
      });
    },
  },
  subjects: {
    ...{ reduce: 'count', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const open = new Set(schoolsOfPlan(tables, span.to).map(({ id }) => id));
      return weeksOf(tables, span).flatMap((monday) => {
        const counts = new Map<string, number>();
        const add = (schoolId: string, subject: string, uses: number) => {
          if (!open.has(schoolId)) return;
          const key = `${schoolId} ${subject}`;
          counts.set(key, (counts.get(key) ?? 0) + uses);
        };
        const at = thursdayNoon(monday);
        const stays = grouped(tables.of<StayRow>('equipment_stay'), (row) => row.equipment_id);
        for (const row of tables.of<WeekRow>('usage_week')) {
          const schoolId = row.week === monday ? schoolAt(stays.get(row.device_id) ?? [], at) : null;
          if (schoolId !== null && row.subject !== null) add(schoolId, row.subject, Math.max(row.sessions ?? 1, 1));
        }
        for (const row of tables.of<DeclaredRow>('usage_declared'))
          if (row.taken_back_at === null && row.day >= monday && row.day <= dayPlus(monday, 6))
            add(row.school_id, row.subject, 1);
        return [...counts].map(([key, num]) => ({ schoolId: key.split(' ')[0]!, num, den: 1, known: true }));
      });
    },
  },
  'under-used': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const weeks = weeksOf(tables, span);
      const last = weeks.at(-1);
      if (last === undefined) return [];
      const open = new Set(schoolsOfPlan(tables, span.to).map(({ id }) => id));
      return usedInWeek(tables, last, true)
        .filter(({ schoolId }) => open.has(schoolId))
        .map(({ schoolId, deviceId }) => {
          let [known, minutes] = [0, 0];
          for (const monday of weeks) {
            const told = tables
              .of<WeekRow>('usage_week')
              .filter((row) => row.week === monday && row.device_id === deviceId && row.minutes !== null);
            if (told.length === 0) continue;
            known++;
            minutes += Math.max(...told.map((row) => row.minutes!));
          }
          return { schoolId, num: minutes / known < 60 ? 1 : 0, den: 1, known: known > 0 && known >= weeks.length / 2 };
        });
    },
  },
} as const satisfies Record<string, Recount>;

interface DeclaredRow {
  school_id: string;
  day: string;
  subject: string;
  taken_back_at: string | null;
}
