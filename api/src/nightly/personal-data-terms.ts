import type { EndedDatum } from '@parc/domain';
import {
  FORGET_EVENTS,
  FORGET_LINKS,
  FORGET_PHONES,
  FORGET_PLACES,
  FORGET_SESSIONS,
  FORGET_TRIES,
  FORGET_WINDOWS,
  PSEUDONYMISE_ACCOUNTS,
} from '../identity/session.sql.js';
import { FORGET_DELIVERY_LISTS } from '../inventory/deliveries/delivery.sql.js';
import { FORGET_FLEET_ROWS } from '../inventory/imports/fleet.sql.js';
import { FORGET_LABEL_WINDOWS } from '../maintenance/label-reports/label-report.sql.js';
import { FORGET_RECEIVED_MAILS } from '../maintenance/mail-in/mail-in.sql.js';
import { FORGET_CONTACTS } from '../orders/forgotten.sql.js';
import { FORGET_REPETITION_KEYS } from '../platform/database/repetition.sql.js';
import { FORGET_PHOTO_PARTS } from '../platform/files/photo-parts.sql.js';
import { EMPTY_MAILS } from '../platform/mail/mail.sql.js';
import { FORGET_SURVEY_TICKETS } from '../training/survey/survey.sql.js';
import { FORGET_TRAINING_WINDOWS } from '../training/training.sql.js';

/** The lines of imports have a job of their own, an import at a time. */
export type PurgedDatum = Exclude<EndedDatum, 'importDetails'>;

interface EndedBy {
  /** Ends what is from before $1. */
  readonly statement: string;
  readonly one: string;
  readonly many: string;
}

/** A datum whose term is declared and which nothing ends does not compile. */
export const ENDED_BY: Readonly<Record<PurgedDatum, EndedBy>> = {
  repetitionKeys: { statement: FORGET_REPETITION_KEYS, one: 'clé de répétition', many: 'clés de répétition' },
  photoParts: { statement: FORGET_PHOTO_PARTS, one: 'morceau de photo', many: 'morceaux de photo' },
  securityLog: { statement: FORGET_EVENTS, one: 'événement de sécurité', many: 'événements de sécurité' },
  sessions: { statement: FORGET_SESSIONS, one: 'session', many: 'sessions' },
  phones: { statement: FORGET_PHONES, one: 'téléphone retiré', many: 'téléphones retirés' },
  credentialLinks: { statement: FORGET_LINKS, one: 'lien', many: 'liens' },
  signInTries: { statement: FORGET_TRIES, one: 'essai d’entrée', many: 'essais d’entrée' },
  signInWindows: { statement: FORGET_WINDOWS, one: 'compte d’essais', many: 'comptes d’essais' },
  signInPlaces: { statement: FORGET_PLACES, one: 'poste connu', many: 'postes connus' },
  labelReportWindows: {
    statement: FORGET_LABEL_WINDOWS,
    one: 'compte de signalements',
    many: 'comptes de signalements',
  },
  trainingWindows: { statement: FORGET_TRAINING_WINDOWS, one: 'compte de codes', many: 'comptes de codes' },
  trainingSurveyTickets: {
    statement: FORGET_SURVEY_TICKETS,
    one: 'droit de réponse à un questionnaire',
    many: 'droits de réponse à un questionnaire',
  },
  receivedMails: { statement: FORGET_RECEIVED_MAILS, one: 'réponse reçue', many: 'réponses reçues' },
  mails: { statement: EMPTY_MAILS, one: 'courriel', many: 'courriels' },
  orderContacts: { statement: FORGET_CONTACTS, one: 'personne à joindre', many: 'personnes à joindre' },
  deliveryLists: { statement: FORGET_DELIVERY_LISTS, one: 'liste de fournisseur', many: 'listes de fournisseur' },
  fleetRows: { statement: FORGET_FLEET_ROWS, one: 'ligne de parc repris', many: 'lignes de parc repris' },
  accounts: { statement: PSEUDONYMISE_ACCOUNTS, one: 'nom de compte', many: 'noms de compte' },
};
