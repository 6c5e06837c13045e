import { type EquipmentFamily, EQUIPMENT_FAMILIES } from '../inventory/ends/equipment-families.js';
import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';
import type { StateRow } from '../lifecycle/states.js';

interface SubjectRow {
  readonly word: string;
  /** As files write it besides, in plain words. */
  readonly named: readonly string[];
}

/** What a device is used for: a closed list, so that no file and nobody writes a sentence there (programmes of cycles 1 to 3). */
// prettier-ignore
export const USAGE_SUBJECTS = kindRows<SubjectRow>()({
  french:              { word: 'Français',                 named: ['francais', 'lecture', 'langage', 'ecriture'] },
  mathematics:         { word: 'Mathématiques',            named: ['mathematiques', 'maths', 'calcul'] },
  sciences:            { word: 'Sciences',                 named: ['sciences', 'sciences et technologie', 'questionner le monde'] },
  'history-geography': { word: 'Histoire et géographie',   named: ['histoire et geographie', 'histoire geographie', 'histoire', 'geographie'] },
  languages:           { word: 'Langues vivantes',         named: ['langues vivantes', 'anglais', 'langue vivante'] },
  arts:                { word: 'Arts et musique',          named: ['arts et musique', 'arts', 'arts plastiques', 'musique', 'education musicale'] },
  sport:               { word: 'Éducation physique',       named: ['education physique', 'eps', 'sport'] },
  civics:              { word: 'Enseignement moral et civique', named: ['enseignement moral et civique', 'emc'] },
  digital:             { word: 'Numérique et médias',      named: ['numerique et medias', 'numerique', 'emi', 'programmation'] },
  other:               { word: 'Autre',                    named: ['autre'] },
});
export type UsageSubject = Kind<typeof USAGE_SUBJECTS>;
export const USAGE_SUBJECT_NAMES = kindsOf(USAGE_SUBJECTS);

/** How long it was used, as two taps tell it. */
export const USAGE_DURATIONS = kindRows<{ readonly word: string }>()({
  short: { word: 'Moins de 30 minutes' },
  hour: { word: 'De 30 minutes à une heure' },
  long: { word: 'Plus d’une heure' },
});
export type UsageDuration = Kind<typeof USAGE_DURATIONS>;
export const USAGE_DURATION_NAMES = kindsOf(USAGE_DURATIONS);

/** What became of a file. */
// prettier-ignore
export const USAGE_OUTCOMES = kindRows<Pick<StateRow, 'word' | 'tone' | 'icon'>>()({
  taken:    { word: 'Entier',        tone: 'done',    icon: 'check' },
  waiting:  { word: 'À décider',     tone: 'waiting', icon: 'clock' },
  declined: { word: 'Écarté',        tone: 'idle',    icon: 'cross' },
  refused:  { word: 'Refusé entier', tone: 'trouble', icon: 'cross' },
});
export type UsageOutcome = Kind<typeof USAGE_OUTCOMES>;
export const USAGE_OUTCOME_NAMES = kindsOf(USAGE_OUTCOMES);

/** Why a whole file is refused, of which nothing is kept: what was wrong, and what to do. */
// prettier-ignore
export const USAGE_FILE_REFUSALS = kindRows<{ readonly word: string; readonly remedy: string }>()({
  'persons-named':   { word: 'Une colonne nommait des personnes',       remedy: 'Rien n’a été lu ni gardé. Retirez-la de l’export : seuls des nombres sont attendus.' },
  'address-inside':  { word: 'Le fichier contenait une adresse',        remedy: 'Rien n’a été gardé. Un « @ » désigne une personne : retirez-le de l’export.' },
  'columns-missing': { word: 'Il manque la colonne appareil ou semaine', remedy: 'Rien n’a été gardé. Comparez les en-têtes avec le format attendu.' },
  'column-unknown':  { word: 'Une colonne n’est pas attendue',          remedy: 'Rien n’a été gardé. Seules les colonnes du format attendu sont acceptées.' },
  unreadable:        { word: 'Le fichier n’est pas lisible',            remedy: 'Rien n’a été gardé. Envoyez du CSV séparé par des points-virgules, ou une ligne JSON par appareil.' },
  empty:             { word: 'Le fichier ne contient aucune ligne',     remedy: 'Rien n’a changé. Vérifiez la période de l’export.' },
  'too-long':        { word: 'Le fichier a trop de lignes',             remedy: 'Rien n’a été gardé. Coupez-le en plusieurs fichiers.' },
});
export type UsageFileRefusal = Kind<typeof USAGE_FILE_REFUSALS>;

/** Why one line is refused while the others are kept. */
// prettier-ignore
export const USAGE_LINE_REFUSALS = kindRows<{ readonly word: string; readonly remedy: string }>()({
  'device-unknown':   { word: 'Appareil inconnu',                   remedy: 'ni étiquette ni numéro de série du parc ; peut-être livré et pas encore entré' },
  'device-ambiguous': { word: 'Deux appareils possibles',           remedy: 'ce numéro est l’étiquette de l’un et la série d’un autre : donnez l’étiquette' },
  'device-personal':  { word: 'Appareil d’une seule personne',      remedy: 'l’usage d’une personne n’est pas mesuré' },
  'no-school':        { word: 'Dans aucune école cette semaine-là', remedy: 'en réserve, en prêt ou sorti du parc ce jeudi-là' },
  'week-unreadable':  { word: 'Semaine illisible',                  remedy: 'écrivez-la comme 2026-W05' },
  'week-ahead':       { word: 'Semaine à venir',                    remedy: 'l’horloge de l’appareil est sans doute fausse' },
  'week-too-old':     { word: 'Semaine trop ancienne',              remedy: 'ces années ne sont plus gardées' },
  repeated:           { word: 'En double dans le fichier',          remedy: 'la première ligne est gardée' },
  'minutes-wrong':    { word: 'Plus de 10 080 minutes',             remedy: 'une semaine n’en a pas davantage' },
  'number-wrong':     { word: 'Nombre illisible ou hors bornes',    remedy: 'des nombres entiers, et 7 jours au plus' },
  'subject-unknown':  { word: 'Matière inconnue',                   remedy: 'voir les matières du format attendu' },
});
export type UsageLineRefusal = Kind<typeof USAGE_LINE_REFUSALS>;
export const USAGE_LINE_REFUSAL_NAMES = kindsOf(USAGE_LINE_REFUSALS);

interface MeasuredFamilyRow {
  /** Minutes of use exist for it, or can be asked for: it counts in the fleet that ought to be measured. */
  readonly measurable: boolean;
  /** One person's: its use is theirs, and is not measured. */
  readonly personal: boolean;
}

/** Of each family of devices, whether its use may be measured. */
// prettier-ignore
export const USAGE_FAMILIES: Readonly<Record<EquipmentFamily, MeasuredFamilyRow>> = {
  laptop:                { measurable: true,  personal: false },
  desktop:               { measurable: true,  personal: false },
  tablet:                { measurable: true,  personal: false },
  smartphone:            { measurable: false, personal: true },
  'interactive-display': { measurable: true,  personal: false },
  projector:             { measurable: true,  personal: false },
  monitor:               { measurable: false, personal: false },
  printer:               { measurable: false, personal: false },
  'network-box':         { measurable: false, personal: false },
  robot:                 { measurable: false, personal: false },
  case:                  { measurable: false, personal: false },
  accessory:             { measurable: false, personal: false },
};
const familiesWhere = (holds: (row: MeasuredFamilyRow) => boolean): readonly EquipmentFamily[] =>
  kindsOf(EQUIPMENT_FAMILIES).filter((family) => holds(USAGE_FAMILIES[family]));

/** Families whose devices ought to be measured. */
export const MEASURABLE_FAMILIES = familiesWhere(({ measurable }) => measurable);
/** Families whose devices are one person's. */
export const PERSONAL_FAMILIES = familiesWhere(({ personal }) => personal);
