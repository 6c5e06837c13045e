import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const testing = `${repository}libs/testing/src`;

/** The same SWC settings as the build, so that decorators mean the same in a test; Jest resolves the aliases itself. */
const { jsc, sourceMaps } = JSON.parse(readFileSync(`${repository}.swcrc`, 'utf8'));
const { baseUrl: _folder, paths: _aliases, ...language } = jsc;

/**
 * A project's Jest configuration: ES modules, TypeScript by SWC, the aliases of tsconfig.base.json, and alarms in every
 * test: unexpected output on the console and connections that leave the machine make it fail.
 */
export function jestProject(name, overrides = {}) {
  return {
    displayName: name,
    rootDir: `${repository}${name}`,
    testEnvironment: 'node',
    // Not a measure of speed: only what hangs is ended, also on a machine that does other things.
    testTimeout: 60_000,
    testMatch: ['<rootDir>/**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
    transform: { '\\.ts$': ['@swc/jest', { swcrc: false, sourceMaps, jsc: language, module: { type: 'es6' } }] },
    moduleNameMapper: {
      '^@parc/(domain|api-client|ui|demo|testing|launcher)$': `${repository}libs/$1/src/index.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    setupFilesAfterEnv: [`${testing}/alarms/console.ts`, `${testing}/alarms/network.ts`],
    ...overrides,
  };
}

/** For projects whose tests use PostgreSQL: a server for the run, unless TEST_DATABASE_URL names one. */
export const withDatabase = {
  globalSetup: `${testing}/jest-server-start.ts`,
  globalTeardown: `${testing}/jest-server-stop.ts`,
};
