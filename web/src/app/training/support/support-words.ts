import type { SupportListItem, SupportSheet } from '@parc/api-client';
import { aboutSaid, SUPPORT_LEVELS, SUPPORT_STATES, SUPPORTS, SUPPORTS_HONOURED, SUPPORTS_LIVE } from '@parc/domain';
import { type ChipWords, countedRows, day, shortDay } from '@parc/ui';
import { hoursWords } from '../training-words';

export const supportState = ({ state }: Pick<SupportListItem, 'state'>): ChipWords => SUPPORT_STATES[state];

export const aboutWords = (request: Pick<SupportListItem, 'about' | 'moduleTitle' | 'modelName'>): string =>
  aboutSaid(request);

export const levelWords = ({ level }: Pick<SupportListItem, 'level'>): string => SUPPORT_LEVELS[level].word;

/** "mar. 1 déc., 9 h à 10 h 30"; without a date the period that is wished for: "souhaité du 1 au 18 déc." */
export function visitWords(request: Pick<SupportListItem, 'startsAt' | 'endsAt' | 'wishedFrom' | 'wishedTo'>): string {
  const { startsAt, endsAt, wishedFrom, wishedTo } = request;
  return startsAt !== null && endsAt !== null
    ? `${day(startsAt)}, ${hoursWords({ startsAt, endsAt })}`
    : `souhaité du ${shortDay(wishedFrom)} au ${shortDay(wishedTo)}`;
}

const TO_DATE = SUPPORTS.statesFrom('date');

/** The answer that the page of a visit gives first, as its reader sees it. */
export function supportTitle({ state, startsAt, possible }: SupportSheet): string {
  if (SUPPORTS_HONOURED.includes(state)) return `Le formateur est venu le ${day(startsAt!)}`;
  if (!SUPPORTS_LIVE.includes(state)) return 'Cette visite n’aura pas lieu';
  if (TO_DATE.includes(state))
    return possible.includes('date') ? 'Une date est attendue de vous' : 'Le formateur va proposer une date';
  return possible.includes('report') ? 'Dites ce qui a été fait' : `Le formateur vient le ${day(startsAt!)}`;
}

export const SUPPORT_VIEWS = ['en-cours', 'a-vous', 'tous'] as const;
export type SupportView = (typeof SUPPORT_VIEWS)[number];

/** The address of a view, whose words are those of its row. */
export const supportQuery = (view: SupportView): { readonly vue: SupportView } => ({ vue: view });

/** The title of the list. */
export function supportsTitle(view: SupportView, total: number): string {
  if (view === 'a-vous')
    return total === 0
      ? 'Aucun accompagnement ne vous attend'
      : countedRows(total, 'accompagnement vous attend', 'accompagnements vous attendent');
  if (view === 'en-cours')
    return total === 0
      ? 'Aucun accompagnement en cours'
      : countedRows(total, 'accompagnement en cours', 'accompagnements en cours');
  return total === 0
    ? 'Aucun accompagnement'
    : countedRows(total, 'accompagnement en classe', 'accompagnements en classe');
}
