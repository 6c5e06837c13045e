import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pinoToStandardOutput from 'pino';
import type { House } from './harness/house.js';

const logged: string[] = [];
jest.unstable_mockModule('pino', () => ({
  // The real one, but for where its lines go.
  default: Object.assign(
    (options: object) => pinoToStandardOutput(options, { write: (line: string) => void logged.push(line) }),
    pinoToStandardOutput,
  ),
}));

let house: House;

beforeAll(async () => {
  const { House } = await import('./harness/house.js');
  house = await House.open({ LOG_LEVEL: 'debug' });
});
afterAll(() => house.close());

describe('the logs', () => {
  it('hold no password, no token, no address and nothing that somebody typed', async () => {
    const { Builders } = await import('./harness/builders.js');
    const { askReset, linkSentTo } = await import('./harness/letters.js');
    const secret = 'Ardoise-tres-secrete-42';
    const email = 'zoe.craie@exemple.fr';
    await house.build.account('administrator', {}, { email });
    const person = await house.signIn(email);
    await house.signIn(email, secret).catch(() => undefined);
    await askReset(house, email);
    const link = await linkSentTo(house, email);
    const typed = 'Texte tapé par une personne';
    await person.post('/api/v1/accounts', { name: typed, email });
    // A fault of the inside, with what was typed among its parameters.
    await house.arrange('alter table mail rename to mail_away');
    await person.get(`/api/v1/mails?search=${encodeURIComponent(typed)}`).catch(() => undefined);
    await house.arrange('alter table mail_away rename to mail');

    const text = logged.join('\n');
    expect(text).toContain('server.failed');
    for (const private_ of [
      Builders.PASSWORD,
      secret,
      email,
      'zoe.craie',
      typed,
      person.token!,
      person.session!.csrfToken,
      link,
    ]) {
      expect([private_, text.includes(private_)]).toEqual([private_, false]);
    }
  });
});
