import type { RefusalRegister } from '../refusals/register.js';

/** Every way a convention’s step is refused. */
// prettier-ignore
export const CONVENTION_REFUSALS = {
  'convention.state':                { status: 409, sentence: 'La convention est « {state} » : cette étape n’est pas possible maintenant.' },
  'convention.sites-missing':        { status: 422, sentence: 'Indiquez au moins une école couverte.' },
  'convention.term-missing':         { status: 422, sentence: 'Indiquez le début et le terme.' },
  'convention.party-wrong':          { status: 422, sentence: 'Cette convention demande un autre signataire.' },
  'convention.site-wrong':           { status: 422, sentence: 'Une école ne relève pas de ce signataire.' },
  'convention.deliberation-missing': { status: 422, sentence: 'Indiquez la délibération ou la décision qui approuve la convention.' },
  'convention.votes-wrong':          { status: 422, sentence: 'Il y a plus de votes que de présents et de pouvoirs.' },
  'convention.number-taken':         { status: 409, sentence: 'Ce numéro de convention est déjà pris.' },
  'convention.successor-exists':     { status: 409, sentence: 'Cette convention a déjà une suite.' },
  'convention.reason-missing':       { status: 422, sentence: 'Dites pourquoi : les signataires le liront.' },
  'convention.promises-missing':     { status: 422, sentence: 'Écrivez au moins un engagement de chaque partie.' },
  'convention.already-signed':       { status: 409, sentence: 'Cette partie a déjà signé.' },
  'convention.not-yet':              { status: 409, sentence: 'La date n’est pas encore venue.' },
  'convention.site-dates-outside':   { status: 422, sentence: 'Les dates d’une école sortent de celles de la convention.' },
  'convention.evaluation-missing':   { status: 422, sentence: 'Une convention se renouvelle après une évaluation adoptée et communiquée aux signataires.' },
  'convention.successor-missing':    { status: 422, sentence: 'La convention qui lui succède doit d’abord être signée.' },
  'convention.successor-later':      { status: 409, sentence: 'Renouvelez à partir du {from}, quand la suite entre en vigueur : jusque-là, les écoles restent couvertes par celle-ci.' },
} as const satisfies RefusalRegister;
