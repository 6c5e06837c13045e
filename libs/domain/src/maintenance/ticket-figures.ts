/** Breakdowns as numbers: of how many months, and of how many repairs a median tells no single one. */
export const TICKET_FIGURES = { months: 12, least: 5 } as const;
