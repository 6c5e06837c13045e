import type { SchoolListItem, SchoolPage } from '@parc/api-client';
import { CONTRACT_WORDS, SCHOOL_STATE_WORDS, SECTOR_WORDS, type StateWords } from '@parc/domain';

type School = Pick<SchoolListItem & SchoolPage, 'sector' | 'contract' | 'state' | 'closingAnnounced' | 'closedToday'>;

/** "publique", "privée, contrat simple". */
export function contractWords({ sector, contract }: Pick<School, 'sector' | 'contract'>): string {
  const word = SECTOR_WORDS[sector];
  return sector === 'public' || contract === null ? word : `${word}, ${CONTRACT_WORDS[contract]}`;
}

/** What there is to say of a school's state; null while it is open as usual. */
export function stateNote(school: Pick<School, 'state' | 'closingAnnounced' | 'closedToday'>): StateWords | null {
  if (school.state === 'closed') return { word: capital(SCHOOL_STATE_WORDS.closed), tone: 'idle' };
  if (school.closedToday) return { word: 'Fermée aujourd’hui', tone: 'trouble' };
  return school.closingAnnounced ? { word: 'Fermeture annoncée', tone: 'waiting' } : null;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
