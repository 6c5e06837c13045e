import { countBySchool, fleetOnDay } from './fleet.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import type { Tables } from './tables.js';

interface RuleRow {
  group_id: string;
  school_kind: string;
  from_day: string;
  per_school: number;
  per_class: number;
  pupils_each: number | null;
}

interface PriceRow {
  item_id: string;
  from_day: string;
  unit_net_cents: number;
  vat_basis_points: number;
}

/** One line of a school's kit. */
interface Line {
  schoolId: string;
  asked: number;
  lacking: number;
  /** What one costs, tax included. */
  unitCents: number | null;
  known: boolean;
}

/** Objective 1: what each school is to have, and has. */
export const KIT = {
  'base-kit-full': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, span) => {
      const lines = kitLines(tables, span);
      return [...new Set(lines.map(({ schoolId }) => schoolId))].map((schoolId) => {
        const own = lines.filter((line) => line.schoolId === schoolId);
        return {
          ...{ schoolId, num: own.every(({ lacking }) => lacking === 0) ? 1 : 0, den: 1 },
          known: own.every(({ known }) => known),
        };
      });
    },
  },
  'base-kit-missing': {
    ...{ reduce: 'count', factor: 1, subject: 'schools' },
    rows: (tables, span) =>
      kitLines(tables, span).map(({ schoolId, lacking, asked, known }) => ({
        schoolId,
        num: lacking,
        den: asked,
        known,
      })),
  },
  'base-kit-cost': {
    ...{ reduce: 'count', factor: 0.01, subject: 'money' },
    rows: (tables, span) =>
      kitLines(tables, span).map(({ schoolId, lacking, unitCents, known }): CountedRow => {
        const isPriced = lacking === 0 || unitCents !== null;
        return { schoolId, num: lacking * (unitCents ?? 0), den: lacking, known: known && isPriced };
      }),
  },
} as const satisfies Record<string, Recount>;

function kitLines(tables: Tables, { to, year }: Span): Line[] {
  const lines: Line[] = [];
  const fleet = fleetOnDay(tables, to);
  const models = tables.of<{ model_id: string; group_id: string }>('kit_model');
  for (const group of tables.of<{ id: string }>('kit_group')) {
    const ofGroup = new Set(models.filter(({ group_id }) => group_id === group.id).map(({ model_id }) => model_id));
    const held = countBySchool(fleet, ({ equipment }) => ofGroup.has(equipment.model_id));
    const unitCents = leastPrice(tables, ofGroup, to);
    for (const { id, kind } of schoolsOfPlan(tables, to)) {
      const rule = ruleOn(tables, group.id, kind, to);
      if (rule === null) continue;
      const figures = figuresOfYear(tables, id, year);
      const perPupils = rule.pupils_each === null ? 0 : Math.ceil((figures?.pupils ?? 0) / rule.pupils_each);
      const asked = rule.per_school + rule.per_class * (figures?.classes ?? 0) + perPupils;
      const lacking = Math.max(0, asked - (held.get(id) ?? 0));
      lines.push({ schoolId: id, asked, lacking, unitCents, known: figures !== null });
    }
  }
  return lines;
}

function ruleOn(tables: Tables, groupId: string, kind: string, day: string): RuleRow | null {
  let last: RuleRow | null = null;
  for (const rule of tables.of<RuleRow>('kit_rule'))
    if (rule.group_id === groupId && rule.school_kind === kind && rule.from_day <= day)
      if (last === null || rule.from_day > last.from_day) last = rule;
  return last;
}

/** What the least dear of some models costs on a day: of each the last of its prices, if it is one that was validated. */
function leastPrice(tables: Tables, models: ReadonlySet<string>, day: string): number | null {
  let least: number | null = null;
  for (const { id, kind, state } of tables.of<{ id: string; kind: string; state: string }>('catalogue_item')) {
    if (!models.has(id) || kind !== 'model' || !['validated', 'withdrawn'].includes(state)) continue;
    let last: PriceRow | null = null;
    for (const price of tables.of<PriceRow>('item_price'))
      if (price.item_id === id && price.from_day <= day && (last === null || price.from_day > last.from_day))
        last = price;
    if (last === null) continue;
    const cents = withTax(last.unit_net_cents, last.vat_basis_points);
    if (least === null || cents < least) least = cents;
  }
  return least;
}

/** Halves of a cent are rounded up. */
export const withTax = (netCents: number, vatBasisPoints: number): number =>
  netCents + Math.floor((netCents * vatBasisPoints) / 10_000 + 0.5);
