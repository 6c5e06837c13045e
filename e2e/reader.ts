import type { Page } from '@playwright/test';

/**
 * As a reader types that is plugged in as a keyboard, into a scanner that is open: all its keys at once, however busy this
 * machine is between two of them.
 */
export async function readBy(page: Page, code: string): Promise<void> {
  await page.locator('parc-scanner').first().waitFor();
  const keys = JSON.stringify([...code, 'Enter']);
  await page.evaluate(
    `for (const key of ${keys}) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`,
  );
}
