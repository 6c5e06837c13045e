import type { TicketFigures, TicketPriorityFigures } from '@parc/api-client';
import { hoursOfMinutes, TICKET_PRIORITY_WORDS, TICKET_STATES } from '@parc/domain';
import { counted, NO_BREAK_SPACE, wholeNumber } from '@parc/ui';

/** Nothing was repaired, or too little to say: a dash, which is no zero. */
const NOTHING = '–';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const percent = (part: number, whole: number): string =>
  whole === 0 ? NOTHING : `${Math.round((part / whole) * 100)}${NO_BREAK_SPACE}%`;

/** "80 % des pannes réparées à temps": the answer, in a sentence. */
export function figuresTitle({ priorities }: Pick<TicketFigures, 'priorities'>): string {
  const repaired = sum(priorities.map((one) => one.repaired));
  const reported = sum(priorities.map((one) => one.reported));
  if (repaired === 0)
    return reported === 0 ? 'Aucune panne depuis un an' : `${counted(reported, 'panne')} depuis un an`;
  const inTime = sum(priorities.map(({ restoredInTime }) => restoredInTime));
  return `${percent(inTime, repaired)} des pannes réparées à temps`;
}

/** "3 ouvertes : 1 nouveau, 2 en cours": what is not repaired now. */
export function openWords(open: TicketFigures['open']): string {
  const all = sum(open.map(({ count }) => count));
  if (all === 0) return 'Aucune n’est en cours.';
  const states = open.map(({ state, count }) => `${wholeNumber(count)} « ${TICKET_STATES[state].word} »`);
  return `${counted(all, 'panne en cours', 'pannes en cours')} : ${states.join(', ')}.`;
}

export interface FigureRow {
  readonly priority: TicketPriorityFigures['priority'];
  readonly word: string;
  readonly reported: string;
  readonly taken: string;
  readonly restored: string;
  readonly metropole: string;
  readonly class: string;
}

const minutes = (value: number | null): string => (value === null ? NOTHING : hoursOfMinutes(value));

export function figureRows(priorities: TicketFigures['priorities']): readonly FigureRow[] {
  return priorities.map(({ priority, reported, repaired, takenInTime, restoredInTime, ...times }) => ({
    ...{ priority, word: TICKET_PRIORITY_WORDS[priority], reported: wholeNumber(reported) },
    ...{ taken: percent(takenInTime, repaired), restored: percent(restoredInTime, repaired) },
    ...{ metropole: minutes(times.metropoleMinutes), class: minutes(times.classMinutes) },
  }));
}

export interface FigureMonth {
  readonly month: string;
  readonly reported: string;
  /** Of the month that has most. */
  readonly percent: number;
  readonly letter: string;
  /** "janvier 2027" */
  readonly word: string;
}

const LONG = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function figureMonths(months: TicketFigures['months']): readonly FigureMonth[] {
  const most = Math.max(1, ...months.map(({ reported }) => reported));
  return months.map(({ month, reported }) => {
    const word = LONG.format(new Date(`${month}T00:00:00Z`));
    const share = Math.round((reported / most) * 100);
    return {
      ...{ month, word, letter: word.charAt(0).toUpperCase() },
      reported: wholeNumber(reported),
      percent: share,
    };
  });
}
