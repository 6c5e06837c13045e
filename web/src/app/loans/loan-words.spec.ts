import { describe, expect, it } from '@jest/globals';
import type { LoanListItem, LoansDue } from '@parc/api-client';
import { NO_BREAK_SPACE } from '@parc/ui';
import { dueTitle, lateWords, loanState, periodWords, schoolTitle, workTitle } from './loan-words';

const loan = (changes: Partial<LoanListItem> = {}): LoanListItem => ({
  ...{ id: 'a', version: 1, number: 'P-2026-00001', state: 'out', stateSince: '2026-12-01T08:00:00Z', late: false },
  ...{ kitName: 'Robots', equipmentTag: 'PE-1', schoolId: 's', schoolName: 'Les Vignes', communeName: 'Sorbiers' },
  ...{ fromDay: '2026-12-07', fromHalf: 'morning', toDay: '2026-12-11', toHalf: 'afternoon', ticketId: null },
  ...changes,
});
const due = (counts: Partial<LoansDue['counts']> = {}): Pick<LoansDue, 'counts'> => ({
  counts: { toApprove: 0, toHandOver: 0, toTakeBack: 0, toCheck: 0, late: 0, ...counts },
});
const plain = (text: string) => text.replaceAll(NO_BREAK_SPACE, ' ');

describe('a loan in words', () => {
  it('keeps each of its days on one line', () => {
    expect(periodWords(loan())).toBe(
      'du lun. 7 déc. au ven. 11 déc.'.replace(/(lun\.|7|ven\.|11) /g, `$1${NO_BREAK_SPACE}`),
    );
  });

  it('is late though its state is out', () => {
    expect(loanState(loan({ late: true })).word).toBe('En retard');
    expect(loanState(loan()).word).toBe('Sorti');
    expect([plain(lateWords('2026-12-10', '2026-12-11')), plain(lateWords('2026-12-07', '2026-12-11'))]).toEqual([
      ...['1 jour de retard', '4 jours de retard'],
    ]);
  });

  it.each([
    [due(), 'Aucun prêt n’attend'],
    [due({ toHandOver: 1 }), '1 prêt à remettre'],
    [due({ toApprove: 2, toTakeBack: 2, late: 1 }), '2 prêts à accorder, 1 en retard'],
    [due({ toTakeBack: 1, late: 1 }), '1 prêt en retard'],
    // The lists show no more than twenty: there are more.
    [due({ toApprove: 34, late: 21 }), '34 prêts à accorder, 21 en retard'],
    [due({ toApprove: 1_001, late: 1_001 }), 'Plus de 1\u202f000 prêts à accorder, plus de 1\u202f000 en retard'],
  ])('titles the room with what waits: %#', (asked, title) => {
    expect(plain(dueTitle(asked))).toBe(title);
  });

  it.each([
    [due({ toApprove: 1 }), 'Aucun prêt n’attend'],
    [due({ toHandOver: 1, toTakeBack: 2 }), '1 prêt à remettre, 2 à reprendre'],
    [due({ toHandOver: 25, toTakeBack: 31 }), '25 prêts à remettre, 31 à reprendre'],
    [due({ toCheck: 1 }), '1 prêt à contrôler'],
  ])('titles a technician’s day with the work: %#', (asked, title) => {
    expect(plain(workTitle(asked))).toBe(title);
  });

  it.each([
    [[], 'Aucun prêt en cours'],
    [[loan({ state: 'approved' })], '1 prêt en cours'],
    [[loan({ state: 'returned' })], '1 prêt en cours'],
    [[loan({ toDay: '2026-12-18' }), loan({ toDay: '2026-12-10' })], 'Prêt à rendre jeu. 10 déc.'],
    [[loan(), loan({ late: true, kitName: 'Tablettes' })], 'À rendre : Tablettes'],
  ])('tells a school what it has to give back: %#', (loans, title) => {
    expect(plain(schoolTitle(loans))).toBe(title);
  });
});
