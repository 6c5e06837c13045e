import { test as base } from '@playwright/test';

export * from '@playwright/test';

/**
 * A journey opens windows by itself, for people with an address each: they are closed after it, or the browser of a worker would carry
 * all of them to the end of the run.
 */
export const test = base.extend<{ windows: void }>({
  windows: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
