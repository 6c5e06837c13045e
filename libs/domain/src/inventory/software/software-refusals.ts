import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a title, a licence or an installation is refused. */
// prettier-ignore
export const SOFTWARE_REFUSALS = {
  'software.title-taken':       { status: 409, sentence: 'Ce logiciel de cet éditeur est déjà au registre.' },
  'software.item-taken':        { status: 409, sentence: 'Un autre logiciel du registre vient déjà de cet article du catalogue.' },
  'software.item-unknown':      { status: 422, sentence: 'Cet article du catalogue n’existe pas, ou n’est pas un logiciel.' },
  'software.clearance-unsaid':  { status: 422, sentence: 'Dites qui a rendu l’avis, et quel jour.' },
  'software.conditions-missing': { status: 422, sentence: 'Dites à quelles conditions il est autorisé.' },
  'software.review-before':     { status: 422, sentence: 'L’avis se revoit après le jour où il a été rendu.' },
  'software.purchase-unknown':  { status: 422, sentence: 'Cette école, cette commande ou ce marché n’existe pas.' },
  'software.days':              { status: 422, sentence: 'La licence finit avant de commencer.' },
  'software.price-whole':       { status: 422, sentence: 'Donnez le prix hors taxe et sa TVA, ou aucun des deux.' },
  'software.licence-unknown':   { status: 422, sentence: 'Cette licence n’est pas de ce logiciel.' },
  'software.licence-renewed':   { status: 409, sentence: 'Une autre licence a déjà pris la suite de celle-ci.' },
  'software.licence-other-school': { status: 422, sentence: 'Cette licence est celle d’une autre école.' },
  'software.seats-none':        { status: 409, sentence: 'Cette licence n’a plus de poste libre, et n’en laisse pas dépasser. Retirez-la ailleurs, ou achetez des postes.' },
  'software.place-one':         { status: 422, sentence: 'Dites où : un appareil, une salle, ou une école.' },
  'software.place-unknown':     { status: 422, sentence: 'Cette salle ou cette école n’existe pas.' },
  'software.device-gone':       { status: 409, sentence: 'Cet appareil n’est pas là : rien ne s’y installe.' },
  'software.already-there':     { status: 409, sentence: 'Ce logiciel est déjà sur cet appareil.' },
  'software.not-there':         { status: 409, sentence: 'Ce logiciel n’est pas sur cet appareil.' },
  'software.removed-already':   { status: 409, sentence: 'Ce logiciel en a déjà été retiré.' },
} as const satisfies RefusalRegister;
