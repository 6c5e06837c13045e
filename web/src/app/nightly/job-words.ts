import type { JobAnswer } from '@parc/api-client';
import { addCalendarDays, type Tone } from '@parc/domain';
import { counted, dayAndTime, type IconName } from '@parc/ui';

interface JobWords {
  readonly tone: Tone;
  readonly word: string;
  readonly icon?: IconName;
}

/** A nightly job that did not run yesterday either has missed a night. @param today ISO date */
function isLate({ rhythm, state, lastDay }: JobAnswer, today: string): boolean {
  return rhythm === 'nightly' && state !== 'never' && lastDay !== null && lastDay < addCalendarDays(today, -1);
}

/** @param today ISO date */
export function jobState(job: JobAnswer, today: string): JobWords {
  if (job.state === 'failed') return { tone: 'trouble', word: 'A échoué' };
  if (job.state === 'running') return { tone: 'progress', word: 'En cours', icon: 'refresh' };
  if (job.state === 'never') return { tone: 'idle', word: 'Pas encore passée' };
  return isLate(job, today) ? { tone: 'waiting', word: 'En retard' } : { tone: 'done', word: 'Faite' };
}

/** "mar. 24 nov. à 5 h 10" of the last run; when it ended, or when it began while it has no end. */
export function lastRunWords({ startedAt, finishedAt }: JobAnswer): string {
  if (finishedAt !== null) return dayAndTime(finishedAt);
  return startedAt === null ? '' : `commencée ${dayAndTime(startedAt)}`;
}

export const RHYTHM_WORDS: Record<JobAnswer['rhythm'], string> = {
  nightly: 'chaque nuit',
  'each-minute': 'chaque minute',
};

/** The answer of the page, as its title. @param today ISO date */
export function jobsTitle(jobs: readonly JobAnswer[], today: string): string {
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return `${counted(failed, 'tâche')} ${failed === 1 ? 'a' : 'ont'} échoué`;
  const late = jobs.filter((job) => isLate(job, today)).length;
  if (late > 0) return `${counted(late, 'tâche')} en retard`;
  const waiting = jobs.filter(({ state }) => state === 'never').length;
  if (waiting === jobs.length) return 'Aucune tâche n’est encore passée';
  if (waiting > 0) return `${counted(waiting, 'tâche')} pas encore ${waiting === 1 ? 'passée' : 'passées'}`;
  return 'Toutes les tâches sont faites';
}
