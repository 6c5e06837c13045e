import type { RoundTicket } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { afterAct } from './round-packets';

const ticket = {
  state: 'planned',
  possible: ['start', 'resolve', 'hand-over'],
  arrivedAt: null,
} as unknown as RoundTicket;
const saidAt = '2026-11-24T13:50:00Z';

describe('a ticket of the packet, once what waits on the phone has arrived', () => {
  it('is begun since it was said there, and what may follow is what a phone writes down', () => {
    const begun = afterAct(ticket, { action: 'start', saidAt });
    expect(begun).toMatchObject({ state: 'in-progress', arrivedAt: saidAt, possible: ['wait', 'resolve'] });
    expect(afterAct(begun, { action: 'resolve', saidAt })).toMatchObject({ state: 'resolved', possible: [] });
  });

  it('is what it was after a note or a message', () => {
    expect(afterAct(ticket, { action: 'note', saidAt })).toBe(ticket);
    expect(afterAct(ticket, { action: 'comment', saidAt })).toBe(ticket);
  });
});
