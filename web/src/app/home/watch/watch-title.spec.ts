import { describe, expect, it } from '@jest/globals';
import type { JobAnswer } from '@parc/api-client';
import { accountsLine } from '../../identity/accounts/accounts-watch';
import { outboxLine } from '../../mail/outbox-watch';
import { jobsLine } from '../../nightly/jobs-watch';
import { watchTitle } from './watch-title';

const TODAY = '2026-10-06';
const failed = { state: 'failed', rhythm: 'nightly', lastDay: TODAY } as JobAnswer;
const never = { ...failed, state: 'never' } as JobAnswer;
const title = (jobs: readonly JobAnswer[], givenUp = 0) =>
  watchTitle([accountsLine(712, 1), jobsLine(jobs, TODAY), outboxLine(0, givenUp)]);

describe('the page of whoever looks after the tool', () => {
  it('says that all is well when nothing asks for somebody', () => {
    expect(title([])).toBe('Tout fonctionne');
    expect(title([never])).toBe('Bonjour');
    expect(watchTitle([])).toBe('Bonjour');
  });

  it('says first what failed, then what did not leave', () => {
    expect(title([failed], 2)).toBe('1\u00a0tâche a échoué');
    expect(title([], 2)).toBe('2\u00a0courriels ne sont pas partis');
    expect(title([], 1)).toBe('1\u00a0courriel n’est pas parti');
  });

  it('leads to accounts, jobs and mails with their counts', () => {
    const lines = [accountsLine(712, 1), jobsLine([], TODAY), outboxLine(3, 0)].map(({ line }) => line);
    expect(lines.map(({ address, title: words }) => [address, words])).toEqual([
      ['/comptes', '712\u00a0comptes actifs'],
      ['/taches', 'Aucune tâche n’est encore passée'],
      ['/courriels', '3\u00a0courriels en attente'],
    ]);
  });
});
