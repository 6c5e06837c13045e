import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a trial in a pilot school is refused. */
// prettier-ignore
export const PILOT_REFUSALS = {
  'pilot.item-decided':       { status: 409, sentence: 'Cet article est déjà décidé : un essai se fait avant.' },
  'pilot.not-running':        { status: 409, sentence: 'Les avis se donnent pendant l’essai : il n’a pas commencé, ou il est terminé.' },
  'pilot.over':               { status: 409, sentence: 'Cet essai est déjà terminé.' },
  'pilot.already':            { status: 409, sentence: 'Cette école essaie déjà cet article à ces dates.' },
  'pilot.days-wrong':         { status: 422, sentence: 'L’essai finit après son début, dans l’année qui vient.' },
  'pilot.school-unknown':     { status: 422, sentence: 'Cette école n’existe pas, ou elle a fermé.' },
  'pilot.convention-missing': { status: 422, sentence: 'Il manque une convention en vigueur qui couvre cette école au début de l’essai.' },
} as const satisfies RefusalRegister;
