/** The next number of a year's orders, speakable: C-2026-00184, and C-2026-100000 when a year has so many. @param year a word of SQL */
export const NEXT_ORDER_NUMBER = (year: string) =>
  `'C-' || ${year}::int || '-' || to_char(nextval('order_number_' || ${year}::int), 'FM9999999999900000')`;

/** Numbers in the order in which they were given: the hundred thousandth comes after the one before. */
export const BY_NUMBER = (number: string) => `${number} collate by_number`;
