import type { TrainingListItem, TrainingSheet } from '@parc/api-client';
import {
  placeSaid,
  TRAINING_STATES,
  TRAININGS,
  TRAININGS_ATTENDED,
  TRAININGS_COUNTED,
  TRAININGS_ENROLLING,
  TRAININGS_PLANNED,
  type TrainingState,
} from '@parc/domain';
import { type ChipWords, counted, countedRows, datedDay, day, time } from '@parc/ui';

type Places = Pick<TrainingListItem, 'capacity' | 'enrolled' | 'waiting'>;

/** What everybody who may enrol is told beside it. */
export const NO_CONVOCATION =
  'S’inscrire n’est pas être convoqué. C’est l’inspection qui convoque et qui dit si les heures comptent.';

export const trainingState = ({ state }: Pick<TrainingListItem, 'state'>): ChipWords => TRAINING_STATES[state];

/** "14 h à 16 h"; of several days, where it begins and where it ends: "9 h, jusqu’au mer. 9 déc. à 16 h". */
export function hoursWords({ startsAt, endsAt }: Pick<TrainingListItem, 'startsAt' | 'endsAt'>): string {
  return day(startsAt) === day(endsAt)
    ? `${time(startsAt)} à ${time(endsAt)}`
    : `${time(startsAt)}, jusqu’au ${day(endsAt)} à ${time(endsAt)}`;
}

/** "mer. 2 déc., 14 h à 16 h"; of several days "du mer. 2 déc. au mer. 9 déc." */
export const whenWords = (session: Pick<TrainingListItem, 'startsAt' | 'endsAt'>): string => {
  const [first, last] = [datedDay(session.startsAt), datedDay(session.endsAt)];
  return first === last ? `${first}, ${hoursWords(session)}` : `du ${first} au ${last}`;
};

type Place = Pick<TrainingListItem, 'placeKind' | 'schoolName' | 'placeName' | 'communeName'>;

/** "École de la Source, Sorbiers", "Centre Canopé", "À distance" */
export function placeWords(place: Place): string {
  const said = placeSaid(place);
  const { communeName } = place;
  return communeName === null || said.includes(communeName) ? said : `${said}, ${communeName}`;
}

const left = ({ capacity, enrolled, waiting }: Places): number => (waiting > 0 ? 0 : Math.max(0, capacity - enrolled));

/** Whoever enrols now waits. */
export const isFull = (places: Places): boolean => left(places) === 0;

/** "3 places", "Complet", "Complet, 2 attendent"; where nobody enrols any more, how many had a place. */
export function placesChip(places: Places & Pick<TrainingListItem, 'state'>): ChipWords {
  const { waiting, enrolled, state } = places;
  if (!TRAININGS_PLANNED.includes(state)) return { word: counted(enrolled, 'inscrit'), tone: 'idle', icon: 'people' };
  if (!isFull(places)) return { word: counted(left(places), 'place'), tone: 'progress', icon: 'people' };
  const queue = waiting === 0 ? '' : `, ${counted(waiting, 'attend', 'attendent')}`;
  return { word: `Complet${queue}`, tone: 'idle', icon: 'people' };
}

/** What the reader has in it; null where nothing. */
export function mineChip({ mine, state }: Pick<TrainingListItem, 'mine' | 'state'>): ChipWords | null {
  if (mine === null || isDropped(state)) return null;
  if (mine === 'offered') return { word: 'Une place vous est proposée', tone: 'waiting', icon: 'bell' };
  return mine === 'seated'
    ? { word: 'Vous avez une place', tone: 'done', icon: 'check' }
    : { word: 'Vous attendez une place', tone: 'waiting', icon: 'clock' };
}

/** It waits for its reader's answer: an offer, or whether they come on a new date. */
export const asksReader = ({ mine, asked }: Pick<TrainingListItem, 'mine' | 'asked'>): boolean =>
  mine === 'offered' || asked;

/** "12 places prises sur 12, 3 personnes attendent" */
export function seatsTitle({ capacity, enrolled, waiting }: Places): string {
  const taken = `${counted(enrolled, 'place prise', 'places prises')} sur ${capacity}`;
  return waiting === 0 ? taken : `${taken}, ${counted(waiting, 'personne attend', 'personnes attendent')}`;
}

/** The side whose agreement is missing alone, both, or none. */
export type Missing = 'metropole' | 'inspection' | 'both' | null;

export function missingAgreement({
  metropoleAgreedAt,
  inspectionAgreedAt,
}: Pick<TrainingSheet, 'metropoleAgreedAt' | 'inspectionAgreedAt'>): Missing {
  if (metropoleAgreedAt === null) return inspectionAgreedAt === null ? 'both' : 'metropole';
  return inspectionAgreedAt === null ? 'inspection' : null;
}

/** Nobody comes to it. */
export const isDropped = (state: TrainingState): boolean => TRAINING_STATES[state].behind === null;
/** It takes place: only its day is awaited. */
const SURE = TRAININGS.statesFrom('hold');

/** The answer that a session's page gives first, as its reader sees it. */
export function sessionTitle(page: TrainingSheet): string {
  const { state, startsAt, mine } = page;
  if (isDropped(state)) return 'Cette session n’aura pas lieu';
  if (TRAININGS_COUNTED.includes(state)) return `Close : elle a eu lieu le ${datedDay(startsAt)}`;
  if (TRAININGS_ATTENDED.includes(state))
    return page.mayAttend ? 'Dites qui était là' : `Elle a eu lieu le ${datedDay(startsAt)}, les présences se notent`;
  const missing = missingAgreement(page);
  if (missing !== null) return awaitedTitle(page, missing);
  if (mine === 'offered') return `Une place vous est proposée le ${day(startsAt)}`;
  if (mine !== null)
    return `${mine === 'seated' ? 'Vous avez une place' : 'Vous attendez une place'} le ${day(startsAt)}`;
  return SURE.includes(state)
    ? `Elle aura lieu le ${day(startsAt)}`
    : `Ouverte aux inscriptions pour le ${day(startsAt)}`;
}

function awaitedTitle({ state, possible }: TrainingSheet, missing: NonNullable<Missing>): string {
  const what = TRAININGS_ENROLLING.includes(state) ? 'La nouvelle date' : 'La session';
  const mine = possible.includes('agree');
  if (missing === 'both') return `${what} attend deux accords${mine ? ', dont le vôtre' : ''}`;
  if (mine) return `${what} attend votre accord`;
  return `${what} attend l’accord de ${missing === 'metropole' ? 'la métropole' : 'l’inspection'}`;
}

interface CatalogueAnswer {
  /** Sessions that equipment of the school waits for. */
  readonly opening: number;
  /** How much waits; null where they are of several modules, which may open the same. */
  readonly devices: number | null;
  readonly all: number;
  readonly narrowed: boolean;
}

/** How much of the school's equipment waits for sessions of one module; null for several. */
export function devicesOpened(sessions: readonly Pick<TrainingListItem, 'moduleTitle' | 'opensHere'>[]): number | null {
  const titles = new Set(sessions.map(({ moduleTitle }) => moduleTitle));
  return titles.size === 1 ? sessions[0]!.opensHere : null;
}

/** The answer at the head of the catalogue: what would open the school's own equipment, else what is open to it. */
export function catalogueTitle({ opening, devices, all, narrowed }: CatalogueAnswer): string {
  if (opening > 0 && !narrowed) {
    const would = countedRows(opening, 'session ouvrirait', 'sessions ouvriraient');
    if (devices === null) return `${would} une part de votre matériel`;
    return `${would} ${devices === 1 ? 'un' : devices} de vos appareils`;
  }
  return all === 0
    ? 'Aucune session à venir'
    : countedRows(all, 'session ouverte à votre école', 'sessions ouvertes à votre école');
}

/** "Vous êtes 3e à attendre" */
export const rankWords = (rank: number): string => `Vous êtes ${rank === 1 ? '1er' : `${rank}e`} à attendre`;

/** What becomes of whoever enrols now: "Vous seriez 3e à attendre."; empty where places are left. */
export function queueWords(session: Places & Pick<TrainingListItem, 'rank'>): string {
  if (session.rank !== null) return `${rankWords(session.rank)}.`;
  if (!isFull(session)) return '';
  const next = session.waiting + 1;
  return `Vous seriez ${next === 1 ? '1er' : `${next}e`} à attendre.`;
}

/** Which agreement a session ahead lacks: "accord de l’inspection attendu"; empty where none, or nobody is to come. */
export function agreementWords(
  session: Pick<TrainingListItem, 'state' | 'metropoleAgreedAt' | 'inspectionAgreedAt'>,
): string {
  const missing = missingAgreement(session);
  if (missing === null || isDropped(session.state)) return '';
  if (missing === 'both') return 'deux accords attendus';
  return `accord de ${missing === 'metropole' ? 'la métropole' : 'l’inspection'} attendu`;
}

/** The title of the list of those who build sessions. */
export function sessionsTitle(view: 'a-vous' | 'a-venir' | 'toutes', total: number): string {
  if (view === 'a-vous')
    return total === 0
      ? 'Aucune session ne vous attend'
      : countedRows(total, 'session vous attend', 'sessions vous attendent');
  if (view === 'a-venir')
    return total === 0 ? 'Aucune session à venir' : countedRows(total, 'session à venir', 'sessions à venir');
  return total === 0 ? 'Aucune session' : countedRows(total, 'session de formation', 'sessions de formation');
}

/** What a school's first page says of trainings. */
export function schoolTrainingTitle({ opening, total }: { opening: number; total: number }): string {
  if (opening > 0)
    return countedRows(opening, 'session ouvrirait votre matériel', 'sessions ouvriraient votre matériel');
  return total === 0 ? 'Aucune formation à venir' : countedRows(total, 'formation à venir', 'formations à venir');
}
