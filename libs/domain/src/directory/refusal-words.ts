import { SCHOOL_OPENING_YEARS } from '../calendar/index.js';
import type { DirectoryRowRefusal } from './national-directory-refusals.js';
import type { DirectoryIgnored } from './national-directory-values.js';
import type { RowRefused } from './row-reading.js';
import { ROW_SHAPE_REFUSAL_WORDS, type RowRefusalWords, UAI_REFUSAL_WORDS } from './row-words.js';

/** Why a row of the national directory is refused, one sentence a reason. */
export const DIRECTORY_REFUSAL_WORDS: RowRefusalWords<DirectoryRowRefusal> = {
  ...UAI_REFUSAL_WORDS,
  ...ROW_SHAPE_REFUSAL_WORDS,
  'uai-repeated': ({ value, otherLine }) => `L’école ${value} est déjà à la ligne ${otherLine}.`,
  'commune-outside-plan': ({ value }) =>
    `L’école est dans le plan, mais sa commune « ${value} » n’est pas une commune de la métropole.`,
  'school-no-longer': ({ value }) =>
    `L’école est dans le plan, mais le fichier n’y voit plus une école ouverte ou fermée : ${shown(value)}.`,
  'name-missing': () => 'Le nom de l’école est vide.',
  'type-unknown': ({ value }) => `Le type d’établissement ${shown(value)} n’est pas connu.`,
  'kind-unknown': () => 'Rien ne dit si l’école est maternelle, élémentaire ou primaire.',
  'sector-unknown': ({ value }) => `Le secteur ${shown(value)} n’est ni public ni privé.`,
  'contract-missing': () => 'L’école est privée, mais son contrat avec l’État n’est pas indiqué.',
  'contract-unknown': ({ value }) => `Le contrat ${shown(value)} n’est pas connu.`,
  'commune-missing': () => 'Le code INSEE de la commune est vide.',
  'commune-unreadable': ({ value }) => `« ${value} » n’est pas un code INSEE de commune.`,
  'postal-code-unreadable': ({ value }) => `Le code postal « ${value} » est abîmé ou faux.`,
  'priority-unknown': ({ value }) => `L’éducation prioritaire ${shown(value)} n’est ni REP ni REP+.`,
  'state-unknown': ({ value }) => `L’état ${shown(value)} n’est pas connu : l’école est-elle ouverte ou fermée ?`,
  'circonscription-unreadable': ({ value }) => `Le code de circonscription « ${value} » n’est pas un UAI juste.`,
  'position-unreadable': ({ value }) => `La position « ${value} » n’est pas une latitude et une longitude.`,
  'siret-scientific': ({ value }) =>
    `Le SIRET « ${value} » a perdu ses chiffres dans un tableur : reprenez le fichier d’origine, sans l’ouvrir.`,
  'siret-wrong': ({ value }) => `Le SIRET « ${value} » est faux : son chiffre de contrôle ne correspond pas.`,
  'opening-date-impossible': ({ value }) =>
    `La date d’ouverture « ${value} » n’existe pas, ou n’est pas entre ${SCHOOL_OPENING_YEARS.first} et ${SCHOOL_OPENING_YEARS.last}.`,
  'devices-standing': ({ value }) =>
    `Le fichier ferme cette école, mais du matériel y est encore (${value}) : rassemblez-le d’abord (Parc, Début et fin d’année).`,
};

/** What is said of rows that are none of the plan's sites, beside their count. */
export const DIRECTORY_IGNORED_WORDS: Readonly<Record<DirectoryIgnored, string>> = {
  'middle-school': 'collèges',
  'high-school': 'lycées',
  'adapted-school': 'établissements régionaux d’enseignement adapté',
  'inspection-office': 'inspections de circonscription',
  'administrative-service': 'services administratifs',
  'guidance-centre': 'centres d’information et d’orientation',
  'other-establishment': 'autres établissements',
  'outside-territory': 'hors des communes de la métropole',
  'not-open-yet': 'écoles qui ne sont pas encore ouvertes',
  'empty-row': 'lignes vides',
};

export interface RefusalSentences {
  /** why the row is refused */
  readonly reason: string;
  /** what becomes of the school */
  readonly fate: string;
}

/**
 * What a person reads about a refused row.
 *
 * @param isKnown whether the plan's directory already has a school of that UAI
 */
export function directoryRefusalSentences(
  refused: RowRefused<DirectoryRowRefusal>,
  isKnown: (uai: string) => boolean,
): RefusalSentences {
  return { reason: DIRECTORY_REFUSAL_WORDS[refused.code](refused), fate: fateOf(refused, isKnown) };
}

function fateOf(refused: RowRefused<DirectoryRowRefusal>, isKnown: (uai: string) => boolean): string {
  const { code, uai, suggestion, otherLine } = refused;
  if (code === 'uai-repeated') return `La ligne ${otherLine} est retenue, celle-ci est laissée de côté.`;
  if (uai !== null && isKnown(uai)) return 'École connue : sa fiche reste comme elle est.';
  if (uai !== null) return 'École encore inconnue : elle n’est pas créée.';
  if (suggestion !== null && isKnown(suggestion))
    return `L’école ${suggestion} existe : sa fiche reste comme elle est.`;
  return 'Aucune école n’est créée ni modifiée.';
}

function shown(value: string): string {
  return value === '' ? '(vide)' : `« ${value} »`;
}
