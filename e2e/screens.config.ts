import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** `npm run screens`, and `npm run screens -- -g technician` for one role. */
export default defineConfig({ ...journeys, testMatch: '**/*.shots.ts', workers: 1 });
