import { dayOf } from './days.js';
import { type EquipmentRow, movesByDevice } from './fleet.js';
import { withTax } from './kit.js';
import type { CountedRow, Recount } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';

/** Objective 1: what is spent for each pupil, private beside public. */
export const PARITY = {
  'parity-spend': {
    ...{ reduce: 'quotient', factor: 1, sideFactor: 0.01, subject: 'money', axes: ['kind'] },
    rows: (tables, { from, to, year }) => {
      const schools = new Map(
        schoolsOfPlan(tables, to).map(({ id }) => [id, figuresOfYear(tables, id, year)?.pupils ?? null]),
      );
      const rows: CountedRow[] = [];
      const spent = new Map<string, number>();
      const schoolOf = new Map(
        tables.of<{ id: string; school_id: string | null }>('envelope').map((row) => [row.id, row.school_id]),
      );
      for (const entry of tables.of<{ envelope_id: string; posted_at: string; spent_change: number }>('ledger_entry')) {
        const schoolId = schoolOf.get(entry.envelope_id) ?? null;
        const day = dayOf(entry.posted_at);
        if (schoolId !== null && day >= from && day <= to)
          spent.set(schoolId, (spent.get(schoolId) ?? 0) + entry.spent_change);
      }
      for (const [id, pupils] of schools)
        rows.push({ schoolId: id, num: spent.get(id) ?? 0, den: pupils, known: pupils !== null && pupils > 0 });
      const moves = movesByDevice(tables);
      for (const { id, net_cents, vat_basis_points } of tables.of<EquipmentRow>('equipment')) {
        const first = (moves.get(id) ?? []).find(
          ({ school_id, to_state }) =>
            school_id !== null && ['in-service', 'awaiting-training', 'under-repair'].includes(to_state),
        );
        if (!first || !schools.has(first.school_id!)) continue;
        const day = dayOf(first.at);
        if (day < from || day > to) continue;
        const pupils = schools.get(first.school_id!) ?? null;
        rows.push({
          schoolId: first.school_id,
          num: net_cents === null ? null : withTax(net_cents, vat_basis_points!),
          ...{ den: 0, known: net_cents !== null && pupils !== null && pupils > 0 },
        });
      }
      return rows;
    },
  },
} as const satisfies Record<string, Recount>;
