import type { Clock, TicketClocks, WarningPercent } from './clocks.js';

/** The clocks of which somebody is warned, the one that people answer for first. */
export const WARNED_CLOCKS = ['metropole', 'take-up', 'class'] as const;
export type WarnedClock = (typeof WARNED_CLOCKS)[number];

/** One threshold of one clock: it is told once. */
export interface TicketWarning {
  readonly clock: WarnedClock;
  readonly percent: WarningPercent;
}

const OF: Readonly<Record<WarnedClock, (said: TicketClocks) => Clock>> = {
  metropole: ({ metropole }) => metropole,
  'take-up': ({ takeUp }) => takeUp,
  class: (said) => said.class,
};

/**
 * Thresholds that nobody was told of yet, of the clocks that have not ended: those that were reached, and those that will be if
 * nothing changes. What was reached while nobody looked is told all the same.
 */
export function warningsToTell(
  said: TicketClocks,
  told: readonly TicketWarning[],
): readonly (TicketWarning & { readonly at: Date })[] {
  const isTold = (clock: WarnedClock, percent: WarningPercent) =>
    told.some((one) => one.clock === clock && one.percent === percent);
  return WARNED_CLOCKS.flatMap((clock) => {
    const { course, thresholds } = OF[clock](said);
    if (course === 'ended' || course === 'void') return [];
    return thresholds.flatMap(({ percent, at }) =>
      at === null || isTold(clock, percent) ? [] : [{ clock, percent, at }],
    );
  });
}

/** When the first of them is to be told; null: never, if nothing changes. */
export function nextWarningAt(warnings: readonly { readonly at: Date }[]): Date | null {
  return warnings.length === 0 ? null : new Date(Math.min(...warnings.map(({ at }) => at.getTime())));
}

interface WarningWords {
  readonly subject: string;
  readonly told: Readonly<Record<WarnedClock, string>>;
}

/** What is said of each, of {ticket} at {school}. */
export const WARNING_WORDS: Readonly<Record<WarningPercent, WarningWords>> = {
  75: {
    subject: 'échéance proche',
    told: {
      metropole: 'Les trois quarts du délai de réparation de {ticket}, à {school}, sont passés.',
      'take-up': 'Les trois quarts du délai de prise en charge de {ticket}, à {school}, sont passés.',
      class: 'À {school}, la classe attend la réparation de {ticket} depuis les trois quarts du délai.',
    },
  },
  100: {
    subject: 'échéance atteinte',
    told: {
      metropole: 'Le délai de réparation de {ticket}, à {school}, est écoulé.',
      'take-up': 'Le délai de prise en charge de {ticket}, à {school}, est écoulé.',
      class: 'À {school}, la classe attend la réparation de {ticket} depuis tout le délai.',
    },
  },
};

/** Of several at once, the one that says most: what is over before what nears, and what people answer for first. */
export function strongestWarning<Warning extends TicketWarning>(warnings: readonly Warning[]): Warning | null {
  const order = [...warnings].sort(
    (one, other) =>
      other.percent - one.percent || WARNED_CLOCKS.indexOf(one.clock) - WARNED_CLOCKS.indexOf(other.clock),
  );
  return order[0] ?? null;
}
