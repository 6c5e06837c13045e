import { type PlainDate, civilYearOf } from './plain-date.js';

/** A school year, 1 September to 31 August, named by the year of its September (*rentrée*). */
export interface SchoolYear {
  readonly startYear: number;
  /** `2026-2027` */
  readonly label: string;
  readonly from: PlainDate;
  /** the last day, included */
  readonly to: PlainDate;
}

/** The school year that a day belongs to: teaching and training are counted in it, budgets in civil years. */
export function schoolYearOf(date: PlainDate): SchoolYear {
  const year = civilYearOf(date);
  return schoolYearStarting(date.slice(5, 7) >= '09' ? year : year - 1);
}

export function schoolYearStarting(startYear: number): SchoolYear {
  const endYear = startYear + 1;
  return {
    startYear,
    label: `${startYear}-${endYear}`,
    from: `${startYear}-09-01`,
    to: `${endYear}-08-31`,
  };
}

/**
 * The September year of a school year as the open-data files write it: `2022` or `2021-2022` (also with a slash).
 * Null when it is neither, when the years do not follow each other, or outside 2000 to 2099.
 */
export function readSchoolYearStart(text: string): number | null {
  const parts = /^(20\d{2})(?:\s*[-/]\s*(20\d{2}))?$/.exec(text.trim());
  if (parts === null) return null;
  const startYear = Number(parts[1]);
  return parts[2] === undefined || Number(parts[2]) === startYear + 1 ? startYear : null;
}
