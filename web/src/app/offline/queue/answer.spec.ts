import { describe, expect, it } from '@jest/globals';
import { type Answer, judged, NO_ANSWER, type Verdict } from './answer';

const KEY = '0198d2c4-0000-7000-8000-000000000001';
const problem = (status: number, code: string): Answer => ({ status, key: KEY, body: { code, title: 'Non' } });

describe('what an answer means', () => {
  it.each<[string, Answer, Verdict['kind']]>([
    ['JSON that names the key', { status: 200, key: KEY, body: { version: 4 } }, 'done'],
    ['a portal’s 200', { status: 200, key: null, body: undefined }, 'later'],
    ['JSON of somebody else', { status: 200, key: null, body: { ok: true } }, 'later'],
    ['the answer to another key', { status: 200, key: 'other', body: {} }, 'later'],
    ['a page that names the key', { status: 200, key: KEY, body: undefined }, 'later'],
    ['none', NO_ANSWER, 'later'],
    ['408', problem(408, 'request.slow'), 'later'],
    ['425', problem(425, 'request.early'), 'later'],
    ['429', problem(429, 'work.too-many'), 'later'],
    ['503', problem(503, 'server.unknown'), 'later'],
    ['a portal’s 403', { status: 403, key: null, body: undefined }, 'later'],
    ['a portal’s 401', { status: 401, key: null, body: undefined }, 'later'],
    ['401', problem(401, 'session.missing'), 'signed-out'],
    ['a token of another role', problem(403, 'session.csrf'), 'reread-session'],
    ['a role that may not', problem(403, 'role.may-not'), 'refused'],
    ['a stale version', problem(412, 'version.stale'), 'refused'],
    ['another body under the key', problem(409, 'idempotency.other-body'), 'arrived-before'],
    ['another state', problem(409, 'ticket.state'), 'refused'],
  ])('%s', (_, answer, kind) => {
    expect(judged(KEY, answer).kind).toBe(kind);
  });

  it('tells how far a photo has come, and no act by it', () => {
    const part = { status: 202, key: KEY, body: { receivedBytes: 65_536 } };
    expect(judged(KEY, part)).toEqual({ kind: 'part', receivedBytes: 65_536 });
    expect(judged(KEY, { ...part, key: null }).kind).toBe('later');
    expect(judged(KEY, { ...part, status: 201, body: { id: '1' } }).kind).toBe('done');
  });

  it('tells the version that was left, where one was', () => {
    expect(judged(KEY, { status: 200, key: KEY, body: { version: 4 } })).toEqual({ kind: 'done', version: 4 });
    expect(judged(KEY, { status: 201, key: KEY, body: { id: '1' } })).toEqual({ kind: 'done', version: null });
  });
});
