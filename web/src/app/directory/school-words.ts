import type { SchoolListItem, SchoolPage } from '@parc/api-client';
import { type StateWords, SCHOOL_STATES, SECTORS, STATE_CONTRACTS, capital } from '@parc/domain';

type School = Pick<
  SchoolListItem & SchoolPage,
  'sector' | 'stateContract' | 'state' | 'closingAnnounced' | 'closedToday'
>;

/** "publique", "privée, contrat simple". */
export function contractWords({ sector, stateContract }: Pick<School, 'sector' | 'stateContract'>): string {
  const { ofSchool, hasStateContract } = SECTORS[sector];
  return hasStateContract && stateContract !== null ? `${ofSchool}, ${STATE_CONTRACTS[stateContract].word}` : ofSchool;
}

/** What there is to say of a school's state; null while it is open as usual. */
export function stateNote(school: Pick<School, 'state' | 'closingAnnounced' | 'closedToday'>): StateWords | null {
  if (school.state === 'closed') return { word: capital(SCHOOL_STATES.closed.word), tone: 'idle' };
  if (school.closedToday) return { word: 'Fermée aujourd’hui', tone: 'trouble' };
  return school.closingAnnounced ? { word: 'Fermeture annoncée', tone: 'waiting' } : null;
}
