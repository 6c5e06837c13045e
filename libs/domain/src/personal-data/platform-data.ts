import type { PersonalDataRegister, PlainColumns } from './register.js';

export const PLATFORM_DATA = {
  mails: {
    what: 'Courriels envoyés par l’application : adresse, objet, texte',
    purpose: 'Prévenir chacun de ce qui l’attend, et vérifier qu’un message est parti',
    lies: ['mail.recipient', 'mail.subject', 'mail.body', 'mail.calendar'],
    term: { days: 90, since: 'l’écriture du message' },
    then: 'purge',
  },
  repetitionKeys: {
    what: 'Réponses gardées pour ne pas faire deux fois la même demande',
    purpose: 'Un envoi répété par un réseau coupé ne compte qu’une fois',
    lies: ['idempotency_key.response', 'idempotency_key.body_hash'],
    term: { days: 7, since: 'la demande' },
    then: 'purge',
  },
  photoParts: {
    what: 'Morceaux de photos dont l’envoi s’est arrêté en route',
    purpose: 'Une photo coupée par le réseau reprend où elle s’est arrêtée',
    lies: ['photo_part.content'],
    term: { days: 60, since: 'leur arrivée' },
    then: 'purge',
  },
  doneOnce: {
    what: 'Actes envoyés par un téléphone : qui, quand, sur quoi, empreinte de la demande ; jamais ce qui s’y lisait',
    purpose: 'Un acte noté sans réseau et envoyé plusieurs fois, même des semaines plus tard, ne compte qu’une fois',
    lies: ['done_once.body_hash'],
    term: { with: 'aussi longtemps que l’objet' },
    then: 'kept',
  },
  redactions: {
    what: 'Retraits de textes : qui, quand, pourquoi, à quel endroit ; jamais ce qui s’y lisait',
    purpose: 'Prouver qu’un texte a été retiré et par qui',
    lies: ['redaction.mark'],
    term: { with: 'aussi longtemps que l’objet' },
    then: 'kept',
  },
  history: {
    what: 'Historique des écritures : qui, quoi, quand, sans nom, adresse ni texte libre',
    purpose: 'Prouver ce qui a été décidé',
    lies: ['history.actor', 'history.before', 'history.after'],
    term: { with: 'aussi longtemps que l’objet' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const PLATFORM_PLAIN = {
  'done_once.answer': 'ids, a state and a number',
  'done_once.key': 'a random key',
  'done_once.route': 'a route of the house',
  'history.table_name': 'a table of the house',
  'history.operation': 'a kind',
  'idempotency_key.route': 'a route of the house',
  'idempotency_key.key': 'a random key',
  'job_run.job': 'a job of the house',
  'job_run.outcome': 'counts',
  'mail.dedupe': 'identifiers',
  'mail.failure': 'codes of a server',
  'migration.name': 'a migration of the house',
  'redaction.column_name': 'a column of the house',
  'redaction.reason': 'a kind',
  'redaction.role': 'a kind',
  'redaction.table_name': 'a table of the house',
  'setting.name': 'a setting of the house',
  'setting.value': 'a figure of the plan',
  'setting.source': 'a public act',
} as const satisfies PlainColumns;
