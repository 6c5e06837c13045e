import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

const AS_LONG_AS_THE_ORDER =
  'aussi longtemps que la commande, pièce de la comptabilité publique que l’application n’efface pas';

export const ORDER_DATA = {
  orderContacts: {
    what: 'Personne à joindre sur place pour une commande',
    purpose: 'Trouver quelqu’un le jour de l’intervention',
    lies: ['installation_order.contact'],
    term: { months: 24, since: 'la fin de la commande' },
    then: 'purge',
  },
  orderTexts: {
    what: 'Textes libres d’une commande : précision, motif, compte rendu',
    purpose: 'Comprendre ce qui est demandé, décidé et fait',
    lies: [
      'installation_order.note',
      'installation_order.report_note',
      'order_line.decision_reason',
      'order_line.less_reason',
      'order_move.reason',
      'order_move.detail',
    ],
    term: { with: AS_LONG_AS_THE_ORDER },
    then: 'redactable',
  },
  orderTitles: {
    what: 'Intitulé d’une commande, composé de ses articles et de sa salle',
    purpose: 'Reconnaître une commande dans une liste',
    lies: ['installation_order.title'],
    term: { with: AS_LONG_AS_THE_ORDER },
    then: 'kept',
  },
  orderFiles: {
    what: 'Photos du lieu et de l’installation, signature sur place',
    purpose: 'Préparer l’intervention et prouver ce qui est fait',
    lies: ['order_file.content', 'order_file.name'],
    term: { with: AS_LONG_AS_THE_ORDER },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const ORDER_PLAIN = {
  'installation_order.prerequisites': 'kinds, days and a room',
  'installation_order.hold_kind': 'a kind',
  'installation_order.invoice_number': 'a number of a document',
  'installation_order.kind': 'a kind',
  'installation_order.number': 'a number of a document',
  'installation_order.performer': 'a kind',
  'installation_order.purchase_order_number': 'a number of a document',
  'installation_order.school_uai': 'a public number',
  'installation_order.state': 'a kind',
  'installation_order.wishes': 'days and hours',
  'order_device.deed': 'a kind',
  'order_file.kind': 'a kind',
  'order_file.media_type': 'a kind',
  'photo_slot.sha256': 'the print of a file',
  'order_line.equipment': 'a mark on an object',
  'order_line.item_name': 'published in the catalogue',
  'order_line.unit': 'published in the catalogue',
  'order_move.action': 'a kind',
  'order_move.from_state': 'a kind',
  'order_move.role': 'a kind',
  'order_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const ORDER_TEXT_WORDS: Readonly<Record<Redactable<typeof ORDER_DATA>, string>> = {
  'installation_order.note': 'Précision de l’école',
  'installation_order.report_note': 'Compte rendu',
  'order_line.decision_reason': 'Motif d’une quantité accordée',
  'order_line.less_reason': 'Motif d’une quantité posée',
  'order_move.reason': 'Motif',
  'order_move.detail': 'Motif d’une quantité accordée, dans le fil',
};
