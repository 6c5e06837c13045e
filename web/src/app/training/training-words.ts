import type { TrainingListItem, TrainingSheet } from '@parc/api-client';
import {
  placeSaid,
  TRAINING_STATES,
  TRAININGS,
  TRAININGS_ATTENDED,
  TRAININGS_COUNTED,
  TRAININGS_ENROLLING,
  type TrainingState,
} from '@parc/domain';
import { type ChipWords, counted, day, time } from '@parc/ui';

type Places = Pick<TrainingListItem, 'capacity' | 'enrolled' | 'waiting'>;

/** What everybody who may enrol is told beside it. */
export const NO_CONVOCATION =
  'S’inscrire n’est pas être convoqué. C’est l’inspection qui convoque et qui dit si les heures comptent.';

export const trainingState = ({ state }: Pick<TrainingListItem, 'state'>): ChipWords => TRAINING_STATES[state];

/** "14 h à 16 h" */
export const hoursWords = ({ startsAt, endsAt }: Pick<TrainingListItem, 'startsAt' | 'endsAt'>): string =>
  `${time(startsAt)} à ${time(endsAt)}`;

/** "mer. 2 déc., 14 h à 16 h" */
export const whenWords = (session: Pick<TrainingListItem, 'startsAt' | 'endsAt'>): string =>
  `${day(session.startsAt)}, ${hoursWords(session)}`;

/** "école de la Source, Sorbiers", "Centre Canopé", "À distance" */
export function placeWords(
  session: Pick<TrainingListItem, 'placeKind' | 'placeName' | 'schoolName' | 'communeName'>,
): string {
  const { communeName } = session;
  const place = placeSaid(session);
  return communeName === null || place.includes(communeName) ? place : `${place}, ${communeName}`;
}

const left = ({ capacity, enrolled, waiting }: Places): number => (waiting > 0 ? 0 : Math.max(0, capacity - enrolled));

/** Whoever enrols now waits. */
export const isFull = (places: Places): boolean => left(places) === 0;

/** "3 places", "Complet", "Complet, 2 attendent" */
export function placesChip(places: Places): ChipWords {
  const { waiting } = places;
  if (!isFull(places)) return { word: counted(left(places), 'place'), tone: 'progress', icon: 'people' };
  const queue = waiting === 0 ? '' : `, ${counted(waiting, 'attend', 'attendent')}`;
  return { word: `Complet${queue}`, tone: 'idle', icon: 'people' };
}

/** What the reader has in it; null where nothing. */
export function mineChip({ mine }: Pick<TrainingListItem, 'mine'>): ChipWords | null {
  if (mine === null) return null;
  return mine === 'seated'
    ? { word: 'Vous avez une place', tone: 'done', icon: 'check' }
    : { word: 'Vous attendez une place', tone: 'waiting', icon: 'clock' };
}

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
  if (TRAININGS_COUNTED.includes(state)) return `Close : elle a eu lieu ${day(startsAt)}`;
  if (TRAININGS_ATTENDED.includes(state))
    return page.mayAttend ? 'Dites qui était là' : `Elle a eu lieu ${day(startsAt)}, les présences se notent`;
  const missing = missingAgreement(page);
  if (missing !== null) return awaitedTitle(page, missing);
  if (mine !== null) return `${mine === 'seated' ? 'Vous avez une place' : 'Vous attendez une place'} ${day(startsAt)}`;
  return SURE.includes(state) ? `Elle aura lieu ${day(startsAt)}` : `Ouverte aux inscriptions pour ${day(startsAt)}`;
}

function awaitedTitle({ state, possible }: TrainingSheet, missing: NonNullable<Missing>): string {
  const what = TRAININGS_ENROLLING.includes(state) ? 'La nouvelle date' : 'La session';
  const mine = possible.includes('agree');
  if (missing === 'both') return `${what} attend deux accords${mine ? ', dont le vôtre' : ''}`;
  if (mine) return `${what} attend votre accord`;
  return `${what} attend l’accord de ${missing === 'metropole' ? 'la métropole' : 'l’inspection'}`;
}
