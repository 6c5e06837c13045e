import { accountsList, type Api } from '@parc/api-client';
import { counted } from '@parc/ui';
import type { WatchedLine } from '../../shell/domain';

/** On the page of whoever looks after the tool: how many may enter, how many no longer. */
export async function watchAccounts(api: Api): Promise<WatchedLine> {
  const [active, inactive] = await Promise.all([
    api.invoke(accountsList, { size: 1, active: true }),
    api.invoke(accountsList, { size: 1, active: false }),
  ]);
  return accountsLine(active.total, inactive.total);
}

export function accountsLine(active: number, inactive: number): WatchedLine {
  return {
    line: {
      address: '/comptes',
      title: `${counted(active, 'compte')} actif${active > 1 ? 's' : ''}`,
      detail: inactive === 0 ? 'aucun désactivé' : `${counted(inactive, 'désactivé')}`,
    },
    alarm: null,
    proven: true,
  };
}
