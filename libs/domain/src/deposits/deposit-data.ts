import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const DEPOSIT_DATA = {
  depositTexts: {
    what: 'Ce qu’un technicien avait noté sur son téléphone et que l’application a refusé',
    purpose: 'Que rien de ce qui a été fait sur place ne se perde : la gestion du plan le lit et décide',
    lies: ['deposit.about', 'deposit.body', 'deposit.refusal'],
    term: { with: 'aussi longtemps que le plan, l’application ne l’efface pas' },
    then: 'redactable',
  },
  depositPhotos: {
    what: 'Photos qui accompagnaient ce travail',
    purpose: 'Voir ce qui a été fait',
    lies: ['deposit_file.content'],
    term: { with: 'aussi longtemps que le plan, l’application ne l’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const DEPOSIT_PLAIN = {
  'deposit.action': 'a kind',
  'deposit.object_kind': 'a kind',
  'deposit.refusal_code': 'a kind',
  'deposit.role': 'a kind',
  'deposit_file.media_type': 'a kind',
  'deposit_photo_slot.sha256': 'the print of a file',
  'deposit_photo_slot.size': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const DEPOSIT_TEXT_WORDS: Readonly<Record<Redactable<typeof DEPOSIT_DATA>, string>> = {
  'deposit.about': 'Titre d’un travail confié par un téléphone',
  'deposit.body': 'Travail confié par un téléphone',
  'deposit.refusal': 'Motif de refus d’un travail confié',
};
