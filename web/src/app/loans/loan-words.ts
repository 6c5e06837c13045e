import type { LoanListItem, LoansDue } from '@parc/api-client';
import { calendarDaysBetween, LOAN_STATES, loanPeriodWords, LOANS_OUT, type LoanPeriod } from '@parc/domain';
import { type ChipWords, counted, day, NO_BREAK_SPACE } from '@parc/ui';

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
export function dueTitle({ toApprove, toTakeBack, toHandOver }: LoansDue): string {
  const late = toTakeBack.filter((loan) => loan.late).length;
  const approve = toApprove.length === 0 ? [] : [`${counted(toApprove.length, 'prêt')} à accorder`];
  const lateSaid = late === 0 ? [] : [approve.length > 0 ? `${late} en retard` : `${counted(late, 'prêt')} en retard`];
  const said = [...approve, ...lateSaid];
  if (said.length > 0) return said.join(', ');
  return toHandOver.length > 0 ? `${counted(toHandOver.length, 'prêt')} à remettre` : 'Aucun prêt n’attend';
}

/** The answer to who brings and takes back: "1 prêt à remettre, 2 à reprendre". */
export function workTitle({ toHandOver, toTakeBack, toCheck }: LoansDue): string {
  const waits = [
    { count: toHandOver.length, word: 'à remettre' },
    { count: toTakeBack.length, word: 'à reprendre' },
    { count: toCheck.length, word: 'à contrôler' },
  ].filter(({ count }) => count > 0);
  if (waits.length === 0) return 'Aucun prêt n’attend';
  return waits.map(({ count, word }, index) => `${index === 0 ? counted(count, 'prêt') : count} ${word}`).join(', ');
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
