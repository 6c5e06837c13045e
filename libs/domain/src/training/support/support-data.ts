import type { PersonalDataRegister, PlainColumns, Redactable } from '../../personal-data/register.js';

export const SUPPORT_DATA = {
  supportRequests: {
    what: 'Ce qu’un enseignant attend d’un accompagnement en classe, avec ses mots',
    purpose: 'Que le formateur de la circonscription prépare sa visite',
    lies: ['support_request.purpose'],
    term: { with: 'aussi longtemps que la demande, que l’application n’efface pas' },
    then: 'redactable',
  },
  supportReports: {
    what: 'Compte rendu d’un accompagnement en classe, et ce qui suit',
    purpose: 'Que l’enseignant et la direction relisent ce qui a été fait',
    lies: ['support_request.report', 'support_request.follow_up'],
    term: { with: 'aussi longtemps que la demande, que l’application n’efface pas' },
    then: 'redactable',
  },
  supportReasons: {
    what: 'Motif d’une date changée ou d’un accompagnement annulé',
    purpose: 'Dire aux autres pourquoi la visite change',
    lies: ['support_move.reason'],
    term: { with: 'aussi longtemps que la demande, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const SUPPORT_PLAIN = {
  'support_request.about': 'a kind',
  'support_request.level': 'a kind',
  'support_request.state': 'a kind',
  'support_move.action': 'a kind',
  'support_move.from_state': 'a kind',
  'support_move.role': 'a kind',
  'support_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const SUPPORT_TEXT_WORDS: Readonly<Record<Redactable<typeof SUPPORT_DATA>, string>> = {
  'support_request.purpose': 'Demande d’un accompagnement en classe',
  'support_request.report': 'Compte rendu d’un accompagnement en classe',
  'support_request.follow_up': 'Suites d’un accompagnement en classe',
  'support_move.reason': 'Motif d’une étape d’un accompagnement en classe',
};
