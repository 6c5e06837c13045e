import type { Entry } from './entry';

/** One act of a technician, and what the test says otherwise. */
export function entry(parts: Partial<Entry> & Pick<Entry, 'key' | 'seq'>): Entry {
  const lane = parts.lane ?? 'ticket:1';
  return {
    kind: 'act',
    account: 'account-1',
    assignment: 'assignment-1',
    lane,
    object: { kind: 'ticket', id: lane },
    action: 'note',
    about: 'Note sur T-2026-00932',
    request: { method: 'POST', path: `/api/v1/tickets/${parts.key}/note`, body: '{"note":"vu"}' },
    version: 3,
    mediaType: null,
    needs: [],
    saidAt: '2026-11-24T13:50:00Z',
    form: 1,
    read: null,
    mine: {},
    readAgain: null,
    settleAt: null,
    tries: 0,
    notBefore: 0,
    refusal: null,
    ...parts,
  };
}
