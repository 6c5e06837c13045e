import type { RefusalRegister } from '../refusals/register.js';

/** Every way a delivery of use, or what belongs to it, is refused. */
// prettier-ignore
export const USAGE_REFUSALS = {
  'usage.token-unknown':    { status: 401, sentence: 'Ce jeton n’est pas connu, ou il a pris fin.' },
  'usage.token-elsewhere':  { status: 403, sentence: 'Ce jeton écrit pour une autre source.' },
  'usage.source-unknown':   { status: 422, sentence: 'Cette source n’existe pas. Déclarez-la d’abord.' },
  'usage.version-taken':    { status: 409, sentence: 'Cette version a déjà été reçue avec un autre contenu. Envoyez la correction sous une version plus haute.' },
  'usage.not-waiting':      { status: 409, sentence: 'Ce fichier n’attend plus de décision.' },
  'usage.name-taken':       { status: 409, sentence: 'Une autre source porte déjà ce nom.' },
  'usage.families-missing': { status: 422, sentence: 'Choisissez au moins un genre d’appareil dont l’usage se mesure.' },
  'usage.token-days':       { status: 422, sentence: 'Un jeton prend fin dans les deux ans, et pas avant demain.' },
  'usage.declared-before':  { status: 409, sentence: 'Un usage ne se retire que le jour où il a été dit.' },
  'usage.day-wrong':        { status: 422, sentence: 'Dites un usage d’aujourd’hui ou des sept derniers jours.' },
  'usage.file-refused':     { status: 422, sentence: 'Ce fichier est refusé en entier. Rien n’en est gardé.' },
} as const satisfies RefusalRegister;
