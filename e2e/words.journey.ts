import { expect, test, type Page } from './journey.js';
import { Somebody } from './people.js';

/** Every kind of page that a person reaches by links says words, and never what a program calls nothing. */
const PEOPLE = ['direction.tilleuls', 'technicien', 'gestion', 'organisme'];
const NO_WORDS = /\[object \w+\]|\bundefined\b|\bNaN\b|\bnull\b|\bInvalid Date\b/g;
const MOST_PAGES = 40;

for (const name of PEOPLE) {
  test(`${name} reads words on every kind of page`, async ({ browser }) => {
    test.setTimeout(180_000);
    const { page } = await Somebody.at(browser, 'desk', `${name}@demonstration.example`);
    const seen = new Set(['/accueil']);
    const waiting = ['/accueil'];
    for (const address of waiting) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const text = await page.locator('body').innerText();
      expect(text.match(NO_WORDS), address).toBeNull();
      for (const link of await linksOf(page)) {
        if (seen.has(shapeOf(link)) || waiting.length === MOST_PAGES) continue;
        seen.add(shapeOf(link));
        waiting.push(link);
      }
    }
  });
}

async function linksOf(page: Page): Promise<string[]> {
  const links = page.locator('a[href^="/"]:not([href^="/api/"])');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
}

/** Pages that differ by the object alone are of one kind; so are those that differ by the filters chosen. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return [pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}'), ...[...searchParams.keys()].sort()].join(' ');
}
