import { expect, type Browser, type Locator, type Page } from '@playwright/test';

/** The password of every account of the demonstration. */
export const PASSWORD = 'ardoise-et-craie';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1440, height: 900 } };

/** Somebody at a screen of their own. */
export class Somebody {
  clicks = 0;

  private constructor(readonly page: Page) {}

  static async at(browser: Browser, device: 'phone' | 'desk', email: string): Promise<Somebody> {
    const context = await browser.newContext({
      baseURL: process.env['HOUSE_ORIGIN'],
      ...(device === 'phone' ? PHONE : DESK),
    });
    const page = await context.newPage();
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

  async opensOrder(id: string): Promise<void> {
    await this.page.goto(`/commandes/${id}`);
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
