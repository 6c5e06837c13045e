import { describe, expect, it } from '@jest/globals';
import type { TicketCommentAnswer, TicketPage } from '@parc/api-client';
import { ticketThread } from './ticket-thread';

const comment = (change: Partial<TicketCommentAnswer>): TicketCommentAnswer => ({
  ...{ id: 'c1', at: '2026-10-06T08:00:00Z', roleLabel: 'direction', name: 'Anne Roux', text: 'La clé est là.' },
  ...{ byMail: false, ...change },
});
const thread = (page: Partial<Pick<TicketPage, 'comments' | 'notes'>>) =>
  ticketThread({ history: [], comments: [], notes: [], ...page } as unknown as TicketPage);

describe('the thread of a ticket', () => {
  it('says of an answer that it came by mail, and of a message written here nothing', () => {
    const comments = [comment({ id: 'c2', at: '2026-10-06T09:00:00Z', byMail: true }), comment({})];
    expect(thread({ comments }).map(({ title, actor, detail }) => [title, actor, detail])).toEqual([
      ['Message', 'Anne Roux, direction', 'par courriel'],
      ['Message', 'Anne Roux, direction', undefined],
    ]);
  });

  it('puts what was said last first, notes among messages', () => {
    const notes = [comment({ id: 'n1', at: '2026-10-06T08:30:00Z' })];
    const comments = [comment({}), comment({ id: 'c2', at: '2026-10-06T09:00:00Z' })];
    expect(thread({ comments, notes }).map(({ id }) => id)).toEqual(['c2', 'n1', 'c1']);
  });
});
