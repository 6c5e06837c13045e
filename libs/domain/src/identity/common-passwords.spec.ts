import { describe, expect, it } from '@jest/globals';
import { isPasswordCommon } from './common-passwords.js';

describe('a password that is tried first', () => {
  it.each([
    ...[
      'motdepasse123',
      'Mot de passe 2026',
      'M0tDeP@sse!!',
      'password1234',
      'P@ssw0rd2026!',
      'Pa$$word2026',
      'PASSWORDPASSWORD',
    ],
    ...[
      'azertyuiop12',
      'azerty123456',
      'qwertyuiop123',
      'abc123abc123',
      '123456789012',
      '31/12/1999 00',
      '!!!!????....',
    ],
    ...[
      'bonjourbonjour',
      'Bonjour2024Bonjour',
      'iloveyou1234',
      'jetaimejetaime',
      'Soleil2026!!',
      's0leil2024soleil',
      'Été2026Été2026',
    ],
    ...[
      'Saint-Étienne42',
      'saintetienne2026',
      'AllezLesVerts42',
      'administrateur1',
      'ecole2026ecole',
      'Parc École 2026',
      '4zerty1234567',
    ],
    ...['nicolas12345', 'Noël Noël Noël 25', 'footballfootball', 'motdepasse'.repeat(20)],
  ])('is refused: %s', (password) => expect(isPasswordCommon(password)).toBe(true));

  it.each([
    ...[
      'ardoise-et-craie',
      'craie-et-ardoise',
      'gomme, équerre et compas',
      'un tableau vert ardoise',
      'le soleil de juillet',
    ],
    ...['k7$x9!Q2mZ4#', 'encrier violet plumier', 'маша и медведь', 'Zg7-azerty-9kVq2', 'motdepassedelaglaneuse'],
  ])('is not %s', (password) => expect(isPasswordCommon(password)).toBe(false));

  it('is found however many ways it reads', () => {
    expect(isPasswordCommon('azeazer'.repeat(28))).toBe(true);
    expect(isPasswordCommon(`${'azeazer'.repeat(28)}x`)).toBe(false);
  });
});
