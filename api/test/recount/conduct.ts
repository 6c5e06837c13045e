import { endOfDay } from './days.js';
import { daysApart, isWithin } from './hours.js';
import type { CountedRow, Recount } from './recount.js';
import { schoolsOfPlan } from './schools.js';
import { grouped, type Tables } from './tables.js';
import { counted, ofPlan, only } from './teachers.js';

interface Order {
  school_id: string;
  state: string;
  submitted_at: string | null;
  confirmed_at: string | null;
}
interface Entry {
  envelope_id: string;
  kind: string;
  posted_at: string;
  opened_change: number;
  spent_change: number;
}
interface Convention {
  id: string;
  kind: string;
  state: string;
  from_day: string | null;
  to_day: string | null;
  ended_on: string | null;
}

const isSent = ({ state }: Order) => state !== 'draft' && state !== 'discarded';

/** Budgets, orders and conventions. */
export const CONDUCT = {
  spent: {
    ...{ reduce: 'ratio', factor: 100, subject: 'money' },
    rows: (tables, span) =>
      only(
        budgetsOn(tables, span.to).map(({ schoolId, opened, spent }) => counted(schoolId, spent / 100, opened / 100)),
        ofPlan(tables, span),
      ),
  },
  'no-order': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const ordered = new Set<string>();
      for (const order of tables.of<Order>('installation_order'))
        if (isSent(order) && isWithin(order.submitted_at, span.from, span.to)) ordered.add(order.school_id);
      const covered = coveredOn(tables, span.to);
      const withBudget = new Set<string>();
      for (const { schoolId, opened } of budgetsOn(tables, span.to)) if (opened > 0) withBudget.add(schoolId);
      return schoolsOfPlan(tables, span.to)
        .filter(({ id }) => covered.has(id) && withBudget.has(id))
        .map(({ id }) => counted(id, ordered.has(id) ? 0 : 1));
    },
  },
  'order-days': {
    ...{ reduce: 'median', factor: 1, subject: 'schools' },
    rows: (tables, span) => {
      const rows: CountedRow[] = [];
      for (const order of tables.of<Order>('installation_order'))
        if (isSent(order) && isWithin(order.confirmed_at, span.from, span.to))
          rows.push(counted(order.school_id, daysApart(order.submitted_at!, order.confirmed_at!)));
      return only(rows, ofPlan(tables, span));
    },
  },
  covered: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: ['sector', 'commune'] },
    rows: (tables, span) => {
      const covered = coveredOn(tables, span.to);
      return schoolsOfPlan(tables, span.to).map(({ id }) => counted(id, covered.has(id) ? 1 : 0));
    },
  },
} as const satisfies Record<string, Recount>;

/** Envelopes of schools of the year of a day, as they stood when it was over; in cents. */
function budgetsOn(tables: Tables, day: string): { schoolId: string; opened: number; spent: number }[] {
  const entries = grouped(tables.of<Entry>('ledger_entry'), ({ envelope_id }) => envelope_id);
  const budgets: { schoolId: string; opened: number; spent: number }[] = [];
  for (const envelope of tables.of<{ id: string; school_id: string | null; year: number }>('envelope')) {
    if (envelope.school_id === null || envelope.year !== Number(day.slice(0, 4))) continue;
    let [opened, spent] = [null as number | null, 0];
    for (const entry of entries.get(envelope.id) ?? []) {
      if (Date.parse(entry.posted_at) >= endOfDay(day)) continue;
      spent += entry.spent_change;
      const isLeaving = entry.kind === 'lapse' || (entry.kind === 'carry-over' && entry.opened_change <= 0);
      if (!isLeaving) opened = (opened ?? 0) + entry.opened_change;
    }
    if (opened !== null) budgets.push({ schoolId: envelope.school_id, opened, spent });
  }
  return budgets;
}

/** Schools that a convention covered on a day, whatever became of it since. */
function coveredOn(tables: Tables, day: string): Set<string> {
  const conventions = new Map(tables.of<Convention>('convention').map((one) => [one.id, one]));
  const schools = new Set<string>();
  for (const site of tables.of<{ convention_id: string; school_id: string; from_day: string; to_day: string }>(
    'convention_site',
  )) {
    const one = conventions.get(site.convention_id)!;
    if (one.kind === 'framework' || !['in-force', 'expired', 'renewed', 'ended'].includes(one.state)) continue;
    if (day < site.from_day || day > site.to_day || day < one.from_day! || day > one.to_day!) continue;
    if (one.ended_on === null || one.ended_on > day) schools.add(site.school_id);
  }
  return schools;
}
