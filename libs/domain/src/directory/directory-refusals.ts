import type { RefusalRegister } from '../refusals/register.js';

/** Every way an import, a school or a room is refused. */
// prettier-ignore
export const DIRECTORY_REFUSALS = {
  'import.unreadable':      { status: 422, sentence: 'Ce fichier n’est pas un fichier CSV lisible.' },
  'import.workbook':        { status: 422, sentence: 'Ce fichier est un classeur de tableur. Ouvrez-le, choisissez « Enregistrer sous », puis le type « CSV UTF-8 », et déposez le fichier obtenu.' },
  'import.utf-16':          { status: 422, sentence: 'Ce fichier est en « texte Unicode » (UTF-16). Dans le tableur, choisissez « Enregistrer sous », puis le type « CSV UTF-8 », et déposez le fichier obtenu.' },
  'import.columns-missing': { status: 422, sentence: 'Il manque des colonnes à ce fichier.' },
  'import.state':           { status: 409, sentence: 'Cet import n’attend pas d’être appliqué : sa lecture n’est pas finie, a échoué, ou il l’a déjà été.' },
  'import.changed-since':   { status: 412, sentence: 'L’annuaire a changé depuis l’aperçu. Regardez-le de nouveau avant d’appliquer.' },
  'room.name-taken':        { status: 409, sentence: 'Une salle porte déjà ce nom.' },
  'room.not-empty':         { status: 409, sentence: 'Cette salle contient encore {devices}. Videz-la d’abord : une autre salle, ou le stock.' },
  'school.body-wrong':      { status: 422, sentence: 'Cet organisme ne peut pas gérer cette école. Une école privée a un OGEC ou la direction diocésaine, une unité d’enseignement un organisme médico-social, une école publique n’en a pas.' },
  'school.body-name-taken': { status: 409, sentence: 'Un organisme porte déjà ce nom.' },
} as const satisfies RefusalRegister;
