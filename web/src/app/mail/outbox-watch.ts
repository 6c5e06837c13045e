import { type Api, mailsList } from '@parc/api-client';
import { counted } from '@parc/ui';
import type { WatchedLine } from '../shell/domain';

/** On the page of whoever looks after the tool: whether mails leave. */
export async function watchOutbox(api: Api): Promise<WatchedLine> {
  const [waiting, givenUp] = await Promise.all([
    api.invoke(mailsList, { size: 1, state: 'waiting' }),
    api.invoke(mailsList, { size: 1, state: 'given-up' }),
  ]);
  return outboxLine(waiting.total, givenUp.total);
}

export function outboxLine(waiting: number, givenUp: number): WatchedLine {
  const one = givenUp === 1;
  return {
    line: {
      address: '/courriels',
      ...(givenUp > 0 ? { query: { etat: 'abandonnes' } } : {}),
      title: waiting === 0 ? 'Aucun courriel en attente' : `${counted(waiting, 'courriel')} en attente`,
      detail: givenUp === 0 ? 'aucun abandonné' : counted(givenUp, 'abandonné'),
    },
    alarm:
      givenUp === 0 ? null : `${counted(givenUp, 'courriel')} ${one ? 'n’est' : 'ne sont'} pas parti${one ? '' : 's'}`,
    proven: true,
  };
}
