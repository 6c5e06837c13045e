import { chromium, expect, type Page, test } from './journey.js';
import { findBrowser } from '@parc/launcher';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crewFor } from './caller.js';
import { breakdowns, once, resolutionsOf, writeClosing } from './breakdowns.js';
import { PASSWORD } from './people.js';
import { aSchool } from './plan.js';

/** A phone whose browser dies as a whole, not its page alone: what it had promised arrives once. */

const PREPARED = 'Tout est sur ce téléphone';

/** A browser in a process of its own, with a folder that outlives it. */
class Browser {
  private constructor(
    private readonly process: ChildProcess,
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async open(folder: string): Promise<Browser> {
    const { executablePath, env } = findBrowser(join(import.meta.dirname, '..'));
    const port = join(folder, 'DevToolsActivePort');
    rmSync(port, { force: true });
    const own = ['--headless=new', '--no-sandbox', '--no-first-run', '--lang=fr-FR', '--remote-debugging-port=0'];
    const started = spawn(executablePath, [...own, `--user-data-dir=${folder}`, 'about:blank'], {
      env,
      stdio: 'ignore',
    });
    await expect
      .poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'), { timeout: 30_000 })
      .toBe(true);
    const [number] = readFileSync(port, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const page = await browser.contexts()[0]!.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    return new Browser(started, page, () => browser.close());
  }

  /** As when the battery is taken out: nothing is written any more. */
  async killed(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
    await this.close().catch(() => undefined);
  }
}

const at = (path: string): string => `${process.env['HOUSE_ORIGIN']}${path}`;

async function signsIn(page: Page, email: string): Promise<void> {
  await page.goto(at('/connexion'));
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL('**/accueil');
}

test('what a phone has promised arrives once, though its browser was killed and its database is gone', async () => {
  test.setTimeout(240_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const tickets = await breakdowns(crew, school.id, 2);
  const folder = mkdtempSync(join(tmpdir(), 'parc-phone-'));
  let browser = await Browser.open(folder);
  try {
    await signsIn(browser.page, crew.technicianEmail);
    await browser.page.goto(at('/mon-compte'));
    await browser.page.getByLabel('Votre mot de passe').fill(PASSWORD);
    await browser.page.getByRole('button', { name: 'Préparer ce téléphone' }).click();
    await expect(browser.page.getByText(PREPARED)).toBeVisible({ timeout: 60_000 });

    for (const [place, ticket] of tickets.entries()) {
      const { page } = browser;
      // Read anew, a phone whose cookie has not reached the disk would be locked.
      if (place === 0) await page.goto(at('/accueil'));
      await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
      await expect(page.getByText('Ce qui n’allait pas', { exact: true })).toBeVisible();
      await page.context().setOffline(true);
      await writeClosing(page);
      await page.getByRole('button', { name: 'Clore le ticket' }).click();
      await expect(page.getByText(`${ticket.number} : gardé sur ce téléphone`)).toBeVisible();
      await browser.killed();
      // Chromium itself has deleted whole databases of killed browsers: the journal fills them again.
      if (place > 0) rmSync(join(folder, 'Default/IndexedDB'), { recursive: true });
      browser = await Browser.open(folder);
      // Cookies may not have reached the disk before the battery was out: the session's and the phone's.
      await signsIn(browser.page, crew.technicianEmail);
      await browser.page.goto(at('/telephone'));
      await browser.page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
      await browser.page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      await browser.page.waitForURL('**/accueil');
      await expect.poll(() => resolutionsOf([ticket]), { timeout: 60_000 }).toEqual(once([ticket]));
    }
    expect(await resolutionsOf(tickets)).toEqual(once(tickets));
  } finally {
    await browser.killed();
    rmSync(folder, { recursive: true, force: true });
  }
});
