import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { Balance } from './plan.js';

/** The password of every account of the demonstration. */
export const PASSWORD = 'ardoise-et-craie';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1440, height: 900 } };

/** Somebody at a screen of their own. */
export class Somebody {
  clicks = 0;

  private constructor(readonly page: Page) {}

  /** @param before what is to be arranged in the browser before its first page */
  static async at(
    browser: Browser,
    device: 'phone' | 'desk',
    email: string,
    before: (page: Page) => Promise<void> = async () => undefined,
  ): Promise<Somebody> {
    const context = await browser.newContext({
      baseURL: process.env['HOUSE_ORIGIN'],
      ...(device === 'phone' ? PHONE : DESK),
    });
    const page = await context.newPage();
    await before(page);
    await page.goto('/connexion');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL('**/accueil');
    return new Somebody(page);
  }

  /** A click that counts. */
  async press(locator: Locator): Promise<void> {
    this.clicks++;
    await locator.click();
  }

  async pressButton(name: string | RegExp): Promise<void> {
    await this.press(this.page.getByRole('button', { name }).first());
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** Made a phone that works without a network: ready once the whole application lies on it. */
  async preparesPhone(): Promise<void> {
    await this.page.goto('/mon-compte');
    await this.page.getByLabel('Votre mot de passe').fill(PASSWORD);
    await this.pressButton('Préparer ce téléphone');
    await expect(this.page.getByText('Tout est sur ce téléphone').first()).toBeVisible({ timeout: 60_000 });
  }

  async opensOrder(id: string): Promise<void> {
    await this.page.goto(`/commandes/${id}`);
  }

  /** What the home screen's budget says, in cents; a part at zero is not shown. Read on a page beside, so that the first keeps its place. */
  async readsBudget(): Promise<Balance> {
    const beside = await this.page.context().newPage();
    await beside.goto('/accueil');
    const lines = beside.getByRole('region', { name: /^Budget installation/ }).getByRole('listitem');
    await expect(lines.filter({ hasText: 'Reste' })).toBeVisible();
    const words = (await lines.allTextContents()).map((line) => line.replaceAll(/\s/g, ' ').trim());
    await beside.close();
    const part = (word: string): number => {
      const line = words.find((one) => one.startsWith(word));
      return line === undefined ? 0 : Number(line.slice(word.length).replaceAll(/[^\d]/g, ''));
    };
    return {
      reserved: part('En attente d’accord'),
      committed: part('Engagé'),
      spent: part('Réalisé'),
      left: part('Reste'),
    };
  }

  async leaves(): Promise<void> {
    await this.page.context().close();
  }
}

/** "1 234,50 €" as the screens write it. */
export function euros(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return `${whole},${String(cents % 100).padStart(2, '0')}\u202f€`;
}

/** The same as an accessible name says it: browsers give every space of a name as a plain one. */
export function spoken(cents: number): string {
  return euros(cents).replaceAll('\u202f', ' ');
}
