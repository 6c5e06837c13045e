import type { ListTerms } from '../reading/terms.js';

/** The list of budgets: whoever has it reads every amount of the schools it reaches (rights.md, budgets.list). */
export const BUDGET_LIST = {
  columns: {
    schoolId: null,
    uai: null,
    schoolName: null,
    communeName: null,
    sector: null,
    priority: null,
    opened: null,
    openedCents: null,
    reservedCents: null,
    committedCents: null,
    spentCents: null,
    availableCents: null,
  },
  sorts: {
    school: null,
    commune: null,
    opened: null,
    available: null,
    reserved: null,
    committed: null,
    spent: null,
    used: null,
  },
  filters: { year: null, kind: null, search: null, communeId: null, sector: null },
} as const satisfies ListTerms<never>;
