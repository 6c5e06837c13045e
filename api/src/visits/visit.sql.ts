/** The next number of a year's visits: I-2026-00041. @param year a word of SQL */
export const NEXT_VISIT_NUMBER = (year: string) =>
  `'I-' || ${year}::int || '-' || to_char(nextval('visit_number_' || ${year}::int), 'FM9999999999900000')`;
