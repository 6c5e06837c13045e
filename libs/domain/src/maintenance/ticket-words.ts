import type { TicketAction } from './ticket-lifecycle.js';

/** What a button says. */
export const TICKET_ACTION_WORDS: Record<TicketAction, string> = {
  take: 'Prendre en charge',
  assign: 'Confier à un technicien',
  'hand-over': 'Passer à quelqu’un',
  'give-back': 'Rendre à l’équipe',
  plan: 'Prévoir la visite',
  start: 'Commencer sur place',
  wait: 'Mettre en attente',
  resume: 'Reprendre',
  resolve: 'Résoudre',
  close: 'C’est réparé, clore',
  reopen: 'Toujours en panne',
  cancel: 'Classer sans suite',
  merge: 'Réunir à un autre ticket',
};

/** What stands in the thread and is no move: the report that makes it, another ticket joined to it, a quote and its end. */
export const TICKET_LINES = ['report', 'join', 'quote', 'certified'] as const;
export type TicketLine = (typeof TICKET_LINES)[number];

/** What the thread says was done. */
export const TICKET_DONE_WORDS: Record<TicketAction | TicketLine, string> = {
  report: 'Signalé',
  join: 'Un autre signalement s’y ajoute',
  quote: 'Devis remis, à l’accord de l’école',
  certified: 'Service fait certifié pour la commande',
  take: 'Pris en charge',
  assign: 'Confié à un technicien',
  'hand-over': 'Passé à un autre technicien',
  'give-back': 'Rendu à l’équipe',
  plan: 'Visite prévue',
  start: 'Commencé sur place',
  wait: 'Mis en attente',
  resume: 'Repris',
  resolve: 'Résolu',
  close: 'Clos',
  reopen: 'Rouvert',
  cancel: 'Classé sans suite',
  merge: 'Réuni à un autre ticket',
};
