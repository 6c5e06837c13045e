import { describe, expect, it } from '@jest/globals';
import type { JobAnswer } from '@parc/api-client';
import { administrationLines, administrationTitle } from './administration-words';

const calm = { active: 712, inactive: 1, jobs: [], mailsWaiting: 0, mailsGivenUp: 0 };
const failed = { state: 'failed', rhythm: 'nightly', lastDay: '2026-10-06' } as JobAnswer;

describe('the administrator’s first page', () => {
  it('says that all is well when nothing asks for somebody', () => {
    expect(administrationTitle(calm)).toBe('Tout fonctionne');
    const never = { ...failed, state: 'never' } as JobAnswer;
    expect(administrationTitle({ ...calm, jobs: [never] })).toBe('Bonjour');
  });

  it('says first what failed, then what did not leave', () => {
    expect(administrationTitle({ ...calm, jobs: [failed], mailsGivenUp: 2 })).toBe('1\u00a0tâche a échoué');
    expect(administrationTitle({ ...calm, mailsGivenUp: 2 })).toBe('2\u00a0courriels ne sont pas partis');
    expect(administrationTitle({ ...calm, mailsGivenUp: 1 })).toBe('1\u00a0courriel n’est pas parti');
  });

  it('leads to accounts, jobs and mails with their counts', () => {
    expect(
      administrationLines({ ...calm, mailsWaiting: 3 }, '2026-10-06').map(({ address, title }) => [address, title]),
    ).toEqual([
      ['/comptes', '712\u00a0comptes actifs'],
      ['/taches', 'Aucune tâche n’est encore passée'],
      ['/courriels', '3\u00a0courriels en attente'],
    ]);
  });
});
