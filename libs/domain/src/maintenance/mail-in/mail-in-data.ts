import type { PersonalDataRegister, PlainColumns } from '../../personal-data/register.js';

export const MAIL_IN_DATA = {
  receivedMails: {
    what: 'Réponses reçues par courriel : de quel compte, sur quel ticket, empreinte du message ; le texte est celui du message sur le ticket',
    purpose: 'Qu’un message remis deux fois ne soit écrit qu’une fois',
    lies: ['received_mail.message_hash'],
    term: { days: 30, since: 'la réception' },
    then: 'purge',
  },
} as const satisfies PersonalDataRegister;

export const MAIL_IN_PLAIN = {
  'mail.answers': 'a number of a document',
  'mail_refusal.reason': 'a kind',
} as const satisfies PlainColumns;
