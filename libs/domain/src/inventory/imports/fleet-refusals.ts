import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a list of devices that exist already is refused. */
// prettier-ignore
export const FLEET_REFUSALS = {
  'fleet.list-too-long':    { status: 422, sentence: 'Cette liste est trop grande : partagez-la en plusieurs fichiers. Rien n’est lu.' },
  'fleet.workbook-too-long': { status: 422, sentence: 'Ce classeur est trop grand. Enregistrez-le en « CSV UTF-8 » et déposez le fichier obtenu.' },
  'fleet.lists-waiting':    { status: 409, sentence: 'Trop de listes attendent déjà : terminez-en une, ou retirez-la.' },
  'fleet.columns-missing':  { status: 422, sentence: 'Dites d’abord quelles colonnes disent l’appareil, son modèle et son lieu.' },
  'fleet.nothing-new':      { status: 422, sentence: 'Cette liste n’apporte rien : aucun appareil n’est à créer ni à changer.' },
  'fleet.changed-since':    { status: 412, sentence: 'Le parc a changé depuis que vous avez regardé cette liste. Regardez-la de nouveau.' },
  'fleet.applied':          { status: 409, sentence: 'Cette liste est déjà importée.' },
  'fleet.word-unknown':     { status: 422, sentence: 'Ce choix n’existe plus : choisissez-en un autre.' },
} as const satisfies RefusalRegister;
