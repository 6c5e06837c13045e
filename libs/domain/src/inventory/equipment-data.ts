import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const EQUIPMENT_DATA = {
  equipmentTexts: {
    what: 'Motif d’un mouvement d’appareil',
    purpose: 'Comprendre ce qui est arrivé à un appareil',
    lies: ['equipment_move.reason'],
    term: { with: 'aussi longtemps que l’appareil, que l’application n’efface pas' },
    then: 'redactable',
  },
  deliveryLists: {
    what: 'Liste d’un fournisseur dont des lignes attendent d’être corrigées',
    purpose: 'Recevoir une livraison, et corriger ses lignes plus tard',
    lies: [
      'delivery_list.file_name',
      'delivery_list.header',
      'delivery_list.rows',
      'delivery_list.mended',
      'delivery_list.models',
    ],
    term: { days: 90, since: 'le dépôt du fichier' },
    then: 'purge',
  },
  deliveryFiles: {
    what: 'Nom du fichier d’une livraison',
    purpose: 'Savoir d’où vient un appareil',
    lies: ['delivery_receipt.file_name'],
    term: { with: 'aussi longtemps que la livraison' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const EQUIPMENT_PLAIN = {
  'delivery.commitment_number': 'a number of a document',
  'delivery.funding': 'a number of a document',
  'delivery.note_number': 'a number of a document',
  'delivery.order_reference': 'a number of a document',
  'delivery.words': 'a number of a document',
  'delivery_list.columns': 'counts',
  'delivery_list.note_number': 'a number of a document',
  'delivery_list.sha256': 'a digest',
  'delivery_receipt.note_number': 'a number of a document',
  'delivery_receipt.role': 'a kind',
  'equipment.commitment_number': 'a number of a document',
  'equipment.complaint_number': 'a number of a document',
  'equipment.funding': 'a number of a document',
  'equipment.retirement_number': 'a number of a document',
  'equipment.serial': 'a mark on an object',
  'equipment.state': 'a kind',
  'equipment.tag': 'a mark on an object',
  'equipment.words': 'a mark on an object',
  'equipment_label.code': 'a mark on an object',
  'equipment_move.action': 'a kind',
  'equipment_move.detail': 'a number of a document',
  'equipment_move.from_state': 'a kind',
  'equipment_move.role': 'a kind',
  'equipment_move.to_state': 'a kind',
  'supplier_heading.column_name': 'a kind',
  'supplier_heading.heading': 'a mark on an object',
  'supplier_model.word': 'a mark on an object',
  'stock_place.name': 'a place or an institution',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const EQUIPMENT_TEXT_WORDS: Readonly<Record<Redactable<typeof EQUIPMENT_DATA>, string>> = {
  'equipment_move.reason': 'Motif d’un mouvement',
};
