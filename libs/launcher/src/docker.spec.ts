import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from 'prettier';
import { builds } from './build.ts';

const repository = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

/** The Dockerfile's instructions, one string each, continuation lines joined. */
const instructions = read('docker/Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const all = (name: string) =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const compose = read('docker/compose.yaml');

describe('The container image', () => {
  it('runs what npm start runs', () => {
    const [, ...parameters] = JSON.parse(all('CMD').at(-1) ?? '[]') as string[];
    expect(parameters.at(-1)).toBe(builds.api.product);
  });

  it('serves the web application from where the build puts it', () => {
    expect(all('ENV').join(' ')).toContain(`WEB_ROOT=/parc/${dirname(builds.web.product)} `);
  });

  it('copies only what exists before the build', () => {
    const copied = all('COPY')
      .filter((line) => !line.startsWith('--from='))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });

  it('runs without root, and asks the application itself whether it is well', () => {
    expect(instructions.indexOf('USER node')).toBeGreaterThan(
      instructions.findLastIndex((line) => line.startsWith('FROM ')),
    );
    expect(all('HEALTHCHECK').join()).toContain('/api/health/ready');
  });
});

/** The variables that the table of a document names in its first column. */
const documented = (path: string) =>
  [...read(path).matchAll(/^\| (`[^|]+`) +\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)])
    .map(([, name = '']) => name);

/** Given by this machine, not by who deploys. */
const ownSettings = ['WEB_ROOT'];

describe('The variables of the configuration', () => {
  const settings = [
    ...read('api/src/platform/config/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+)[!?]?(?:: [^=;]+)?(?: =.*)?;$/gm),
  ].map(([, name = '']) => name);
  const passed = [...new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name))];

  it('are in README what the API reads', () => {
    expect(settings.length).toBeGreaterThan(10);
    expect(documented('README.md').sort()).toEqual(settings.filter((name) => !ownSettings.includes(name)).sort());
  });

  it('reach the composed application, every one', () => {
    expect(documented('README.md').filter((name) => !passed.includes(name))).toEqual([]);
  });

  it('stand in the README of the containers as they are composed', () => {
    expect(documented('docker/README.md').sort()).toEqual([...passed].sort());
  });
});

describe('The composed services', () => {
  it('stand in a file that YAML and Prettier read', async () => {
    expect(await check(compose, { parser: 'yaml', singleQuote: true, printWidth: 120 })).toBe(true);
  });

  it('are the application, PostgreSQL 18 and a mail catcher', () => {
    const services = compose.slice(compose.indexOf('\nservices:'), compose.indexOf('\nvolumes:'));
    expect([...services.matchAll(/^ {2}(\w+):$/gm)].map((match) => match[1])).toEqual([
      'application',
      'database',
      'mail',
    ]);
    expect(services).toMatch(/image: postgres:18$/m);
    expect(services).toMatch(/dockerfile: docker\/Dockerfile$/m);
  });

  it('give the application settings that it knows', () => {
    const settings = read('api/src/platform/config/settings.ts');
    const environment = /application:[^]*?environment:\n((?: {6}\w+: .*\n)+)/.exec(compose)?.[1] ?? '';
    const names = [...environment.matchAll(/^ +(\w+):/gm)].map((match) => match[1] ?? '');
    const image = all('ENV')
      .flatMap((line) => line.split(' '))
      .map((pair) => pair.split('=')[0] ?? '');
    expect(names).toContain('DATABASE_URL');
    // Of Node and of the system's allocator.
    const theirs = ['NODE_ENV', 'MALLOC_ARENA_MAX'];
    const known = (name: string) => theirs.includes(name) || new RegExp(`^ {2}${name}\\b`, 'm').test(settings);
    expect([...names, ...image].filter((name) => !known(name))).toEqual([]);
  });
});
