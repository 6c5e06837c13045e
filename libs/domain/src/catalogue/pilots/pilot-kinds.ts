import type { PlainDate } from '../../calendar/plain-date.js';
import { kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';
import { ITEMS_EDITABLE, type ItemState } from '../item-states.js';

/** What is asked of everybody who works in a pilot school. */
export const PILOT_QUESTIONS = kindRows<{ word: string; short: string }>()({
  easy: { word: 'Est-ce facile à prendre en main ?', short: 'Facile à prendre en main' },
  useful: { word: 'Est-ce utile en classe ?', short: 'Utile en classe' },
  keep: { word: 'Faut-il le proposer aux autres écoles ?', short: 'À proposer aux autres écoles' },
});
export type PilotQuestion = Kind<typeof PILOT_QUESTIONS>;
export const PILOT_QUESTION_NAMES = kindsOf(PILOT_QUESTIONS);

export const PILOT_ANSWERS = kindRows<{ word: string }>()({
  yes: { word: 'Oui' },
  partly: { word: 'En partie' },
  no: { word: 'Non' },
});
export type PilotAnswer = Kind<typeof PILOT_ANSWERS>;
export const PILOT_ANSWER_NAMES = kindsOf(PILOT_ANSWERS);

interface StandingRow {
  word: string;
  tone: 'idle' | 'progress' | 'done';
  icon: 'clock' | 'calendar' | 'check';
}

/** How a trial stands on a day. */
// prettier-ignore
export const PILOT_STANDINGS = kindRows<StandingRow>()({
  coming:  { word: 'À venir',  tone: 'idle',     icon: 'clock' },
  running: { word: 'En cours', tone: 'progress', icon: 'calendar' },
  over:    { word: 'Terminé',  tone: 'done',     icon: 'check' },
});
export type PilotStanding = Kind<typeof PILOT_STANDINGS>;
export const PILOT_STANDING_NAMES = kindsOf(PILOT_STANDINGS);

/** Days are ISO. */
export interface PilotFacts {
  fromDay: PlainDate;
  toDay: PlainDate;
  /** The day on which it was ended before its time. */
  endedOn: PlainDate | null;
  itemState: ItemState;
}

/** A trial runs through its last day, until it is ended or its item is decided. */
export function pilotStanding({ fromDay, toDay, endedOn, itemState }: PilotFacts, today: PlainDate): PilotStanding {
  if (endedOn !== null || today > toDay || !ITEMS_EDITABLE.includes(itemState)) return 'over';
  return today < fromDay ? 'coming' : 'running';
}
