import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { behindTls, readSettings, senderOf, SettingsError } from '../src/platform/config/settings.js';

const read = (given: Record<string, string> = {}) =>
  readSettings({ DATABASE_URL: 'postgres://localhost/parc', ...given });

describe('TRUST_PROXY', () => {
  it.each<[string, unknown]>([
    ['off', false],
    ['0', false],
    ['', false],
    ['1', 1],
    [' 2 ', 2],
    ['10.0.0.2', ['10.0.0.2']],
    ['::ffff:10.0.0.2', ['::ffff:10.0.0.2']],
    ['10.0.0.2, 192.168.1.0/24,2001:db8::/48', ['10.0.0.2', '192.168.1.0/24', '2001:db8::/48']],
  ])('%j is read as %j', (given, expected) => expect(read({ TRUST_PROXY: given }).TRUST_PROXY).toEqual(expected));

  it.each([
    ...['on', 'true', 'ON', 'yes', '-1', '1.5', '11', '99', '1000'],
    ...[
      'proxy',
      '10.0.0',
      '10.0.0.2/33',
      '10.0.0.2/0',
      '::/0',
      '10.0.0.2/',
      '10.0.0.2/24/2',
      '10.0.0.2,',
      'fe80::1%eth0',
    ],
    // A network of IPv4, as IPv6 writes it: all of it, or nobody.
    ...[
      '::ffff:0:0/96',
      '::ffff:10.0.0.0/104',
      '::ffff:10.0.0.0/24',
      '::FFFF:a00:0/97',
      '10.0.0.2,0:0:0:0:0:ffff::/96',
    ],
    ...['2001:db8::/129', '10.0.0.2/024', '*', 'loopback'],
  ])('%j stops the start with one line that says what is expected', (given) => {
    const refused = () => read({ TRUST_PROXY: given });
    expect(refused).toThrow(SettingsError);
    expect(refused).toThrow(
      /^TRUST_PROXY: [^\n]*number of your reverse proxies[^\n]*addresses[^\n]*on is no longer accepted[^\n]*$/,
    );
  });
});

describe('PUBLIC_URL', () => {
  it('left out is this machine at the port that is listened to', () => {
    expect(read({}).PUBLIC_URL).toBe('http://localhost:3000');
    expect(read({ PORT: '8080' }).PUBLIC_URL).toBe('http://localhost:8080');
  });

  it.each([
    ['HTTPS://Parc.Ville.FR', 'https://parc.ville.fr', true],
    ['Https://parc.ville.fr:443/', 'https://parc.ville.fr', true],
    [' https://parc.ville.fr/parc/ ', 'https://parc.ville.fr/parc', true],
    ['HTTP://localhost:3000/', 'http://localhost:3000', false],
    ['https:parc.ville.fr', 'https://parc.ville.fr', true],
    ['https://école.fr', 'https://xn--cole-9oa.fr', true],
  ])('%s is the address %s', (given, address, tls) => {
    const settings = read({ PUBLIC_URL: given });
    expect([settings.PUBLIC_URL, behindTls(settings)]).toEqual([address, tls]);
  });

  it.each([
    ...['parc.ville.fr', 'ftp://parc.ville.fr', 'https://', 'javascript://parc.ville.fr'],
    ...['https://a:b@parc.ville.fr', 'https://parc.ville.fr?a=b', 'https://parc.ville.fr#a', 'https://parc ville.fr'],
  ])('%s stops the start', (given) => expect(() => read({ PUBLIC_URL: given })).toThrow(/^PUBLIC_URL: .*$/));
});

describe('MAIL_FROM', () => {
  it('left out is an address at the host of PUBLIC_URL, which a receiving server takes', () => {
    expect(senderOf(read({ PUBLIC_URL: 'https://parc.ville.fr' }))).toBe('Parc École <ne-pas-repondre@parc.ville.fr>');
    expect(senderOf(read({ MAIL_FROM: 'Plan <plan@ville.fr>' }))).toBe('Plan <plan@ville.fr>');
  });
});
