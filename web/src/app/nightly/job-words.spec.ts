import { describe, expect, it } from '@jest/globals';
import type { JobAnswer } from '@parc/api-client';
import { jobState, jobsTitle, lastRunWords } from './job-words';

const TODAY = '2026-11-24';

function job(given: Partial<JobAnswer> = {}): JobAnswer {
  return {
    name: 'order-closing',
    label: 'Clôture des commandes certifiées',
    rhythm: 'nightly',
    state: 'done',
    lastDay: TODAY,
    startedAt: '2026-11-24T04:10:00Z',
    finishedAt: '2026-11-24T04:10:03Z',
    outcome: '2 commandes closes',
    ...given,
  };
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a job of the night', () => {
  it('is done when it ran last night or the one before', () => {
    expect(jobState(job(), TODAY).word).toBe('Faite');
    expect(jobState(job({ lastDay: '2026-11-23' }), TODAY).word).toBe('Faite');
  });

  it('is late once a whole night was missed; what runs each minute never is', () => {
    expect(jobState(job({ lastDay: '2026-11-22' }), TODAY).word).toBe('En retard');
    expect(jobState(job({ lastDay: '2026-11-22', rhythm: 'each-minute' }), TODAY).word).toBe('Faite');
  });

  it('says that it failed, runs, or has never run', () => {
    expect(jobState(job({ state: 'failed' }), TODAY).tone).toBe('trouble');
    expect(jobState(job({ state: 'running', finishedAt: null }), TODAY).word).toBe('En cours');
    expect(jobState(job({ state: 'never', lastDay: null }), TODAY).word).toBe('Pas encore passée');
  });

  it('gives the hour of its end, or of its beginning while it has none', () => {
    expect(plain(lastRunWords(job()))).toBe('mar. 24 nov. à 5 h 10');
    expect(plain(lastRunWords(job({ finishedAt: null })))).toBe('commencée mar. 24 nov. à 5 h 10');
    expect(lastRunWords(job({ startedAt: null, finishedAt: null }))).toBe('');
  });
});

describe('the page of jobs', () => {
  it('tells what went wrong before what is late, and what is late before the rest', () => {
    const [failed, late] = [job({ state: 'failed' }), job({ lastDay: '2026-11-20' })];
    expect(plain(jobsTitle([failed, failed, late], TODAY))).toBe('2 tâches ont échoué');
    expect(plain(jobsTitle([failed, late], TODAY))).toBe('1 tâche a échoué');
    expect(plain(jobsTitle([late, job()], TODAY))).toBe('1 tâche en retard');
  });

  it('does not call done what has never run', () => {
    const never = job({ state: 'never', lastDay: null });
    expect(jobsTitle([never, never], TODAY)).toBe('Aucune tâche n’est encore passée');
    expect(plain(jobsTitle([job(), never], TODAY))).toBe('1 tâche pas encore passée');
    expect(jobsTitle([job()], TODAY)).toBe('Toutes les tâches sont faites');
  });
});
