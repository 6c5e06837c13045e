import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const VISIT_DATA = {
  visitTexts: {
    what: 'Compte rendu d’une intervention, raison d’une absence de signature, note interne, remarque ajoutée',
    purpose: 'Dire à l’école ce qui a été fait chez elle, et s’en expliquer',
    lies: ['visit.note', 'visit.internal_note', 'visit.absence_reason', 'visit_move.reason', 'visit_remark.text'],
    term: { with: 'aussi longtemps que l’intervention, que l’application n’efface pas' },
    then: 'redactable',
  },
  visitTitles: {
    what: 'Intitulé de ce qui a été fait : la panne, ou la commande composée de ses articles et de sa salle',
    purpose: 'Lire un procès-verbal des années après',
    lies: ['visit_part.about'],
    term: { with: 'aussi longtemps que l’intervention' },
    then: 'kept',
  },
  visitFiles: {
    what: 'Photos d’une intervention et signature sur place',
    purpose: 'Montrer ce qui a été fait',
    lies: ['visit_file.content'],
    term: { with: 'aussi longtemps que l’intervention, que l’application n’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const VISIT_PLAIN = {
  'visit.ending': 'a kind',
  'visit.met': 'a kind',
  'visit.number': 'a number of a document',
  'visit.state': 'a kind',
  'visit_confirmation.ending': 'a kind',
  'visit_confirmation.role': 'a kind',
  'visit_device.left_as': 'a kind',
  'visit_device.model_name': 'published in the catalogue',
  'visit_device.tag': 'a mark on an object',
  'visit_file.media_type': 'a kind',
  'visit_move.action': 'a kind',
  'visit_move.from_state': 'a kind',
  'visit_move.role': 'a kind',
  'visit_move.to_state': 'a kind',
  'visit_part.deed': 'a kind',
  'visit_part.kind': 'a kind',
  'visit_part.number': 'a number of a document',
  'visit_part.result': 'a kind',
  'visit_photo_slot.kind': 'a kind',
  'visit_photo_slot.sha256': 'the print of a file',
  'visit_photo_slot.size': 'a kind',
  'visit_remark.role': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const VISIT_TEXT_WORDS: Readonly<Record<Redactable<typeof VISIT_DATA>, string>> = {
  'visit.note': 'Compte rendu d’une intervention',
  'visit.internal_note': 'Note interne d’une intervention',
  'visit.absence_reason': 'Raison d’une absence de signature',
  'visit_move.reason': 'Motif d’une intervention sans suite',
  'visit_remark.text': 'Remarque ajoutée à une intervention',
};
