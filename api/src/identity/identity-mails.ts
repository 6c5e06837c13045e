import { frenchDay, ROLE_WORDS, type Role } from '@parc/domain';
import { LIMITS } from '../platform/limits.js';
import { mailText } from '../platform/mail/mail.service.js';

export interface MailWords {
  subject: string;
  body: string;
}

/** A role as a sentence names it: "Direction d’école, École des Tilleuls, Sorbiers". */
export const roleOver = (role: Role, scopeLabel: string) => `${ROLE_WORDS[role]}, ${scopeLabel}`;

export function invitationMail(link: string): MailWords {
  return {
    subject: 'Votre accès à Parc École',
    body: mailText(
      [
        'Un compte est ouvert à votre nom dans Parc École, l’outil du Plan Numérique à l’École.',
        `Choisissez votre mot de passe à l’adresse ci-dessous. Elle sert une fois, pendant ${LIMITS.link.invitationDays} jours.`,
      ],
      link,
    ),
  };
}

export function resetMail(link: string): MailWords {
  return {
    subject: 'Un nouveau mot de passe pour Parc École',
    body: mailText(
      [
        'Vous demandez un nouveau mot de passe. Choisissez-le à l’adresse ci-dessous.',
        `Elle sert une fois, pendant ${LIMITS.link.resetHours} heures. Si la demande ne vient pas de vous, laissez ce message : rien ne change.`,
      ],
      link,
    ),
  };
}

export function passwordChangedMail(link: string): MailWords {
  return {
    subject: 'Votre mot de passe a changé',
    body: mailText(
      [
        'Le mot de passe de votre compte vient de changer, et vos autres sessions sont closes.',
        'Si ce n’est pas vous, demandez tout de suite un nouveau mot de passe depuis la page d’entrée.',
      ],
      link,
    ),
  };
}

export function addressChangedMail(): MailWords {
  return {
    subject: 'L’adresse de votre compte a changé',
    body: mailText([
      'L’administration vient de remplacer l’adresse de votre compte Parc École. Les prochains messages vont à la nouvelle adresse.',
      'Si vous ne l’attendiez pas, prévenez la métropole.',
    ]),
  };
}

export function roleGivenMail(role: string, fromDay: string, lastDay: string | null, link: string): MailWords {
  const dates = lastDay ? `du ${frenchDay(fromDay)} au ${frenchDay(lastDay)}` : `à partir du ${frenchDay(fromDay)}`;
  return {
    subject: 'Un rôle vous est confié dans Parc École',
    body: mailText(
      [`Vous avez un rôle, ${dates} : ${role}.`, 'Vous passez d’un rôle à l’autre d’un geste, depuis votre nom.'],
      link,
    ),
  };
}

/** To every plan manager: public money never changes hands unseen. */
export function managerGrantedMail(who: string, delegationDecision: string | null, grantedBy: string): MailWords {
  const what = delegationDecision
    ? `${who} reçoit la gestion du plan et la délégation pour certifier le service fait (${delegationDecision}).`
    : `${who} reçoit la gestion du plan.`;
  return { subject: 'Un droit de gestion du plan est donné', body: mailText([what, `Donné par ${grantedBy}.`]) };
}
