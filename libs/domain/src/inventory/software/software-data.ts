import type { PersonalDataRegister, PlainColumns } from '../../personal-data/register.js';

export const SOFTWARE_DATA = {
  softwareClearances: {
    what: 'Nom de qui a rendu l’avis sur les données personnelles d’un logiciel, et ses conditions',
    purpose: 'Savoir par qui un logiciel est autorisé, et à quoi il oblige',
    lies: ['software_title.cleared_by', 'software_title.clearance_conditions'],
    term: { with: 'aussi longtemps que le logiciel, que l’application n’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const SOFTWARE_PLAIN = {
  'software_title.name': 'a place or an institution',
  'software_title.publisher': 'a place or an institution',
  'software_title.words': 'a place or an institution',
  'software_title.hosting': 'a kind',
  'software_title.clearance': 'a kind',
  'software_title.clearance_reference': 'a number of a document',
  'software_licence.edition': 'a number of a document',
  'software_installation.edition': 'a number of a document',
  'software_installation.role': 'a kind',
  'software_installation.ended_role': 'a kind',
  'software_installation.ended_why': 'a kind',
} as const satisfies PlainColumns;
