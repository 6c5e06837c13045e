import type { HeaderRefusal } from './header.js';
import type { RowRefused, RowShapeRefusal, RowWarningCode } from './row-reading.js';
import type { UaiRefusal } from './uai.js';

/**
 * French sentences said to people, one a code. Written with ordinary spaces: `french` makes those narrow that French
 * wants narrow, where the sentence is sent.
 */
export type RowRefusalWords<Refusal extends string> = Readonly<
  Record<Refusal, (refused: RowRefused<string>) => string>
>;

export const UAI_REFUSAL_WORDS: RowRefusalWords<UaiRefusal> = {
  'uai-missing': () => 'L’UAI est vide : l’école ne peut pas être reconnue.',
  'uai-wrong-shape': ({ value }) => `« ${value} » n’est pas un UAI : il faut sept chiffres et une lettre.`,
  'uai-lost-zero': ({ value, suggestion }) =>
    `L’UAI ${value} a perdu son premier zéro, sans doute dans un tableur : ${suggestion} serait juste.`,
  'uai-forbidden-letter': ({ value, suggestion }) =>
    `L’UAI ${value} finit par I, O ou Q, qui n’y servent jamais : la lettre de contrôle est ${lastLetter(suggestion)}.`,
  'uai-wrong-check-letter': ({ value, suggestion }) =>
    `La lettre de contrôle de l’UAI ${value} devrait être ${lastLetter(suggestion)}, ou un chiffre est faux.`,
};

export const ROW_SHAPE_REFUSAL_WORDS: RowRefusalWords<RowShapeRefusal> = {
  'row-too-short': ({ value }) => `La ligne s’arrête après ${value} colonnes : il en manque d’indispensables.`,
  'row-too-long': ({ value }) => `La ligne a plus de colonnes que l’en-tête : « ${value} » est de trop.`,
  'characters-unreadable': ({ value }) =>
    `« ${value} » contient des caractères illisibles : corrigez-le, ou reprenez le fichier d’origine, en UTF-8.`,
  'value-too-long': ({ column, value }) => `Le texte de la colonne ${column} est trop long : « ${value}… ».`,
};

export const HEADER_REFUSAL_WORDS: Readonly<Record<HeaderRefusal, (columns: readonly string[]) => string>> = {
  'header-empty': () => 'La première ligne est vide : elle doit nommer les colonnes.',
  'separator-unknown': () =>
    'Les colonnes ne sont pas reconnues : séparez-les par des points-virgules ou des virgules.',
  'columns-missing': (columns) => `Il manque dans le fichier ${columnList(columns)}. Rien n’est importé.`,
  'column-repeated': (columns) => `Le fichier contient deux fois ${columnList(columns)}. Rien n’est importé.`,
};

export const ROW_WARNING_WORDS: Readonly<Record<RowWarningCode, string>> = {
  'zeros-restored': 'un zéro perdu en tête a été remis',
  'date-in-french': 'la date, écrite jour/mois/année, a été comprise',
  'telephone-unreadable': 'le téléphone est illisible : celui de la fiche reste',
  'email-unreadable': 'le courriel est illisible : celui de la fiche reste',
  'website-unreadable': 'l’adresse du site est illisible : celle de la fiche reste',
  'host-unreadable': 'l’UAI de l’établissement d’accueil est illisible : celui de la fiche reste',
  'grouping-unreadable': 'le numéro du regroupement est illisible : celui de la fiche reste',
  'kind-guessed':
    'le fichier ne dit pas si l’école est maternelle, élémentaire ou primaire : cela est déduit de son code',
  'encoded-twice':
    'un texte semble encodé deux fois (« Ã‰cole » au lieu de « École ») : reprenez le fichier d’origine avant d’appliquer',
  'total-differs': 'le total ne correspond pas à la somme des niveaux : le total est retenu',
};

function lastLetter(suggestion: string | null): string {
  return suggestion?.slice(-1) ?? '';
}

function columnList(columns: readonly string[]): string {
  const names = columns.map((column) => `« ${column} »`).join(', ');
  return columns.length === 1 ? `la colonne ${names}` : `les colonnes ${names}`;
}
