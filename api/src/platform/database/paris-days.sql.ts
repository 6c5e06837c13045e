/** The instant at which a day of Paris begins. @param day words of SQL */
export const dayStarts = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/Paris')`;

/** The instant at which it is over. */
export const dayEnds = (day: string): string => `((${day}::date + 1)::timestamp at time zone 'Europe/Paris')`;

/** An instant within a period of days, both included. */
export const within = (instant: string, from: string, to: string): string =>
  `${instant} >= ${dayStarts(from)} and ${instant} < ${dayEnds(to)}`;

/** The day of Paris that an instant is of. */
export const parisDay = (instant: string): string => `(${instant} at time zone 'Europe/Paris')::date`;
