import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from './routes';
import { pagesOf } from './routes.fixture';

/** Who looks at every screen: axe, and the eye. Each lists the addresses it opens by hand, by role. */
const LISTS = ['e2e/accessibility.journey.ts', 'e2e/screens.addresses.ts', 'e2e/screens.steering.ts'];

/** Pages that neither opens: path → why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'editions/:id': 'the demonstration has frozen none: its own journey freezes one, and axe looks at it',
  'editions/:id/rapport': 'the same',
};

/** `/commandes/{draft}/composer > Vérifier` and `commandes/:id/composer` are one address. */
const shapeOf = (address: string) =>
  address
    .replace(/^\//, '')
    .replace(/[?#].*$| > .*$/, '')
    .replace(/\{[^/]*\}|:\w+/g, ':');

const addresses = new Set(
  LISTS.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');
    return [...text.matchAll(/['`](\/[^'`]*)['`]/g)].map(([, address]) => shapeOf(address!));
  }),
);

let paths: readonly string[];

beforeAll(async () => {
  paths = [...new Set((await pagesOf(routes)).map(({ path }) => path))];
});

describe('every page', () => {
  it('is opened by the journey of accessibility or by the look at the screens', () => {
    expect(paths.length).toBeGreaterThan(0);
    const unseen = paths.filter((path) => !addresses.has(shapeOf(path)) && !(path in LEFT_OUT));
    expect(unseen.map((path) => `/${path} stands neither in ${LISTS.join(' nor in ')}`)).toEqual([]);
  });

  it('is left out with a reason only where it is not opened', () => {
    const known = (path: string) => paths.includes(path) && !addresses.has(shapeOf(path));
    expect(Object.keys(LEFT_OUT).filter((path) => !known(path))).toEqual([]);
  });
});
