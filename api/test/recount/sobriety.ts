import { dayOf, daysBetween } from './days.js';
import { fleetOnDay, movesByDevice } from './fleet.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import type { Tables } from './tables.js';

/** Objective 4: what serves, how long, and at what cost to the climate. */
export const SOBRIETY = {
  'over-age': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) =>
      planFleet(tables, span).map(({ equipment, schoolId, family }) => {
        const known = equipment.purchased_on !== null && family !== null;
        const isOver = known && monthsLater(equipment.purchased_on!, lifeOf(tables, span, family!) * 12) < span.to;
        return { schoolId, num: isOver ? 1 : 0, den: 1, known };
      }),
  },
  age: {
    ...{ reduce: 'median', factor: 1, subject: 'schools' },
    rows: (tables, span) =>
      planFleet(tables, span).map(({ equipment, schoolId }) => ({
        schoolId,
        num: equipment.purchased_on === null ? null : yearsBetween(equipment.purchased_on, span.to),
        ...{ den: 1, known: equipment.purchased_on !== null },
      })),
  },
  embodied: {
    ...{ reduce: 'count', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const rows = planFleet(tables, span).map(({ schoolId, family }): CountedRow => {
        const kilograms = yearlyKilograms(tables, family, span.to);
        return { schoolId, num: kilograms, den: 0, known: kilograms !== null };
      });
      for (const { id } of schoolsOfPlan(tables, span.to)) {
        const pupils = figuresOfYear(tables, id, span.year)?.pupils ?? null;
        rows.push({ schoolId: id, num: 0, den: pupils, known: pupils !== null });
      }
      return rows;
    },
  },
  shared: { reduce: 'ratio', factor: 100, subject: 'schools', axes: [], rows: lentDays },
  redeployed: {
    ...{ reduce: 'count', factor: 1, subject: 'schools' },
    rows: (tables, { from, to }) => {
      const receiving = new Map(
        tables.of<{ id: string; to_school_id: string }>('redeployment').map((row) => [row.id, row.to_school_id]),
      );
      const none = schoolsOfPlan(tables, to).map(({ id }): CountedRow => ({
        schoolId: id,
        num: 0,
        den: 0,
        known: true,
      }));
      const moved = tables
        .of<{ redeployment_id: string; to_state: string; at: string }>('redeployment_move')
        .filter(({ to_state, at }) => to_state === 'carried-out' && dayOf(at) >= from && dayOf(at) <= to)
        .map(({ redeployment_id }) => ({ schoolId: receiving.get(redeployment_id)!, num: 1, den: 1, known: true }));
      return [...none, ...moved];
    },
  },
} as const satisfies Record<string, Recount>;

function planFleet(tables: Tables, { to }: Span) {
  const open = new Set(schoolsOfPlan(tables, to).map(({ id }) => id));
  return fleetOnDay(tables, to).filter(({ schoolId }) => open.has(schoolId));
}

/** Years between two days, to four digits. */
export const yearsBetween = (from: string, to: string): number =>
  Math.round((daysBetween(from, to) / 365.25) * 10_000) / 10_000;

const LIVES: Readonly<Record<string, number>> = {
  ...{ laptop: 5, desktop: 6, tablet: 3, smartphone: 2.5, 'interactive-display': 8, projector: 8, monitor: 6 },
  ...{ printer: 5, 'network-box': 5, robot: 5, case: 10, accessory: 5 },
};
export const lifeOf = (tables: Tables, { dataDay }: Span, family: string): number =>
  tables.setting(`life.${family}`, dataDay, LIVES[family]!);

/** A day so many months later; the last of a month that is too short. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const place = year! * 12 + month! - 1 + Math.round(months);
  const [laterYear, laterMonth] = [Math.floor(place / 12), (place % 12) + 1];
  const last = new Date(Date.UTC(laterYear, laterMonth, 0)).getUTCDate();
  return [laterYear, String(laterMonth).padStart(2, '0'), String(Math.min(date!, last)).padStart(2, '0')].join('-');
}

interface FactorRow {
  family: string;
  fabrication_grams: number;
  distribution_grams: number;
  end_grams: number;
  life_months: number;
  from_day: string;
}

/** Of the last factor that holds on the day, else of the first there is. */
function yearlyKilograms(tables: Tables, family: string | null, day: string): number | null {
  const own = tables.of<FactorRow>('carbon_factor').filter((row) => row.family === family);
  own.sort((one, other) => (one.from_day < other.from_day ? -1 : 1));
  const factor = own.filter(({ from_day }) => from_day <= day).at(-1) ?? own[0];
  if (!factor) return null;
  const grams = factor.fabrication_grams + factor.distribution_grams + factor.end_grams;
  return Math.round((grams / 1000 / (factor.life_months / 12)) * 1e6) / 1e6;
}

/** Days of class of the plan's zone, from one day to another. */
function classDays(tables: Tables, from: string, to: string): string[] {
  const closed = new Set(tables.of<{ day: string }>('public_holiday').map(({ day }) => day));
  for (const { zone, day, is_holiday } of tables.of<{ zone: string; day: string; is_holiday: boolean }>(
    'school_bridge_day',
  ))
    if (zone === 'A' && is_holiday) closed.add(day);
  const holidays = tables
    .of<{ zone: string; from_day: string; to_day: string }>('school_holiday')
    .filter(({ zone }) => zone === 'A');
  const days: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
    if (!isWeekend && !closed.has(day) && !holidays.some(({ from_day, to_day }) => from_day <= day && day <= to_day))
      days.push(day);
  }
  return days;
}

/** Of each kit that is offered: the class days on which somebody had it, of those since the house knows its device. */
function lentDays(tables: Tables, { from, to }: Span): CountedRow[] {
  const days = classDays(tables, from, to);
  const moves = movesByDevice(tables);
  const loans = tables.of<{ id: string; equipment_id: string; kit_id: string | null }>('loan');
  const loanMoves = tables.of<{ loan_id: string; to_state: string; at: string }>('loan_move');
  return tables
    .of<{ id: string; equipment_id: string; offered: boolean }>('loan_kit')
    .filter(({ offered }) => offered)
    .flatMap(({ equipment_id }) => {
      const first = moves.get(equipment_id)?.[0];
      const offered = first === undefined ? [] : days.filter((day) => day >= dayOf(first.at));
      const out = new Set<string>();
      for (const loan of loans.filter((one) => one.equipment_id === equipment_id && one.kit_id !== null)) {
        const dayInto = (state: string) =>
          loanMoves
            .filter(({ loan_id, to_state }) => loan_id === loan.id && to_state === state)
            .map(({ at }) => dayOf(at))
            .sort()[0];
        const [left, back] = [dayInto('out'), dayInto('returned') ?? to];
        for (const day of offered) if (left !== undefined && left <= day && day <= back) out.add(day);
      }
      return offered.length === 0 ? [] : [{ schoolId: null, num: out.size, den: offered.length, known: true }];
    });
}
