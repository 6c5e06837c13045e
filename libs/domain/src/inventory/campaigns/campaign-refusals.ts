import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a campaign of inventory is refused. */
// prettier-ignore
export const CAMPAIGN_REFUSALS = {
  'campaign.state':            { status: 409, sentence: 'Le récolement de cette école est « {state} » : cette étape n’est pas possible maintenant.' },
  'campaign.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'campaign.not-begun':        { status: 409, sentence: 'Ce récolement commence le {from}.' },
  'campaign.differences-left': { status: 409, sentence: 'Des écarts restent à régler.' },
  'campaign.differences-resolved': { status: 409, sentence: 'Des écarts de cette école sont déjà réglés : son récolement ne se rouvre plus.' },
  'campaign.days':             { status: 422, sentence: 'La fin vient avant le début.' },
  'campaign.schools-none':     { status: 422, sentence: 'Aucune école ne correspond : élargissez le choix.' },
  'campaign.school-busy':      { status: 409, sentence: 'Un autre récolement n’est pas fini dans une de ces écoles.' },
  'campaign.rooms-of-many':    { status: 422, sentence: 'Des salles se choisissent dans une seule école.' },
  'campaign.room-other':       { status: 422, sentence: 'Cette salle n’est pas de cette école, ou n’existe plus.' },
  'campaign.nothing-named':    { status: 422, sentence: 'Lisez une étiquette, choisissez un appareil, ou décrivez ce qui n’a pas d’étiquette.' },
  'campaign.device-other':     { status: 409, sentence: 'Cet appareil n’est pas à voir dans ce récolement.' },
  'campaign.seen-since':       { status: 409, sentence: 'Quelqu’un vient de voir cet appareil.' },
  'campaign.resolved':         { status: 409, sentence: 'Cet écart est déjà réglé : quelqu’un vient de le faire. Regardez sa réponse.' },
  'campaign.answer-other':     { status: 422, sentence: 'Cette réponse ne convient pas à cet écart.' },
  'campaign.parts-left':       { status: 409, sentence: 'Des écoles n’ont pas fini : terminez leur part, ou écartez-la en disant pourquoi.' },
  'campaign.closed':           { status: 409, sentence: 'Ce récolement est clos.' },
} as const satisfies RefusalRegister;
