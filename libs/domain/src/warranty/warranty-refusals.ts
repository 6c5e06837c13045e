import type { RefusalRegister } from '../refusals/register.js';

/** Every way a return to the maker is refused. */
// prettier-ignore
export const WARRANTY_REFUSALS = {
  'warranty.state':          { status: 409, sentence: 'Ce retour est « {state} » : cette étape n’est pas possible maintenant.' },
  'warranty.already':        { status: 409, sentence: 'Cet appareil a déjà un retour en cours chez son constructeur.' },
  'warranty.over':           { status: 409, sentence: 'La garantie de cet appareil est finie, ou sa date n’est pas connue.' },
  'warranty.ticket-unfit':   { status: 409, sentence: 'Prenez d’abord en charge le ticket : un retour part du ticket ouvert d’un appareil.' },
  'warranty.reason-missing': { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'warranty.review-wrong':   { status: 422, sentence: 'Choisissez un jour de relance à venir, dans l’année.' },
  'warranty.sending-wrong':  { status: 422, sentence: 'Le jour d’envoi ne peut être ni avant la préparation du retour, ni après aujourd’hui.' },
} as const satisfies RefusalRegister;
