import { countBySchool, fleetOnDay, isDisplay, isTerminal } from './fleet.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { figuresOfYear, schoolsOfPlan } from './schools.js';
import type { Tables } from './tables.js';

/** Objective 1: who has what. */
export const DIVIDE = {
  'below-level': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, { to, year, dataDay }) => {
      const level = tables.setting<Record<string, number>>('equity.baseLevel', dataDay, {
        ...{ nursery: 4, elementary: 10, primary: 10, 'teaching-unit': 10 },
      });
      const devices = countBySchool(fleetOnDay(tables, to), isTerminal);
      return schoolsOfPlan(tables, to).map((school) => {
        const pupils = figuresOfYear(tables, school.id, year)?.pupils ?? 0;
        const perHundred = pupils > 0 ? ((devices.get(school.id) ?? 0) / pupils) * 100 : null;
        const below = perHundred !== null && perHundred < level[school.kind]!;
        return { schoolId: school.id, num: below ? 1 : 0, den: 1, known: perHundred !== null };
      });
    },
  },
  'displays-per-class': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools' },
    rows: (tables, { to, year }) => {
      const displays = countBySchool(fleetOnDay(tables, to), (one) => isDisplay(one) && one.roomId !== null);
      return schoolsOfPlan(tables, to).map((school) => {
        const classes = figuresOfYear(tables, school.id, year)?.classes ?? null;
        const shown = classes === null ? null : Math.min(displays.get(school.id) ?? 0, classes);
        return { schoolId: school.id, num: shown, den: classes, known: classes !== null };
      });
    },
  },
  'terminals-per-100': { rows: terminals, reduce: 'ratio', factor: 100, subject: 'schools' },
  'to-move': {
    rows: terminals,
    reduce: 'hoover',
    factor: 100,
    subject: 'schools',
    axes: ['sector', 'kind', 'network'],
  },
  'social-gap': { rows: terminals, reduce: 'difference', factor: 100, subject: 'schools', axes: ['sector'] },
  'parity-terminals': {
    ...{ rows: terminals, reduce: 'quotient', factor: 1, sideFactor: 100, subject: 'schools', axes: ['kind'] },
  },
  theil: {
    ...{ rows: terminals, reduce: 'theil', factor: 1, subject: 'schools' },
    axes: ['sector', 'kind', 'network', 'quartile'],
  },
} as const satisfies Record<string, Recount>;

/** Each school's terminals for pupils, and its pupils. */
function terminals(tables: Tables, { to, year }: Span): CountedRow[] {
  const devices = countBySchool(fleetOnDay(tables, to), isTerminal);
  return schoolsOfPlan(tables, to).map((school) => {
    const pupils = figuresOfYear(tables, school.id, year)?.pupils ?? null;
    return {
      ...{ schoolId: school.id, num: devices.get(school.id) ?? 0, den: pupils },
      known: pupils !== null && pupils > 0,
    };
  });
}
