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

/** What the thread says was done: the moves, the report that makes it, and another ticket that is merged into it. */
export const TICKET_DONE_WORDS: Record<TicketAction | 'report' | 'join', string> = {
  report: 'Signalé',
  join: 'Un autre signalement s’y ajoute',
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
