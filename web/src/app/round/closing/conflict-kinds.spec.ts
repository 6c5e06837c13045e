import { describe, expect, it } from '@jest/globals';
import type { TicketPage } from '@parc/api-client';
import { ticketSeen } from '../../offline/packet/ticket-seen';
import { kindOf, standingOf } from './conflict-kinds';
import { conflictTitle } from './conflict-words';

type Seen = Pick<TicketPage, 'version' | 'state' | 'priority' | 'possible' | 'mine' | 'assigneeName'>;
const page = (given: Partial<TicketPage> = {}) =>
  ({
    ...{ version: 2, state: 'assigned', priority: 'P2', possible: ['start'], mine: true, assigneeName: 'Nadia' },
    ...given,
  }) as TicketPage & Seen;
const start = {
  ...{ action: 'start', body: null, saidAt: '2026-11-24T13:50:00Z' },
  ...{ read: ticketSeen(page()), mine: { state: 'in-progress' } },
};
const standing = (given: Partial<TicketPage>) => {
  const now = page({ version: 3, ...given });
  return standingOf(start, now, ticketSeen(now));
};
const offered = (given: Partial<TicketPage>) => {
  const one = standing(given);
  const words = kindOf(start).answers;
  return 'answers' in one ? one.answers.filter((answer) => words[answer] !== undefined) : one.kind;
};

describe('a start that was noted without a network', () => {
  it.each<[string, Partial<TicketPage>, ReturnType<typeof offered>]>([
    ['goes on where only the priority has changed', { priority: 'P1' }, 'merged'],
    ['asks where the office waits for something', { state: 'waiting' }, 'ask'],
    ['asks where the office has planned it', { state: 'planned' }, 'ask'],
    ['has nothing left to begin where its ticket is at work', { state: 'in-progress' }, ['note']],
    ['is a note, or handed in, where somebody else has it', { mine: false, possible: [] }, ['note', 'deposit']],
    ['is the same where it is over', { state: 'closed', possible: [] }, ['note', 'deposit']],
    [
      'begins the other one where it was joined to it',
      { state: 'merged', possible: [], mergedIntoId: 'o', mergedIntoNumber: 'T-1' },
      ['to-that-one', 'deposit'],
    ],
  ])('%s', (_, given, answers) => {
    expect(offered(given)).toEqual(answers);
  });

  it('is told by when it was, and by what stands against it', () => {
    expect(
      kindOf(start)
        .mine(start)
        .replace(/[\u202f\u00a0]/g, ' '),
    ).toBe('Sur place le mar. 24 nov. à 14 h 50.');
    expect(conflictTitle(standing({ state: 'in-progress' }), page())).toBe('Déjà commencé');
    expect(conflictTitle(standing({ mine: false, possible: [] }), page())).toBe('Pris par Nadia');
    expect(kindOf(start).word).toBe('Commencé');
    expect(kindOf({ action: 'resolve' }).word).toBe('Clos');
  });
});
