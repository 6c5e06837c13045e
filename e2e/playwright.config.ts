import { defineConfig } from '@playwright/test';
import { findBrowser } from '@parc/launcher';
import { join } from 'node:path';

const { executablePath, env } = findBrowser(join(import.meta.dirname, '..'));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  globalSetup: './house.ts',
  fullyParallel: true,
  // A journey waits for its pages half of the time: three keep two cores busy.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    locale: 'fr-FR',
    actionTimeout: 15_000,
    timezoneId: 'Europe/Paris',
    launchOptions: { executablePath, env, args: ['--lang=fr-FR'] },
    screenshot: 'only-on-failure',
  },
});
