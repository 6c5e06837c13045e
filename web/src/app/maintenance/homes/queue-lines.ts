import type { TicketCounts } from '@parc/api-client';
import { TICKETS, TICKETS_WAITING } from '@parc/domain';
import { countedRows } from '@parc/ui';
import type { LinkLine } from '../../shell/homes/link-lines';
import type { TicketView } from '../list/ticket-views';
import { queueTitle } from '../../tickets/ticket-words';

const countOf = ({ open }: Pick<TicketCounts, 'open'>, states: readonly string[]): number =>
  open.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** The queue by one of its views. */
const viewed = (view: TicketView) => ({ address: '/tickets', query: { vue: view } });

/** What the queue asks of a manager; what is at nothing is left out, but for the deadlines. @param due costs to charge */
export function queueLines(counts: TicketCounts, due: number): readonly LinkLine[] {
  const [toTake, waiting] = [countOf(counts, [TICKETS.initial]), countOf(counts, TICKETS_WAITING)];
  return [
    { address: '/tickets', title: queueTitle(counts), detail: 'La file, par délai' },
    ...(toTake === 0
      ? []
      : [
          {
            ...{ ...viewed('a-prendre'), detail: 'Personne ne les a encore' },
            title: countedRows(toTake, 'ticket à prendre', 'tickets à prendre'),
          },
        ]),
    ...(waiting === 0
      ? []
      : [
          {
            ...{ ...viewed('en-attente'), detail: 'D’une école, d’une commune, d’une pièce' },
            title: countedRows(waiting, 'ticket en attente', 'tickets en attente'),
          },
        ]),
    ...(due === 0
      ? []
      : [
          {
            ...{ address: '/tickets/a-imputer', detail: 'Un budget de maintenance ou la réserve' },
            title: countedRows(due, 'coût à imputer', 'coûts à imputer'),
          },
        ]),
  ];
}

/** What those who answer for several schools follow. @param waiting how many wait for the commune */
export function followedLines(broken: number, waiting: number): readonly LinkLine[] {
  return [
    {
      ...{ address: '/tickets', detail: 'Dans vos écoles' },
      title: broken === 0 ? 'Aucune panne en cours' : countedRows(broken, 'panne en cours', 'pannes en cours'),
    },
    ...(waiting === 0
      ? []
      : [
          {
            ...{ address: '/tickets', query: { attend: 'commune' }, detail: 'Courant, prises, câblage' },
            title: countedRows(waiting, 'panne attend la commune', 'pannes attendent la commune'),
          },
        ]),
  ];
}
