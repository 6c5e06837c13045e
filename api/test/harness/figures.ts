import type { House } from './house.js';

export interface Figures {
  school_year: number;
  classes?: number;
  pupils?: number;
}

/** What is known of a school in a school year; a figure left out is not known. */
export async function known(house: House, schoolId: string, { school_year, classes, pupils }: Figures): Promise<void> {
  await house.arrange(
    'insert into school_year_figures (school_id, school_year, classes, pupils) values ($1, $2, $3, $4)',
    [schoolId, school_year, classes ?? null, pupils ?? null],
  );
}

/** A school with the figures of one school year, or none. */
export async function schoolWith(
  house: House,
  row: Record<string, unknown> = {},
  figures?: Figures,
): Promise<{ id: string; uai: string }> {
  const made = await house.build.school(row);
  if (figures) await known(house, made.id, figures);
  return made;
}
