import type { LoanListItem, LoansDue } from '@parc/api-client';
import { calendarDaysBetween, LOAN_STATES, loanPeriodWords, LOANS_OUT, type LoanPeriod } from '@parc/domain';
import { type ChipWords, counted, countedRows, day, NO_BREAK_SPACE, rowsWords } from '@parc/ui';

/** "du lun. 7 déc. au ven. 11 déc.", on lines that break between its words alone. */
export const periodWords = (period: LoanPeriod): string =>
  loanPeriodWords(period).replace(/(\p{L}{3}\.) (\d+(?:er)?) (\p{L}+\.?)/gu, ['$1', '$2', '$3'].join(NO_BREAK_SPACE));

/** The state; out past its end is late, which is no state. */
export function loanState({ state, late }: Pick<LoanListItem, 'state' | 'late'>): ChipWords {
  return late ? { word: 'En retard', tone: 'trouble', icon: 'warning' } : LOAN_STATES[state];
}

/** "1 jour de retard" */
export const lateWords = (toDay: string, today: string): string =>
  `${counted(Math.max(1, calendarDaysBetween(toDay, today)), 'jour')} de retard`;

/** The answer to who grants: "2 prêts à accorder, 1 en retard". */
export function dueTitle({ counts: { toApprove, late, toHandOver } }: Pick<LoansDue, 'counts'>): string {
  const waits = [
    { count: toApprove, word: 'à accorder' },
    { count: late, word: 'en retard' },
  ];
  return waiting(waits) ?? waiting([{ count: toHandOver, word: 'à remettre' }]) ?? 'Aucun prêt n’attend';
}

/** The answer to who brings and takes back: "1 prêt à remettre, 2 à reprendre". */
export function workTitle({ counts: { toHandOver, toTakeBack, toCheck } }: Pick<LoansDue, 'counts'>): string {
  const waits = [
    { count: toHandOver, word: 'à remettre' },
    { count: toTakeBack, word: 'à reprendre' },
    { count: toCheck, word: 'à contrôler' },
  ];
  return waiting(waits) ?? 'Aucun prêt n’attend';
}

/** "2 prêts à accorder, 1 en retard": the first one says of what; null where nothing waits. */
function waiting(waits: readonly { count: number; word: string }[]): string | null {
  const some = waits.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  return some
    .map(({ count, word }, index) => `${index === 0 ? countedRows(count, 'prêt') : rowsWords(count)} ${word}`)
    .join(', ');
}

/** What a school reads of its own: "Tablettes n° 1 : à rendre le jeu. 10 déc." */
export function schoolTitle(loans: readonly LoanListItem[]): string {
  const late = loans.find((loan) => loan.late);
  if (late) return `À rendre : ${late.kitName}`;
  const out = loans
    .filter(({ state }) => LOANS_OUT.includes(state))
    .sort((one, other) => one.toDay.localeCompare(other.toDay));
  if (out[0]) return `Prêt à rendre ${day(out[0].toDay)}`;
  return loans.length === 0 ? 'Aucun prêt en cours' : counted(loans.length, 'prêt en cours', 'prêts en cours');
}
