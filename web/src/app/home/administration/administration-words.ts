import type { JobAnswer } from '@parc/api-client';
import { counted } from '@parc/ui';
import { jobsTitle } from '../../nightly/job-words';
import type { LinkLine } from '../../shell/homes/link-lines';

/** What an administrator looks after, as counted by the lists themselves. */
export interface Administered {
  readonly active: number;
  readonly inactive: number;
  readonly jobs: readonly JobAnswer[];
  readonly mailsWaiting: number;
  readonly mailsGivenUp: number;
}

/** What asks for somebody before anything else; a calm sentence when nothing does. */
export function administrationTitle({ jobs, mailsGivenUp }: Administered): string {
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return `${counted(failed, 'tâche')} ${failed === 1 ? 'a' : 'ont'} échoué`;
  if (mailsGivenUp > 0)
    return `${counted(mailsGivenUp, 'courriel')} ${mailsGivenUp === 1 ? 'n’est' : 'ne sont'} pas parti${mailsGivenUp === 1 ? '' : 's'}`;
  return jobs.some(({ state }) => state === 'never') ? 'Bonjour' : 'Tout fonctionne';
}

/** @param today ISO date */
export function administrationLines(administered: Administered, today: string): readonly LinkLine[] {
  const { active, inactive, jobs, mailsWaiting, mailsGivenUp } = administered;
  return [
    {
      address: '/comptes',
      title: `${counted(active, 'compte')} actif${active > 1 ? 's' : ''}`,
      detail: inactive === 0 ? 'aucun désactivé' : `${counted(inactive, 'désactivé')}`,
    },
    { address: '/taches', title: jobsTitle(jobs, today), detail: 'les travaux de la nuit' },
    {
      address: '/courriels',
      ...(mailsGivenUp > 0 ? { query: { etat: 'abandonnes' } } : {}),
      title: mailsWaiting === 0 ? 'Aucun courriel en attente' : `${counted(mailsWaiting, 'courriel')} en attente`,
      detail: mailsGivenUp === 0 ? 'aucun abandonné' : counted(mailsGivenUp, 'abandonné'),
    },
  ];
}
