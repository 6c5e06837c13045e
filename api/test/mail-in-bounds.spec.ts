import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import { MailInGround } from './harness/mail-in-ground.js';
import { SmtpTalk } from './harness/smtp-talk.js';

/** What a conversation that brings an answer may take, what is kept when something breaks, and what a manager reads of it. */
let at: MailInGround;

beforeAll(async () => {
  at = await MailInGround.open();
});
afterAll(() => at.close());
beforeEach(() => at.begin());

describe('the bounds of a conversation', () => {
  const LINE = `${'x'.repeat(70)}\r\n`;

  it('20 MB are let go by and refused, and never held', async () => {
    const talk = await SmtpTalk.open(at.port);
    expect(
      await talk.together([`MAIL FROM:<${await at.emailOf(at.head)}>`, `RCPT TO:<${at.addressOf(at.head)}>`, 'DATA']),
    ).toEqual([...[250, 250, 354]]);
    const piece = Buffer.from(LINE.repeat(1_000));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const held = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let sent = 0; sent < 20 * 1024 * 1024; sent += piece.length) {
      if (!talk.socket.write(piece)) await once(talk.socket, 'drain');
      if ((sent / piece.length) % 20 !== 0) continue;
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - held);
    }
    expect(await talk.say('\r\n.')).toBe(552);
    talk.end();
    // What the limit lets in, and what both ends have under way.
    expect(most).toBeLessThan(LIMITS.mailIn.bytes + 4 * 1024 * 1024);
    expect(await at.refusals()).toEqual({ 'too-large': 1 });
    expect(await at.comments()).toEqual([]);
  });

  it('a size that is announced is refused before a byte of it', async () => {
    const talk = await SmtpTalk.open(at.port);
    expect(await talk.say(`MAIL FROM:<a@exemple.fr> SIZE=${20 * 1024 * 1024}`)).toBe(552);
    talk.end();
    expect(await at.refusals()).toEqual({ 'too-large': 1 });
  });

  it('one recipient a message', async () => {
    const talk = await SmtpTalk.open(at.port);
    await talk.say('MAIL FROM:<a@exemple.fr>');
    expect(await talk.say(`RCPT TO:<${at.addressOf(at.head)}>`)).toBe(250);
    expect(await talk.say(`RCPT TO:<${at.addressOf(at.teacher)}>`)).toBe(452);
    talk.end();
  });

  it('commands that come together are answered in their order', async () => {
    const talk = await SmtpTalk.open(at.port);
    const email = await at.emailOf(at.head);
    expect(await talk.together([`MAIL FROM:<${email}>`, `RCPT TO:<${at.addressOf(at.head)}>`, 'DATA'])).toEqual([
      250, 250, 354,
    ]);
    expect(await talk.say(`From: ${email}\r\nSubject: Re\r\n\r\nEn une fois.\r\n.`)).toBe(250);
    talk.end();
    expect(await at.comments()).toMatchObject([{ text: 'En une fois.' }]);
  });

  it('nobody signs in, and no command of another kind is taken', async () => {
    const talk = await SmtpTalk.open(at.port);
    expect(await talk.say('AUTH PLAIN AGEAYg==')).toBeGreaterThanOrEqual(500);
    expect(await talk.say('STARTTLS')).toBeGreaterThanOrEqual(500);
    expect(await talk.say('VRFY quelqu.un')).toBeGreaterThanOrEqual(250);
    expect(await talk.say('DATA')).toBe(503);
    talk.end();
  });

  it('so many at once; those beyond are told to come again', async () => {
    const talks = await Promise.all(Array.from({ length: LIMITS.mailIn.clients }, () => SmtpTalk.open(at.port)));
    const socket = connect(at.port, '127.0.0.1');
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toMatch(/^421 /);
    socket.destroy();
    for (const talk of talks) talk.end();
  });

  it('a database that is down: the server that brings it comes again, and nothing is lost', async () => {
    const to = at.addressOf(at.head);
    const from = await at.emailOf(at.head);
    at.wire.down(true);
    expect(await at.send(at.head, { messageId: '<plus-tard@exemple.fr>', to, from })).toBe(451);
    at.wire.down(false);
    expect(await at.send(at.head, { messageId: '<plus-tard@exemple.fr>' })).toBe(250);
    expect(await at.comments()).toHaveLength(1);
  });
});

describe('a commit whose answer was lost', () => {
  it.each(['before-commit', 'after-commit'] as const)('%s: it comes again, and is there once', async (where) => {
    const [to, from] = [at.addressOf(at.head), await at.emailOf(at.head)];
    at.wire.cutNext(where);
    expect(await at.send(at.head, { messageId: `<${where}@exemple.fr>`, to, from })).toBe(451);
    expect(await at.send(at.head, { messageId: `<${where}@exemple.fr>`, to, from })).toBe(250);
    expect(await at.comments()).toHaveLength(1);
  });
});

describe('what a manager reads of it', () => {
  it('is how many and why in thirty days, and nothing that was said', async () => {
    await at.send(at.head, { from: 'autre@exemple.fr' });
    at.house.setNow('2026-10-07T07:00:00Z');
    await at.send(at.head, { from: 'autre@exemple.fr' });
    await at.send(at.head, { subject: 'Absence du bureau' });
    let reader = await at.house.person('plan-manager');
    const read = async () => (await reader.get('/api/v1/mail-refusals')).body;
    expect(await read()).toEqual({
      answered: true,
      items: [
        { reason: 'foreign', count: 2, lastOn: '2026-10-07' },
        { reason: 'automatic', count: 1, lastOn: '2026-10-07' },
      ],
    });
    at.house.setNow('2026-11-06T08:00:00Z');
    reader = await at.house.person('plan-manager');
    expect((await read()).items).toEqual([]);
    at.head = await at.house.person('school-head', { school_id: at.fleet.school.id });
    expect((await at.head.get('/api/v1/mail-refusals')).status).toBe(403);
  });
});
