import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a dotation or a school's part of it is refused. */
// prettier-ignore
export const DOTATION_REFUSALS = {
  'dotation.state':            { status: 409, sentence: 'Cette dotation est « {state} » : cette étape n’est pas possible maintenant.' },
  'dotation.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'dotation.group-unknown':    { status: 422, sentence: 'Cette partie du socle n’existe pas.' },
  'dotation.model-other':      { status: 422, sentence: 'Ce modèle ne compte pas pour cette partie du socle.' },
  'dotation.school-other':     { status: 422, sentence: 'Une de ces écoles est fermée, ou le plan ne l’équipe pas.' },
  'dotation.school-twice':     { status: 409, sentence: 'Une école y serait deux fois : chaque école n’a qu’une part.' },
  'dotation.over-quantity':    { status: 422, sentence: 'C’est plus que la quantité disponible : retirez ici ce que vous ajoutez là.' },
  'dotation.stock-short':      { status: 422, sentence: 'Il n’y a pas tant d’appareils libres de ce modèle en stock.' },
  'dotation.schools-none':     { status: 409, sentence: 'Aucune école n’est dans cette dotation.' },
  'dotation.parts-left':       { status: 409, sentence: 'Des écoles attendent encore : confirmez chacune, ou écartez-la en disant pourquoi.' },
  'dotation.parts-to-come':    { status: 409, sentence: 'Des livraisons restent à venir.' },
  'dotation.came-already':     { status: 409, sentence: 'Des appareils sont déjà arrivés : ce qui est reçu le reste.' },
  'dotation-part.state':       { status: 409, sentence: 'La part de cette école est « {state} » : cette étape n’est pas possible maintenant.' },
  'dotation-part.delay-over':  { status: 409, sentence: 'Le délai pour répondre est passé : écrivez à la métropole.' },
  'dotation-part.delay-running': { status: 409, sentence: 'L’école peut encore répondre.' },
  'dotation-part.fewer-missing': { status: 422, sentence: 'Dites combien vous en souhaitez : moins que ce qui est proposé.' },
  'dotation-part.not-decided': { status: 409, sentence: 'La dotation n’est pas encore décidée : rien ne se livre avant.' },
  'dotation-part.day-past':    { status: 422, sentence: 'Ce jour est passé.' },
  'dotation-part.not-prepared': { status: 422, sentence: 'Nommez au moins un appareil, parmi ceux qui ont été préparés.' },
  'dotation-part.too-many':    { status: 422, sentence: 'C’est plus d’appareils que l’école n’en attend.' },
  'dotation-part.device-other': { status: 422, sentence: 'L’appareil « {device} » n’est pas un de ceux-là : un autre modèle, pas en stock, ou dans une valise.' },
  'dotation-part.case-other':  { status: 422, sentence: 'La valise « {device} » est vide, ou contient autre chose que ces appareils.' },
  'dotation-part.case-whole':  { status: 422, sentence: 'L’appareil « {device} » est dans une valise, qui part entière : lisez l’étiquette de la valise.' },
  'dotation-part.case-rooms':  { status: 422, sentence: 'Une valise et ce qu’elle contient vont dans une seule salle.' },
  'dotation-part.device-taken': { status: 409, sentence: 'Un de ces appareils est déjà préparé pour une autre école.' },
  'dotation-part.room-other':  { status: 422, sentence: 'Choisissez une salle de cette école.' },
  'dotation-part.some-missing': { status: 422, sentence: 'Il en manque : dites-le, en quelques mots.' },
  'dotation-part.none-missing': { status: 422, sentence: 'Tout est là : il ne manque rien.' },
} as const satisfies RefusalRegister;
