/** The next number of a year's orders, speakable: C-2026-00184. @param year a word of SQL */
export const NEXT_ORDER_NUMBER = (year: string) =>
  `'C-' || ${year}::int || '-' || lpad(nextval('order_number_' || ${year}::int)::text, 5, '0')`;
