import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { request } from 'node:http';

describe('The alarms of every test', () => {
  it.each([
    ['a socket', () => connect(80, '192.0.2.1')],
    ['a socket by options', () => connect({ port: 80, host: '192.0.2.1' })],
    ['a request', () => request('http://192.0.2.1/').on('error', () => undefined)],
  ])('refuse %s that leaves this machine', (_what, leave) => {
    expect(leave).toThrow('A test must not leave this machine: connection to 192.0.2.1');
  });
});
