import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a wipe or a departure is refused. */
// prettier-ignore
export const DISPOSAL_REFUSALS = {
  'disposal.missing':              { status: 422, sentence: 'Cet appareil a été perdu ou volé : sa sortie est « Perdu ou volé ».' },
  'disposal.not-missing':          { status: 422, sentence: 'Cet appareil n’est ni perdu ni volé : choisissez une autre destination.' },
  'disposal.receiver-kind-missing': { status: 422, sentence: 'Dites à qui il est donné : la loi nomme ceux qui peuvent recevoir.' },
  'disposal.receiver-kind-other':  { status: 422, sentence: 'Le bénéficiaire d’un don ne se dit que d’un don.' },
  'disposal.value-missing':        { status: 422, sentence: 'Dites ce que vaut chaque appareil.' },
  'disposal.value-other':          { status: 422, sentence: 'Cette destination n’a pas de valeur : laissez-la vide.' },
  'disposal.gift-too-dear':        { status: 422, sentence: 'La loi ne permet de donner un appareil que jusqu’à {total}.' },
  'disposal.reuse-other':          { status: 422, sentence: 'Cette destination n’est pas un réemploi.' },
  'disposal.ahead':                { status: 422, sentence: 'Cette date n’est pas encore venue.' },
  'disposal.before-retirement':    { status: 422, sentence: 'Il n’a pas pu partir avant la décision qui l’a retiré du parc.' },
  'disposal.twice':                { status: 409, sentence: 'Cet appareil est déjà sorti du parc.' },
  'disposal.device-named-twice':   { status: 422, sentence: 'Un appareil est choisi deux fois.' },
} as const satisfies RefusalRegister;
