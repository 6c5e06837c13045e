import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const TRAINING_DATA = {
  trainingReasons: {
    what: 'Motif d’un report ou d’une annulation de session de formation',
    purpose: 'Dire aux inscrits pourquoi une session change',
    lies: ['training_session_move.reason'],
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
  'training_module.kind': 'a kind',
  'training_module.title': 'published in the catalogue',
  'training_date.state': 'a kind',
  'training_session.number': 'a number of a document',
  'training_session.place_kind': 'a kind',
  'training_session.place_name': 'a place or an institution',
  'training_session.remote_link': 'an address of a meeting from afar',
  'training_session.state': 'a kind',
  'training_session_move.action': 'a kind',
  'training_session_move.from_state': 'a kind',
  'training_session_move.role': 'a kind',
  'training_session_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const TRAINING_TEXT_WORDS: Readonly<Record<Redactable<typeof TRAINING_DATA>, string>> = {
  'training_session_move.reason': 'Motif d’une étape d’une session de formation',
};
