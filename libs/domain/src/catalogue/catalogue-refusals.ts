import type { RefusalRegister } from '../refusals/register.js';

/** Every way an item, a contract or its holder is refused. */
// prettier-ignore
export const CATALOGUE_REFUSALS = {
  'catalogue.state':                { status: 409, sentence: 'Cet article est « {state} » : cette étape n’est pas possible maintenant.' },
  'catalogue.decision-incomplete':  { status: 422, sentence: 'Une décision dit l’instance, la date de séance, le numéro et, pour un refus, le motif.' },
  'catalogue.price-missing':        { status: 422, sentence: 'Donnez un prix avant de valider.' },
  'catalogue.reference-taken':      { status: 409, sentence: 'Cette référence est déjà prise.' },
  'catalogue.price-dated':          { status: 422, sentence: 'Un prix existe déjà à cette date, ou la date est passée.' },
  'catalogue.contract-unknown':     { status: 422, sentence: 'Ce marché n’existe pas.' },
  'contract.number-taken':          { status: 409, sentence: 'Ce numéro de marché est déjà pris.' },
  'contract.holder-unknown':        { status: 422, sentence: 'Ce titulaire n’existe pas.' },
  'contract.holder-taken':          { status: 409, sentence: 'Un titulaire porte déjà ce nom.' },
  'contract.period-outside-term':   { status: 422, sentence: 'Une période sort des dates du marché.' },
  'contract.periods-overlap':       { status: 422, sentence: 'Une autre période du marché couvre déjà ces dates.' },
  'contract.maximum-below-counted': { status: 422, sentence: 'Les commandes de la période dépasseraient ce maximum de {missing} hors taxes.' },
} as const satisfies RefusalRegister;
