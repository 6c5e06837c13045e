import { CONVENTION_KINDS, CONVENTION_PARTIES, type ConventionKind, type ConventionParty } from '@parc/domain';
import type { ConventionRow } from './convention-row-types.js';

const EQUIPS =
  'Équiper les écoles listées et ouvrir à chacune, chaque année, un budget d’installation et un de maintenance.';
const REPAIRS = 'Assurer la maintenance de proximité et remplacer le matériel en fin de vie.';
const REPORTS = 'Rendre compte chaque année au comité de pilotage de ce qui a été installé et dépensé.';

/** What each party undertakes, by kind of convention. */
const PROMISES: Record<ConventionKind, Record<ConventionParty, readonly string[]>> = {
  framework: {
    metropole: [
      'Porter l’investissement et le fonctionnement du plan, et faire valider les choix d’équipement dans ses instances.',
      REPORTS,
    ],
    partner: [
      'Inscrire les formations du plan dans celles des circonscriptions et en compter les heures.',
      'Nommer pour chaque circonscription un référent qui suit les écoles équipées.',
    ],
  },
  commune: {
    metropole: [EQUIPS, REPAIRS, REPORTS],
    partner: [
      'Fournir les prises électriques et réseau des salles équipées, et réaliser sous 30 jours ce qu’une commande attend.',
      'Ouvrir les écoles aux installateurs hors du temps de classe, vacances comprises.',
      'Assurer le matériel contre le vol et l’incendie.',
    ],
  },
  'private-body': {
    metropole: [
      EQUIPS,
      'Mettre le matériel à disposition sans le céder, et ne pas dépasser par élève ce que reçoivent les écoles publiques.',
      REPAIRS,
    ],
    partner: [
      'Fournir les prises électriques et réseau des salles équipées.',
      'Réserver le matériel à l’enseignement sous contrat, et le rendre à la fin de la convention.',
      'Assurer le matériel contre le vol et l’incendie.',
    ],
  },
  'medico-social-body': {
    metropole: [EQUIPS, REPAIRS],
    partner: [
      'Convenir avec l’école d’accueil des salles équipées et de leurs horaires.',
      'Signaler à la métropole toute ouverture ou fermeture d’unité.',
    ],
  },
};

/** Who signs, by the office held: nobody's name. */
const PARTNER_SIGNATORY: Record<ConventionKind, string> = {
  framework: 'La direction académique',
  commune: 'La mairie',
  'private-body': 'La présidence de l’organisme',
  'medico-social-body': 'La direction générale de l’organisme',
};

export function promisesOf(kind: ConventionKind): ConventionRow['promises'] {
  return CONVENTION_PARTIES.flatMap((party) => PROMISES[kind][party].map((text) => ({ party, text })));
}

export function termsOf(kind: ConventionKind): Pick<ConventionRow, 'legal_basis' | 'running_costs'> {
  const { terms } = CONVENTION_KINDS[kind];
  return { legal_basis: terms?.legalBasis ?? null, running_costs: terms?.runningCosts ?? null };
}

export function signatoryOf(kind: ConventionKind, party: ConventionParty): string {
  return party === 'metropole' ? 'La présidence de la métropole' : PARTNER_SIGNATORY[kind];
}
