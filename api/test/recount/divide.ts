import { countBySchool, fleetOnDay, isTerminal } from './fleet.js';
import type { Recount } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';

/** Objective 1: who has what. */
export const DIVIDE = {
  'below-level': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, { to, year, dataDay }) => {
      const level = tables.setting<Record<string, number>>('equity.baseLevel', dataDay, {
        ...{ nursery: 4, elementary: 10, primary: 10, 'teaching-unit': 10 },
      });
      const terminals = countBySchool(fleetOnDay(tables, to), isTerminal);
      return schoolsOfPlan(tables, to).map((school) => {
        const pupils = figuresOfYear(tables, school.id, year)?.pupils ?? 0;
        const perHundred = pupils > 0 ? ((terminals.get(school.id) ?? 0) / pupils) * 100 : null;
        const below = perHundred !== null && perHundred < level[school.kind]!;
        return { schoolId: school.id, num: below ? 1 : 0, den: 1, known: perHundred !== null };
      });
    },
  },
  'terminals-per-100': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, { to, year }) => {
      const terminals = countBySchool(fleetOnDay(tables, to), isTerminal);
      return schoolsOfPlan(tables, to).map((school) => {
        const pupils = figuresOfYear(tables, school.id, year)?.pupils ?? null;
        return {
          ...{ schoolId: school.id, num: terminals.get(school.id) ?? 0, den: pupils },
          known: pupils !== null && pupils > 0,
        };
      });
    },
  },
} as const satisfies Record<string, Recount>;
