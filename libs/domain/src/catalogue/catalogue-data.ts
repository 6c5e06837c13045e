import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const CATALOGUE_DATA = {
  holderContacts: {
    what: 'Adresse électronique d’un titulaire de marché',
    purpose: 'Lui adresser ses commandes',
    lies: ['contract_holder.email'],
    term: { with: 'jusqu’à la valeur suivante' },
    then: 'replaced',
  },
  itemDecisions: {
    what: 'Motif d’une décision sur un article',
    purpose: 'Comprendre pourquoi un article est retenu ou non',
    lies: ['item_decision.reason'],
    term: { with: 'aussi longtemps que l’article' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const CATALOGUE_PLAIN = {
  'catalogue_item.category': 'a kind',
  'catalogue_item.description': 'published in the catalogue',
  'catalogue_item.excludes': 'published in the catalogue',
  'catalogue_item.includes': 'published in the catalogue',
  'catalogue_item.kind': 'a kind',
  'catalogue_item.maker': 'published in the catalogue',
  'catalogue_item.name': 'published in the catalogue',
  'catalogue_item.picture': 'a drawing of the house',
  'catalogue_item.reference': 'a number of a document',
  'catalogue_item.state': 'a kind',
  'catalogue_item.training_module': 'published in the catalogue',
  'catalogue_item.unit': 'published in the catalogue',
  'contract.lot': 'a number of a document',
  'contract.number': 'a number of a document',
  'contract.title': 'published in the catalogue',
  'contract_holder.name': 'a place or an institution',
  'contract_holder.siret': 'a public number',
  'item_decision.body': 'an assembly',
  'item_decision.decision_number': 'a number of a document',
  'item_decision.state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const CATALOGUE_TEXT_WORDS: Readonly<Record<Redactable<typeof CATALOGUE_DATA>, string>> = {
  'item_decision.reason': 'Motif d’une décision',
};
