import { type Api, type JobAnswer, jobsList } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { counted } from '@parc/ui';
import type { WatchedLine } from '../shell/domain';
import { jobsTitle } from './job-words';

/** On the page of whoever looks after the tool: whether the works of the night were done. */
export async function watchJobs(api: Api): Promise<WatchedLine> {
  const { items } = await api.invoke(jobsList);
  return jobsLine(items, parisDateOf(new Date()));
}

/** @param today ISO date */
export function jobsLine(jobs: readonly JobAnswer[], today: string): WatchedLine {
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  return {
    line: { address: '/taches', title: jobsTitle(jobs, today), detail: 'les travaux de la nuit' },
    alarm: failed === 0 ? null : `${counted(failed, 'tâche')} ${failed === 1 ? 'a' : 'ont'} échoué`,
    proven: jobs.every(({ state }) => state !== 'never'),
  };
}
