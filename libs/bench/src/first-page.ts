import { chromium, type CDPSession } from '@playwright/test';
import { findBrowser } from '../../launcher/src/index.ts';

/**
 * Bytes that travel until the sign-in page stands, in a browser that has never been there: page, scripts, style, font and
 * first answers of the API, with their headers, compressed as the application sends them.
 */
export async function firstPage(repository: string, origin: string): Promise<{ bytes: number; requests: number }> {
  const { executablePath, env } = findBrowser(repository);
  const browser = await chromium.launch({ executablePath, env });
  try {
    const page = await browser.newPage();
    const counted = await count(await page.context().newCDPSession(page));
    await page.goto(origin, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 10_000 });
    await page.waitForLoadState('networkidle');
    return counted;
  } finally {
    await browser.close();
  }
}

async function count(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const counted = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength;
    counted.requests += 1;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return counted;
}
