import { describe, expect, it } from '@jest/globals';
import { saidAct, startAct } from './ticket-acts';
import type { TicketPage, TicketResolutionRequest } from '@parc/api-client';
import { rebase } from '../../offline/queue/rebase';
import { closingAct } from './closing-act';
import { closingWords } from './conflict-words';
import { ticketSeen } from '../../offline/packet/ticket-seen';
import type { TicketToClose } from './ticket-to-close';

const page = (given: Partial<TicketPage> = {}) => ({
  ...{ version: 3, state: 'in-progress' as const, priority: 'P2' as const, mine: true, possible: ['resolve' as const] },
  ...given,
});
const body: TicketResolutionRequest = {
  ...{ cause: 'battery', repair: 'replaced', minutes: 35, priceCents: 6490, parts: 'Batterie', note: 'Gonflée.' },
  device: 'stays',
};
const toClose = (given: Partial<TicketToClose>): TicketToClose => ({
  ...{ id: 'i', number: 'T-2026-00932', version: 3, possible: ['resolve'], title: 'Portable : ne s’allume plus' },
  ...{ place: '', description: null, device: null, roomName: null, arrivedAt: null, left: null, held: null },
  ...{ maintenance: null, order: null, said: [], seen: ticketSeen(page()), readAt: '2026-11-24T10:00:00Z' },
  ...given,
});
const photo = {
  slot: { id: 's', sha256: 'f', sizeBytes: 3, photoId: 'p', size: 'small' as const, moment: 'before' as const },
  bytes: new Blob(['abc']),
};

describe('the end of a repair as a phone keeps it', () => {
  it('resolves what is one’s own, and takes what nobody has in the same act', () => {
    expect(closingAct('k', toClose({}), body, []).request.path).toBe('/api/v1/tickets/i/resolve');
    const free = closingAct('k', toClose({ possible: ['take'] }), body, [photo]);
    expect(free.request).toEqual({ method: 'POST', path: '/api/v1/tickets/i/done-on-site', body });
    expect(free.photos).toMatchObject([{ size: 'small', path: '/api/v1/tickets/i/files?slot=s' }]);
    expect(free.settleAt).toBe('/tickets/i/departager/k');
  });

  it('goes on by itself where only the priority has changed, and asks where the office has put it on hold', () => {
    const { read, mine = {} } = closingAct('k', toClose({}), body, []);
    expect(rebase(read!, mine, ticketSeen(page({ version: 4, priority: 'P1' })))).toMatchObject({
      kind: 'merged',
      version: 4,
      changed: ['priority'],
    });
    const waits = ticketSeen(page({ version: 4, state: 'waiting' }));
    expect(rebase(read!, mine, waits)).toMatchObject({
      kind: 'ask',
      fields: [{ name: 'state', mine: 'resolved', theirs: 'waiting' }],
    });
  });

  it.each([
    [{ state: 'assigned' as const, mine: false, possible: [] }, 'taken'],
    [{ state: 'closed' as const, possible: [] }, 'resolved'],
    [{ state: 'cancelled' as const, possible: [] }, 'cancelled'],
    [{ state: 'merged' as const, possible: [], mergedIntoId: 'o', mergedIntoNumber: 'T-1' }, 'merged'],
  ])('has its answers where %o', (given, why) => {
    const { read, mine = {} } = closingAct('k', toClose({}), body, []);
    expect(rebase(read!, mine, ticketSeen(page(given)))).toMatchObject({ kind: 'answer', why });
  });

  it('is told in a sentence', () => {
    expect(closingWords(body).replace(/[\u202f\u00a0]/g, ' ')).toBe(
      'Batterie, pièce remplacée, 35 min, Batterie à 64,90 €. Gonflée.',
    );
  });
});

describe('what is said and begun where the device stands', () => {
  it('begins on the version that was read, and is compared with what became of the ticket', () => {
    const act = startAct('k', toClose({}));
    expect(act).toMatchObject({ key: 'k', version: 3, action: 'start', mine: { state: 'in-progress' } });
    expect(act.request).toEqual({ method: 'POST', path: '/api/v1/tickets/i/start', body: null });
    expect(act.settleAt).toBe('/tickets/i/departager/k');
    expect(act.about).toBe('Commencer T-2026-00932, portable : ne s’allume plus');
  });

  it('asks for no version of a word, which nothing makes stale', () => {
    expect(saidAct('k', toClose({}), 'Vu', true)).toMatchObject({
      version: null,
      request: { path: '/api/v1/tickets/i/notes' },
    });
    expect(saidAct('k', toClose({}), 'Vu', false).request.path).toBe('/api/v1/tickets/i/comments');
  });
});
