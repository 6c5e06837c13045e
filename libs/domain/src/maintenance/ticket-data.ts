import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const TICKET_DATA = {
  ticketTexts: {
    what: 'Description d’une panne, motif, compte rendu ou échange à son sujet, écrit dans l’application ou reçu par courriel',
    purpose: 'Réparer, et s’en expliquer',
    lies: ['ticket.description', 'ticket_move.reason', 'ticket_resolution.note', 'ticket_comment.text'],
    term: { with: 'aussi longtemps que le ticket, que l’application n’efface pas' },
    then: 'redactable',
  },
  ticketPhotos: {
    what: 'Photos d’une panne et de sa réparation',
    purpose: 'Voir ce qui est cassé avant de venir, et montrer ce qui a été fait',
    lies: ['ticket_file.content'],
    term: { with: 'aussi longtemps que le ticket, que l’application n’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const TICKET_PLAIN = {
  'ticket.impact': 'a kind',
  'ticket.number': 'a number of a document',
  'ticket.priority': 'a kind',
  'ticket.service': 'a kind',
  'ticket.state': 'a kind',
  'ticket.subject': 'a kind',
  'ticket.symptom': 'a kind',
  'ticket.urgency': 'a kind',
  'ticket.wait_for': 'a kind',
  'ticket_comment.role': 'a kind',
  'ticket_file.media_type': 'a kind',
  'ticket_move.action': 'a kind',
  'ticket_move.detail': 'a number of a document',
  'ticket_move.from_state': 'a kind',
  'ticket_move.priority': 'a kind',
  'ticket_move.role': 'a kind',
  'ticket_move.to_state': 'a kind',
  'ticket_move.wait_for': 'a kind',
  'ticket_photo_slot.moment': 'a kind',
  'ticket_photo_slot.sha256': 'the print of a file',
  'ticket_photo_slot.size': 'a kind',
  'ticket_resolution.cause': 'a kind',
  'ticket_resolution.charge': 'a kind',
  'ticket_resolution.device': 'a kind',
  'ticket_resolution.parts': 'a mark on an object',
  'ticket_resolution.repair': 'a kind',
  'ticket_warning.clock': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const TICKET_TEXT_WORDS: Readonly<Record<Redactable<typeof TICKET_DATA>, string>> = {
  'ticket.description': 'Description d’une panne',
  'ticket_move.reason': 'Motif d’une étape d’un ticket',
  'ticket_resolution.note': 'Compte rendu d’une réparation',
  'ticket_comment.text': 'Message ou note d’un ticket',
};
