import type { RefusalRegister } from '../refusals/register.js';

/** Every way a ticket is refused. */
// prettier-ignore
export const TICKET_REFUSALS = {
  'ticket.state':            { status: 409, sentence: 'Ce ticket est « {state} » : cette étape n’est pas possible maintenant.' },
  'ticket.taken':            { status: 409, sentence: 'Quelqu’un l’a déjà pris en charge.' },
  'ticket.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'ticket.not-assignee':     { status: 409, sentence: 'Ce ticket est confié à quelqu’un d’autre. Faites-vous le passer d’abord.' },
  'ticket.not-yours':        { status: 409, sentence: 'Une autre personne l’a signalé : elle seule, ou la métropole, le retire.' },
  'ticket.too-early':        { status: 409, sentence: 'Sa date de revue n’est pas encore venue, ou l’école peut encore répondre.' },
  'ticket.too-late':         { status: 409, sentence: 'Dix jours ont passé depuis la résolution. Signalez de nouveau la panne.' },
  'ticket.assignee-unknown': { status: 422, sentence: 'Choisissez un technicien de la métropole.' },
  'ticket.same-assignee':    { status: 422, sentence: 'Ce ticket est déjà confié à cette personne.' },
  'ticket.school-closed':    { status: 422, sentence: 'L’école est fermée à ce moment. Choisissez un autre jour ou une autre heure.' },
  'ticket.wait-unreadable':  { status: 422, sentence: 'Choisissez une date de revue à partir de demain, dans l’année.' },
  'ticket.device-missing':   { status: 422, sentence: 'Ce ticket n’est pas celui d’un appareil : aucun ne part en atelier.' },
  'ticket.subject-unknown':  { status: 422, sentence: 'Dites de quoi il s’agit : un appareil, une salle, l’école ou un service.' },
  'ticket.device-gone':      { status: 409, sentence: 'Cet appareil n’est dans aucune école, ou il est perdu : il n’y a rien à y réparer.' },
  'ticket.symptom-unknown':  { status: 422, sentence: 'Choisissez ce qui ne va pas dans la liste.' },
  'ticket.target-unknown':   { status: 422, sentence: 'Choisissez un ticket plus ancien de la même école, encore ouvert.' },
  'ticket.photo-unknown':    { status: 409, sentence: 'Vous n’avez pas annoncé cette photo sur ce ticket, ou c’était il y a plus de 60 jours.' },
  'ticket.photos-too-many': { status: 422, sentence: 'Ce ticket a déjà 12 photos. Retirez-en une avant d’envoyer.' },
  'ticket.over':             { status: 409, sentence: 'Ce ticket est fini. Signalez de nouveau la panne.' },
  'ticket.charge-settled':   { status: 409, sentence: 'Ce coût est déjà imputé.' },
  'ticket.quote-too-small':  { status: 422, sentence: 'Jusqu’à {total}, une réparation se règle sans commande : indiquez son prix en résolvant le ticket.' },
  'ticket.quote-item':       { status: 422, sentence: 'Choisissez une prestation sur devis du catalogue.' },
  'ticket.quote-not-now':    { status: 409, sentence: 'Un devis se remet sur un ticket pris en charge. Prenez-le d’abord.' },
  'ticket.order-under-way':  { status: 409, sentence: 'Une commande suit déjà ce ticket. Attendez qu’elle soit finie, ou annulée.' },
  'ticket.cost-of-order':    { status: 409, sentence: 'Une commande porte déjà le coût de ce ticket : laissez le prix à zéro.' },
  'ticket.order-not-done':   { status: 409, sentence: 'Aucune commande de ce ticket n’est encore réalisée.' },
} as const satisfies RefusalRegister;
