import type { WebDomain } from '../shell/domain';

/** Breakdowns: a queue for those who repair, what is broken for those who teach; the costs that no envelope has taken. */
export const maintenance: WebDomain = {
  name: 'maintenance',
  routes: [{ path: 'tickets', loadChildren: () => import('./maintenance.routes').then((file) => file.ticketRoutes) }],
  rooms: [
    { path: 'tickets', label: 'Tickets', icon: 'wrench', need: 'tickets.take', order: 12 },
    { path: 'tickets', label: 'Tickets', icon: 'wrench', need: 'tickets.assign', order: 22 },
    { path: 'tickets', label: 'Pannes', icon: 'wrench', need: 'tickets.read', order: 28 },
  ],
  cards: [
    {
      need: { all: ['home.school', 'label-reports.decide'] },
      place: 'second',
      order: 4,
      load: () => import('./school-home/label-reports-card').then((file) => file.LabelReportsCard),
    },
    {
      need: { all: ['home.school', 'tickets.report'] },
      place: 'second',
      order: 20,
      load: () => import('./school-home/broken-card').then((file) => file.BrokenCard),
    },
    {
      need: { all: ['home.desk', 'ticket-charges.settle'] },
      place: 'second',
      order: 5,
      load: () => import('./homes/queue-card').then((file) => file.QueueCard),
    },
    {
      need: { all: ['tickets.read'], without: 'tickets.report' },
      place: 'second',
      order: 20,
      load: () => import('./homes/followed-card').then((file) => file.FollowedTicketsCard),
    },
    {
      need: { all: ['tickets.counts'], without: 'tickets.read' },
      place: 'second',
      order: 20,
      load: () => import('./homes/ticket-figures-card').then((file) => file.TicketFiguresCard),
    },
  ],
};
