import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';
import { SURVEY_DAYS } from './survey.js';

export const TRAINING_DATA = {
  trainingReasons: {
    what: 'Motif d’un report ou d’une annulation de session de formation',
    purpose: 'Dire aux inscrits pourquoi une session change',
    lies: ['training_session_move.reason'],
    term: { with: 'aussi longtemps que la session, que l’application n’efface pas' },
    then: 'redactable',
  },
  outsideTrainers: {
    what: 'Nom d’un formateur du fabricant, qui n’a pas de compte',
    purpose: 'Dire aux inscrits qui anime la session ; sa feuille d’émargement et ses attestations le portent',
    lies: ['training_session.outside_trainer'],
    term: { with: 'aussi longtemps que la session, que l’application n’efface pas' },
    then: 'redactable',
  },
  trainingFiles: {
    what: 'Fichiers remis aux participants d’une formation',
    purpose: 'Que chacun retrouve ce qui a servi à la formation',
    lies: ['training_module_file.content'],
    term: { with: 'aussi longtemps que le module, ou jusqu’à ce que la gestion du plan le retire' },
    then: 'kept',
  },
  trainingCorrections: {
    what: 'Motif d’une présence corrigée après coup',
    purpose: 'Dire pourquoi une présence, et l’attestation qui en dépend, ont changé',
    lies: ['training_correction.reason'],
    term: { with: 'aussi longtemps que la session, que l’application n’efface pas' },
    then: 'redactable',
  },
  trainingCertificates: {
    what: 'Code d’une attestation de présence',
    purpose: 'Qu’une attestation montrée puisse être vérifiée sans compte',
    lies: ['training_certificate.code'],
    term: { with: 'aussi longtemps que l’attestation, que l’application n’efface pas' },
    then: 'kept',
  },
  trainingFeeds: {
    what: 'Adresse secrète d’agenda de ses formations : son empreinte',
    purpose: 'Que ses formations apparaissent dans l’agenda que l’on utilise déjà',
    lies: ['training_feed.secret_digest'],
    term: { with: 'aussi longtemps que son titulaire la garde, ou le compte' },
    then: 'kept',
  },
  trainingWindows: {
    what: 'Codes de présence et attestations essayés dans les dernières heures : empreinte à clé du compte ou du réseau',
    purpose: 'Qu’un code ne se devine pas en essayant',
    lies: ['training_window.key'],
    term: { days: 1, since: 'le dernier essai' },
    then: 'purge',
  },
  trainingSurveyTickets: {
    what: 'Droit de répondre au questionnaire d’une session : l’empreinte de l’adresse reçue par courriel, sans nom ni compte',
    purpose:
      'Que chacun réponde une fois et puisse changer sa réponse ; à son terme, plus rien ne relie une réponse à un courriel',
    lies: ['training_survey_ticket.secret_digest', 'training_survey_answer.secret_digest'],
    term: { days: SURVEY_DAYS, since: 'la clôture de la session' },
    then: 'purge',
  },
  trainingSurveyRemarks: {
    what: 'Remarque libre au questionnaire d’une session, gardée sans nom ni heure',
    purpose: 'Savoir ce que les participants pensent d’une session, lue à partir de trois réponses',
    lies: ['training_survey_answer.remark'],
    term: { with: 'aussi longtemps que la session, que l’application n’efface pas' },
    then: 'redactable',
  },
  handoverSignatures: {
    what: 'Signature tracée par un enseignant à qui un technicien a montré un équipement',
    purpose: 'Garder trace de la remise en main qui a mis l’équipement en service',
    lies: ['training_handover.signature'],
    term: { with: 'aussi longtemps que la remise en main, que l’application n’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const TRAINING_PLAIN = {
  'training_certificate.code_digest': 'a digest of a code, which names nobody',
  'training_certificate.number': 'a number of a document',
  'training_code_secret.secret': 'drawn for a session, and names nobody',
  'training_correction.role': 'a kind',
  'training_hours.category': 'a kind',
  'training_enrolment.offer_ended': 'a kind',
  'training_module.competences': 'kinds',
  'training_module.kind': 'a kind',
  'training_module.title': 'published in the catalogue',
  'training_module_material.address': 'an address of what is handed out',
  'training_module_material.label': 'the name of what is handed out',
  'training_module_file.label': 'the name of what is handed out',
  'training_date.state': 'a kind',
  'training_session.cycles': 'kinds',
  'training_session.number': 'a number of a document',
  'training_session.outside_firm': 'a place or an institution',
  'training_session.place_kind': 'a kind',
  'training_session.place_name': 'a place or an institution',
  'training_session.remote_link': 'an address of a meeting from afar',
  'training_session.state': 'a kind',
  'training_session_move.action': 'a kind',
  'training_session_move.from_state': 'a kind',
  'training_session_move.role': 'a kind',
  'training_session_move.to_state': 'a kind',
  'training_survey_answer.uses': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const TRAINING_TEXT_WORDS: Readonly<Record<Redactable<typeof TRAINING_DATA>, string>> = {
  'training_correction.reason': 'Motif d’une présence corrigée',
  'training_session.outside_trainer': 'Nom d’un formateur du fabricant',
  'training_session_move.reason': 'Motif d’une étape d’une session de formation',
  'training_survey_answer.remark': 'Remarque au questionnaire d’une session',
};
